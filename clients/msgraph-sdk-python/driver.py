"""Driver of msgraph-sdk, the generated client for Python: models with typed attributes."""

import asyncio
import datetime
import importlib
import importlib.metadata
import json
import platform
import re
import sys

from kiota_abstractions.authentication import (
    AccessTokenProvider,
    AllowedHostsValidator,
    BaseBearerTokenAuthenticationProvider,
)
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.generated.teams.item.schedule.time_cards.time_cards_request_builder import TimeCardsRequestBuilder
from msgraph_core.tasks.page_iterator import PageIterator

CARD_TYPES = {
    "clockInEvent": "TimeCardEvent",
    "clockOutEvent": "TimeCardEvent",
    "notes": "ItemBody",
}
ENUMS = {"confirmedBy": "ConfirmedBy", "state": "TimeCardState", "contentType": "BodyType"}

kept = {}
clients = {}


def snake(name):
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def model(name):
    return getattr(importlib.import_module(f"msgraph.generated.models.{snake(name)}"), name)


def parameters_of(op):
    """The body class of an action."""
    place = "clock_in" if op == "clockIn" else f"item.{snake(op)}"
    path = f"msgraph.generated.teams.item.schedule.time_cards.{place}.{snake(op)}_post_request_body"
    return getattr(importlib.import_module(path), f"{op[0].upper()}{op[1:]}PostRequestBody")()


class Token(AccessTokenProvider):
    def __init__(self, token):
        self.token, self.hosts = token, AllowedHostsValidator([])

    async def get_authorization_token(self, uri, additional_authentication_context={}):
        return self.token

    def get_allowed_hosts_validator(self):
        return self.hosts


def client_for(message):
    base_url = message["baseUrl"]
    if base_url not in clients:
        adapter = GraphRequestAdapter(BaseBearerTokenAuthenticationProvider(Token(message["token"])))
        client = GraphServiceClient(request_adapter=adapter)
        adapter.base_url = base_url
        clients[base_url] = client
    return clients[base_url]


def native(name, value):
    if isinstance(value, dict) and "$time" in value:
        return datetime.datetime.fromisoformat(value["$time"].replace("Z", "+00:00"))
    if name in ENUMS and isinstance(value, str):
        enum = model(ENUMS[name])
        # confirmedBy is a collection of flags in this SDK.
        return [enum(one) for one in value.split(",")] if name == "confirmedBy" else enum(value)
    return value


def build(body, fresh):
    made = kept[body["from"]] if "from" in body else fresh
    for path, value in body["set"].items():
        *way, last = path.split(".")
        inner = made
        for name in way:
            if getattr(inner, snake(name)) is None:
                setattr(inner, snake(name), model(CARD_TYPES[name])())
            inner = getattr(inner, snake(name))
        setattr(inner, snake(last), native(last, value))
    return made


def show(value):
    """What the typed attributes hold, under the names of the wire; what the SDK does not know under $extra."""
    if value is None or isinstance(value, (bool, int, float, dict)):
        return value
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [show(one) for one in value]
    if hasattr(value, "get_field_deserializers"):
        names = [name for name in value.get_field_deserializers() if not name.startswith("@")]
        shown = {name: show(getattr(value, snake(name), None)) for name in names}
        return shown | {"$extra": {name: show(one) for name, one in (value.additional_data or {}).items()}}
    return str(getattr(value, "value", value))


async def call(message):
    op = message["op"]
    cards = client_for(message).teams.by_team_id(message["team"]).schedule.time_cards
    one = cards.by_time_card_id(message["card"]) if "card" in message else None
    body = None
    if "body" in message:
        is_action = op in ("clockIn", "clockOut", "startBreak", "endBreak")
        body = build(message["body"], parameters_of(op) if is_action else model("TimeCard")())
    if "keepBody" in message:
        kept[message["keepBody"]] = body
    if op == "echo":
        return body
    if op == "clockIn":
        return await cards.clock_in.post(body)
    if op in ("clockOut", "startBreak", "endBreak"):
        return await getattr(one, snake(op)).post(body)
    if op == "confirm":
        return await one.confirm.post()
    if op == "create":
        return await cards.post(body)
    if op == "get":
        return await one.get()
    if op == "delete":
        return await one.delete()
    if op == "update":
        return await one.patch(body)
    if op == "list":
        query = TimeCardsRequestBuilder.TimeCardsRequestBuilderGetQueryParameters(**message.get("query", {}))
        return (await cards.get(RequestConfiguration(query_parameters=query))).value
    if op == "listAll":
        found = []
        pages = PageIterator(await cards.get(), client_for(message).request_adapter)
        await pages.iterate(lambda card: found.append(card) or True)
        return found
    raise NotImplementedError(f"no {'put' if op == 'replace' else op} on the request builder of a time card")


async def answer(message):
    if message["cmd"] == "start":
        version = importlib.metadata.version("msgraph-sdk")
        library = {"name": "msgraph-sdk", "version": version, "language": f"Python {platform.python_version()}"}
        return {"version": 1, "library": library}
    try:
        value = await call(message)
        if "keep" in message:
            kept[message["keep"]] = value
        return {"id": message["id"], "value": show(value)}
    except NotImplementedError as error:
        return {"id": message["id"], "unsupported": str(error)}
    except Exception as error:
        details = {
            "type": type(error).__name__,
            "message": str(error)[:300],
            "status": getattr(error, "response_status_code", None),
            "code": getattr(getattr(error, "error", None), "code", None),
        }
        return {"id": message["id"], "error": details}


async def main():
    for line in sys.stdin:
        message = json.loads(line)
        if message["cmd"] == "stop":
            return
        print(json.dumps(await answer(message)), flush=True)


asyncio.run(main())
