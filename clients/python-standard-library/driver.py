"""A client of the timeCard API on Python's standard library, and its driver: the smallest example of the protocol.

Start it with: npx timecard-conformance client -- python3 clients/python-standard-library/driver.py
"""

import json
import platform
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

# --- the client -------------------------------------------------------------------------------------------------------


class GraphError(Exception):
    def __init__(self, status, code, message):
        super().__init__(message or f"HTTP {status}")
        self.status, self.code = status, code


class Client:
    """Knows the routes, repeats what is to be repeated, and leaves cards as the JSON that they are."""

    def __init__(self, base_url, token, team):
        self.base_url, self.token = base_url, token
        self.list_url = f"{base_url}/teams/{urllib.parse.quote(team, safe='')}/schedule/timeCards"

    def card_url(self, card, action=""):
        return f"{self.list_url}/{urllib.parse.quote(card, safe='')}{'/' + action if action else ''}"

    def send(self, method, url, body=None):
        for attempt in range(4):
            request = urllib.request.Request(url, method=method)
            # A token belongs to the service, and not to whatever host a link names.
            if url.startswith(self.base_url.rsplit("/v1.0", 1)[0]):
                request.add_header("Authorization", f"Bearer {self.token}")
            request.add_header("client-request-id", str(uuid.uuid4()))
            if body is not None:
                request.data = json.dumps(body).encode()
                request.add_header("Content-Type", "application/json")
            try:
                # urllib opens a connection for each request, so that a repeat always has a new one.
                with urllib.request.urlopen(request) as response:
                    text = response.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as error:
                text = error.read()
                if error.code not in (429, 503, 504) or attempt == 3:
                    raise graph_error(error.code, text) from None
                time.sleep(float(error.headers.get("Retry-After", 2**attempt)))

    def pages(self):
        url = self.list_url
        while url:
            page = self.send("GET", url)
            yield from page["value"]
            url = page.get("@odata.nextLink")


def graph_error(status, text):
    try:
        error = json.loads(text)["error"]
        return GraphError(status, error.get("code"), error.get("message"))
    except (ValueError, KeyError, TypeError):
        return GraphError(status, None, None)


# --- the driver -------------------------------------------------------------------------------------------------------

kept = {}
client = None


def build(body):
    """A new object or one that was kept, with the assignments made."""
    made = kept[body["from"]] if "from" in body else {}
    for path, value in body["set"].items():
        *way, last = path.split(".")
        inner = made
        for name in way:
            if not isinstance(inner.get(name), dict):
                inner[name] = {}
            inner = inner[name]
        # This client keeps times as text; one with a date type would parse them here.
        inner[last] = value["$time"] if isinstance(value, dict) and "$time" in value else value
    return made


def call(message):
    global client
    if client is None or client.base_url != message["baseUrl"]:
        client = Client(message["baseUrl"], message["token"], message["team"])
    op, card = message["op"], message.get("card")
    body = build(message["body"]) if "body" in message else None
    if "keepBody" in message:
        kept[message["keepBody"]] = body
    if op == "echo":
        return body
    if op == "clockIn":
        return client.send("POST", f"{client.list_url}/clockIn", body)
    if op in ("clockOut", "startBreak", "endBreak"):
        return client.send("POST", client.card_url(card, op), body)
    if op == "confirm":
        return client.send("POST", client.card_url(card, "confirm"))
    if op == "create":
        return client.send("POST", client.list_url, body)
    if op == "replace":
        return client.send("PUT", client.card_url(card), body)
    if op == "get":
        return client.send("GET", client.card_url(card))
    if op == "delete":
        return client.send("DELETE", client.card_url(card))
    if op == "list":
        query = {f"${name}": value for name, value in message.get("query", {}).items()}
        text = urllib.parse.urlencode(query, quote_via=urllib.parse.quote, safe="$")
        return client.send("GET", f"{client.list_url}?{text}" if text else client.list_url)["value"]
    if op == "listAll":
        return list(client.pages())
    raise NotImplementedError(f"no {op}: no page has it")


def answer(message):
    if message["cmd"] == "start":
        library = {"name": "urllib", "version": platform.python_version(), "language": f"Python {platform.python_version()}"}
        return {"version": 1, "library": library}
    try:
        value = call(message)
        if "keep" in message:
            kept[message["keep"]] = value
        return {"id": message["id"], "value": value}
    except NotImplementedError as error:
        return {"id": message["id"], "unsupported": str(error)}
    except GraphError as error:
        details = {"type": "GraphError", "message": str(error), "status": error.status, "code": error.code}
        return {"id": message["id"], "error": details}
    except Exception as error:  # whatever the library throws is what its user gets
        return {"id": message["id"], "error": {"type": type(error).__name__, "message": str(error)}}


for line in sys.stdin:
    message = json.loads(line)
    if message["cmd"] == "stop":
        break
    print(json.dumps(answer(message)), flush=True)
