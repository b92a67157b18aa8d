#!/usr/bin/env bash
# office365-rest-python-client 3.3.0: a time card that came without a state is handed over as clocked in.
# Seen: TimeCardState.clockedIn
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --no-compile office365-rest-python-client==3.3.0
cat >"$folder/try.py" <<'PYTHON'
import http.server, json, threading


class Answering(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen, answers = [], {}

    def answer(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.seen.append((self.command, self.path, sent))
        body = self.answers.get(f"{self.command} {self.path}")
        text = b"" if body is None else json.dumps(body).encode()
        self.send_response(204 if body is None else 200)
        if text:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PATCH = answer

    def log_message(self, *words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}/v1.0"
from office365.graph_client import GraphClient

client = GraphClient(lambda: {'token_type': 'Bearer', 'access_token': 'made-up', 'expires_in': 3600})
request = client.pending_request()
# The library knows the clouds of Graph and no other address.
request.__class__ = type('Request', (type(request),), {'service_root_url': base})
Answering.answers = {'GET /v1.0/teams/t/schedule/timeCards/c': {'id': 'c', 'clockOutEvent': None}}
print(client.teams['t'].schedule.time_cards['c'].get().execute_query().state)
PYTHON
said=$("$folder/v/bin/python" "$folder/try.py" 2>&1 | tail -1)
echo "$said"
[ "$said" = "TimeCardState.clockedIn" ]
