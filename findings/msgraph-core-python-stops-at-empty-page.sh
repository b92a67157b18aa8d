#!/usr/bin/env bash
# msgraph_core 1.5.2, with msgraph-sdk 1.65.0 (Python): PageIterator ends at an empty page and leaves its nextLink.
# Seen: 0 cards after 1 request, where the next page holds one
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --no-compile msgraph-sdk==1.65.0 msgraph-core==1.5.2
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
from msgraph_core.tasks.page_iterator import PageIterator

path = '/v1.0/teams/t/schedule/timeCards'
Answering.answers = {
    f'GET {path}': {'value': [], '@odata.nextLink': f'{base}/teams/t/schedule/timeCards?%24skiptoken=2'},
    f'GET {path}?%24skiptoken=2': {'value': [{'id': 'TCK_1'}]},
}


async def main():
    found = []
    await PageIterator(await cards.get(), adapter).iterate(lambda card: found.append(card.id) or True)
    print(len(found), 'cards after', len(Answering.seen), 'request')


asyncio.run(main())
PYTHON
said=$("$folder/v/bin/python" "$folder/try.py" 2>&1 | tail -1)
echo "$said"
[ "$said" = "0 cards after 1 request" ]
