"""Driver of office365-rest-python-client: entities with properties, set by name and sent with execute_query."""

import datetime
import enum
import importlib.metadata
import json
import platform
import sys

from office365.graph_client import GraphClient
from office365.outlook.mail.body_type import BodyType
from office365.outlook.mail.item_body import ItemBody
from office365.runtime.client_request_exception import ClientRequestException
from office365.runtime.client_value import ClientValue
from office365.runtime.client_value_collection import ClientValueCollection
from office365.teams.schedule.confirmedby import ConfirmedBy
from office365.teams.schedule.time_card import TimeCard
from office365.teams.schedule.time_card_event import TimeCardEvent
from office365.teams.schedule.time_card_state import TimeCardState

VALUES = {"clockInEvent": TimeCardEvent, "clockOutEvent": TimeCardEvent, "notes": ItemBody}
ENUMS = {"state": TimeCardState, "confirmedBy": ConfirmedBy, "contentType": BodyType}

kept = {}
clients = {}


def client_for(message):
    base_url = message["baseUrl"]
    if base_url not in clients:
        token = {"token_type": "Bearer", "access_token": message["token"], "expires_in": 3600}
        client = GraphClient(lambda: token)
        # The library knows the national clouds and no other address: the one place that says so is told otherwise.
        request = client.pending_request()
        request.__class__ = type("Request", (type(request),), {"service_root_url": base_url})
        clients[base_url] = client
    return clients[base_url]


def native(name, value):
    if isinstance(value, dict) and "$time" in value:
        return datetime.datetime.fromisoformat(value["$time"].replace("Z", "+00:00"))
    return ENUMS[name][value] if name in ENUMS and isinstance(value, str) else value


def build(client, body):
    card = kept[body["from"]] if "from" in body else TimeCard(client)
    for path, value in body["set"].items():
        head, *way = path.split(".")
        if not way:
            card.set_property(head, native(head, value))
            continue
        # A value type is got, changed, and set again, as the properties of the library are.
        outer = card.properties.get(head) or VALUES[head]()
        inner = outer
        for name in way[:-1]:
            if getattr(inner, name) is None:
                setattr(inner, name, VALUES[name]())
            inner = getattr(inner, name)
        setattr(inner, way[-1], native(way[-1], value))
        card.set_property(head, outer)
    return card


def show(value):
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, datetime.datetime):
        return None if value == datetime.datetime.min else value.isoformat()
    if isinstance(value, enum.Enum):
        return value.name
    if isinstance(value, (ClientValueCollection, list, tuple)):
        return [show(one) for one in value]
    if isinstance(value, ClientValue):
        shown = {name: show(one) for name, one in value}
        # The value type that a getter makes up where there is none holds nothing.
        return shown if any(one is not None for one in shown.values()) else None
    if isinstance(value, TimeCard):
        getters = {
            "id": value.id,
            "userId": value.user_id,
            "state": value.state,
            "confirmedBy": value.confirmed_by,
            "clockInEvent": value.clock_in_event,
            "clockOutEvent": value.clock_out_event,
            "notes": value.notes,
            "breaks": value.breaks,
        }
        return {name: show(one) for name, one in getters.items()}
    return str(value)


def call(message):
    op, client = message["op"], client_for(message)
    cards = client.teams[message["team"]].schedule.time_cards
    if op == "echo":
        return build(client, message["body"])
    if op == "get":
        return cards[message["card"]].get().execute_query()
    if op == "list":
        query = message.get("query", {})
        if "filter" in query:
            cards = cards.filter(query["filter"])
        if "top" in query:
            cards = cards.top(query["top"])
        return list(cards.get().execute_query())
    if op == "listAll":
        return list(cards.get_all().execute_query())
    if op == "delete":
        cards[message["card"]].delete_object().execute_query()
        return None
    if op == "update":
        build(client, message["body"]).update().execute_query()
        return None
    if op == "create":
        card = build(client, message["body"])
        if "keepBody" in message:
            kept[message["keepBody"]] = card
        return cards.add(**card.properties).execute_query()
    raise NotImplementedError(f"no {op} among the methods of a time card")


def answer(message):
    if message["cmd"] == "start":
        name = "office365-rest-python-client"
        library = {"name": name, "version": importlib.metadata.version(name), "language": f"Python {platform.python_version()}"}
        return {"version": 1, "library": library}
    try:
        value = call(message)
        if "keep" in message:
            kept[message["keep"]] = value
        return {"id": message["id"], "value": show(value)}
    except NotImplementedError as error:
        return {"id": message["id"], "unsupported": str(error)}
    except Exception as error:
        details = {"type": type(error).__name__, "message": str(error)[:300]}
        if isinstance(error, ClientRequestException):
            details |= {"status": error.response.status_code, "code": error.code}
        return {"id": message["id"], "error": details}


for line in sys.stdin:
    message = json.loads(line)
    if message["cmd"] == "stop":
        break
    print(json.dumps(answer(message)), flush=True)
