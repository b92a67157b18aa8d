"""Driver of msgraph-core before 1.0: a requests session with Graph's middleware. Cards are what json() gives."""

import importlib.metadata
import json
import platform
import sys
import time
from collections import namedtuple

from msgraph.core import GraphClient

AccessToken = namedtuple("AccessToken", ["token", "expires_on"])

kept = {}
current = None


class Credential:
    def __init__(self, token):
        self.token = token

    def get_token(self, *scopes, **options):
        return AccessToken(self.token, time.time() + 3600)


class Refused(Exception):
    """The library hands over the answer and leaves it to its caller to look at the status."""

    def __init__(self, response):
        super().__init__(response.reason)
        self.status = response.status_code
        try:
            self.code = response.json()["error"]["code"]
        except (ValueError, KeyError, TypeError):
            self.code = None


def client_for(message):
    global current
    base_url = message["baseUrl"]
    if current is None or current[0] != base_url:
        cloud, version = base_url.rsplit("/", 1)
        current = (base_url, GraphClient(credential=Credential(message["token"]), cloud=cloud, api_version=version))
    return current[1]


def build(body):
    made = kept[body["from"]] if "from" in body else {}
    for path, value in body["set"].items():
        *way, last = path.split(".")
        inner = made
        for name in way:
            if not isinstance(inner.get(name), dict):
                inner[name] = {}
            inner = inner[name]
        inner[last] = value["$time"] if isinstance(value, dict) and "$time" in value else value
    return made


def content(response):
    if not response.ok:
        raise Refused(response)
    return response.json() if response.content else None


def call(message):
    op = message["op"]
    client = client_for(message)
    cards = f"/teams/{message['team']}/schedule/timeCards"
    card = f"{cards}/{message.get('card')}"
    body = build(message["body"]) if "body" in message else None
    if "keepBody" in message:
        kept[message["keepBody"]] = body
    if op == "echo":
        return body
    if op == "clockIn":
        return content(client.post(f"{cards}/clockIn", json=body))
    if op in ("clockOut", "startBreak", "endBreak"):
        return content(client.post(f"{card}/{op}", json=body))
    if op == "confirm":
        return content(client.post(f"{card}/confirm"))
    if op == "create":
        return content(client.post(cards, json=body))
    if op == "replace":
        return content(client.put(card, json=body))
    if op == "get":
        return content(client.get(card))
    if op == "delete":
        return content(client.delete(card))
    if op == "list":
        query = {f"${name}": value for name, value in message.get("query", {}).items()}
        return content(client.get(cards, params=query))["value"]
    if op == "listAll":
        raise NotImplementedError("it has no way through the pages of a list")
    raise NotImplementedError(f"no page of v1.0 has {op}")


def answer(message):
    if message["cmd"] == "start":
        version = importlib.metadata.version("msgraph-core")
        return {"version": 1, "library": {"name": "msgraph-core", "version": version, "language": f"Python {platform.python_version()}"}}
    try:
        value = call(message)
        if "keep" in message:
            kept[message["keep"]] = value
        return {"id": message["id"], "value": value}
    except NotImplementedError as error:
        return {"id": message["id"], "unsupported": str(error)}
    except Refused as error:
        details = {"type": "Response", "message": str(error), "status": error.status, "code": error.code}
        return {"id": message["id"], "error": details}
    except Exception as error:
        return {"id": message["id"], "error": {"type": type(error).__name__, "message": str(error)}}


for line in sys.stdin:
    message = json.loads(line)
    if message["cmd"] == "stop":
        break
    print(json.dumps(answer(message)), flush=True)
