#!/usr/bin/env bash
# msgraph-sdk 1.65.0 (Python): None that was assigned is sent under the name of the attribute, and not of the wire.
# Seen: {"clock_out_event": null, ...} in place of clockOutEvent
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --no-compile msgraph-sdk==1.65.0
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
import asyncio
from kiota_abstractions.authentication import AccessTokenProvider, AllowedHostsValidator, BaseBearerTokenAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient


class Token(AccessTokenProvider):
    async def get_authorization_token(self, uri, additional_authentication_context={}):
        return "made-up"

    def get_allowed_hosts_validator(self):
        return AllowedHostsValidator([])


adapter = GraphRequestAdapter(BaseBearerTokenAuthenticationProvider(Token()))
client = GraphServiceClient(request_adapter=adapter)
adapter.base_url = base
cards = client.teams.by_team_id("t").schedule.time_cards
from msgraph.generated.models.time_card import TimeCard


async def main():
    card = TimeCard(user_id='u')
    card.clock_out_event = None
    await cards.by_time_card_id('c').patch(card)
    print(sorted(json.loads(Answering.seen[0][2])))


asyncio.run(main())
PYTHON
said=$("$folder/v/bin/python" "$folder/try.py" 2>&1 | tail -1)
echo "$said"
[ "$said" = "['@odata.type', 'clock_out_event', 'userId']" ]
