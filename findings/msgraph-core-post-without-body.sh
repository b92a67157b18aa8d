#!/usr/bin/env bash
# msgraph-core 0.2.2 (Python): a POST without a body is sent and answered 204, and then the caller gets a KeyError: the retry
# handler looks for the Content-Type of the request (middleware/retry.py), which a request without a body has not.
# Seen: [('POST', '/v1.0/confirm', '')] KeyError('content-type')
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --no-compile msgraph-core==0.2.2 requests==2.34.2
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
from collections import namedtuple
from msgraph.core import GraphClient
from msgraph.core.middleware.middleware import MiddlewarePipeline


class Credential:
    def get_token(self, *scopes, **options):
        return namedtuple('AccessToken', 'token expires_on')('made-up', 4102444800)


client = GraphClient(credential=Credential(), cloud=base.rsplit('/', 1)[0])
# The client mounts its middleware for https only; the same pipeline for this plain http server.
client.graph_session.mount('http://', client.graph_session.get_adapter('https://'))
try:
    print(Answering.seen, client.post('/confirm').status_code)
except Exception as error:
    print(Answering.seen, repr(error))
PYTHON
said=$("$folder/v/bin/python" "$folder/try.py" 2>&1 | tail -1)
echo "$said"
[ "$said" = "[('POST', '/v1.0/confirm', '')] KeyError('content-type')" ]
