import type { RequirementId } from '../../specs/requirements/index.ts';

/** What a person made of a finding, with the documents beside it. */
export interface Adjudication {
  /** Whether the finding stands against what the documents say, and why. */
  readonly stands: string;
  /** What a user of the library can do about it. */
  readonly remedy: string;
}

const pooled: Adjudication = {
  stands:
    'Stands, as a SHOULD: the best practices want retries of a 503 over a new HTTP connection. The library leaves connections to the pool of its HTTP client, which knows nothing of the status.',
  remedy:
    'nothing within the library; behind a proxy that balances by connection, close idle connections yourself after a 503.',
};

const statusLost: Adjudication = {
  stands:
    'Stands, as a SHOULD: a gateway that answers 409 or 502 in HTML is not Graph, but the status is there and the library drops it while it looks for a parser of the media type.',
  remedy:
    'treat every error without a status as one that may be worth another try, or look at the answer in a middleware of your own.',
};

const unsetIsFalse: Adjudication = {
  stands:
    'Stands as the SHOULD that it is: the CSDL has isAtApprovedLocation nullable and without a default, and the examples show null where nobody said anything. One description of the API gives false as the default, so that it is no MUST.',
  remedy: 'set isAtApprovedLocation to null yourself where you do not know; then null is sent.',
};

/** By folder of the library and requirement. */
export const adjudications: Readonly<Record<string, Readonly<Partial<Record<RequirementId, Adjudication>>>>> = {
  'microsoft-graph-client': {
    'TC-GEN-031': pooled,
    'TC-GEN-032': {
      stands:
        'Stands: `filter()` puts the text into the URL as it is. The URL parser of fetch then encodes spaces and quotes, and leaves %, & and # alone, so that a name with one of them ends the query early and the service sees another filter.',
      remedy: 'give `filter(encodeURIComponent(text))`: what is encoded already goes out as it is.',
    },
  },
  'msgraph-sdk-typescript': {
    'TC-CLIENT-006': {
      stands:
        'Stands: the example of clockIn answers clockOutEvent null for an open card, and the model that comes back holds an empty object there, which is true in a condition. Only its members tell.',
      remedy: 'ask for `card.clockOutEvent?.dateTime`, or for the state, and never for the event itself.',
    },
    'TC-CLIENT-007': {
      stands:
        'Stands: confirmedBy is an enum of flags in the CSDL, which JSON writes as one text. The model expects a collection and finds nothing, so that who confirmed a card cannot be read at all.',
      remedy:
        'read cards whose confirmation matters with @microsoft/microsoft-graph-client, which hands over the text.',
    },
    'TC-CLIENT-012': {
      stands:
        'Stands: what was null is sent as {}, and an event without a dateTime breaks the schema (Nullable="false"). Whoever changes the notes of an open card sends an empty clockOutEvent with them.',
      remedy: 'send a new object with the members that are to change, and not the one that was read.',
    },
    'TC-GEN-030': {
      stands:
        'Stands: the best practices ask for the header on every request, and none carries it, also not to the host of Graph.',
      remedy: 'give `{ headers: { "client-request-id": randomUUID() } }` with each call.',
    },
    'TC-GEN-031': pooled,
    'TC-CLIENT-016': statusLost,
  },
  'msgraph-sdk-python': {
    'TC-CLIENT-011': {
      stands:
        'Stands: None that was assigned goes out under the name of the attribute, clock_out_event, which the service does not know; notes, whose name is the same in both, goes out rightly.',
      remedy:
        'set the member in additional_data under its name on the wire: `card.additional_data["clockOutEvent"] = None`.',
    },
    'TC-CLIENT-012': {
      stands:
        'Stands: a text member that the model does not know and that looks like a date is parsed as one and written anew, with a time that nobody gave. Members that are added to the API later come as such.',
      remedy: 'empty additional_data before a card that was read is sent.',
    },
    'TC-LIST-020': {
      stands:
        'Stands: paging.md says in so many words that a page may hold zero results, and that one goes on until no link comes. The page iterator ends at the first empty page, without an error.',
      remedy: 'follow `odata_next_link` with `with_url(…)` yourself until there is none.',
    },
    'TC-CLIENT-003': {
      ...unsetIsFalse,
      remedy:
        'assigning None does not help, since it goes out as is_at_approved_location (TC-CLIENT-011); say true or false, or send a body of your own through the request adapter.',
    },
  },
  'office365-rest-python-client': {
    'TC-CLIENT-015': {
      stands:
        'Stands: state is nullable in the CSDL, and the property answers clockedIn where there is none, the member with the value 0.',
      remedy: 'look into `card.properties` for "state" before the property is believed.',
    },
    'TC-CLIENT-019': {
      stands:
        'Stands: names of types heed case, and the CSDL has timeCard, timeCardEvent and itemBody. The library sends #microsoft.graph.TimeCard and its like with every write.',
      remedy: 'override entity_type_name in a subclass of TimeCard and of the value types.',
    },
    'TC-GEN-030': {
      stands:
        'Stands, as a SHOULD: all pages of one list carry the id of the first request, while each is a request of its own.',
      remedy: 'ask for the pages one by one instead of get_all().',
    },
    'TC-GEN-032': {
      stands: 'Stands: the text goes into the URL as it is, so that a # within it cuts the query off.',
      remedy: 'give `filter(urllib.parse.quote(text))`; requests leaves what is encoded alone.',
    },
  },
  'microsoft-graph-java': {
    'TC-CLIENT-014': {
      stands:
        'Stands: the backing store counts what was serialized as stored. The same object, sent again, is {} on the wire, also where the service had refused it with 409.',
      remedy: 'build a new object for each call, also for a second try of your own.',
    },
    'TC-GEN-030': {
      stands:
        'Stands, as a SHOULD: the id is made with the client, and every request of its life carries the same one.',
      remedy: 'add the header in the request configuration of each call.',
    },
    'TC-GEN-031': pooled,
    'TC-CLIENT-016': statusLost,
    'TC-CLIENT-003': unsetIsFalse,
    'TC-CLIENT-017': {
      stands:
        'Stands, as a SHOULD: a card that was read counts as known to the service, so that create sends {} for it.',
      remedy: 'copy the members into a new TimeCard.',
    },
  },
  'msgraph-sdk-go': {
    'TC-CLIENT-004': {
      stands:
        'Stands: times are formatted with RFC 3339 without a fraction, so that 21:35:36.311 becomes 21:35:36. The examples of Graph carry milliseconds, and a card that is read, and sent back, starts earlier than it did.',
      remedy:
        'none within the typed setters; put the text into AdditionalData under "dateTime" in place of SetDateTime.',
    },
    'TC-CLIENT-010': {
      stands:
        'Stands: what is changed in a card that was read never reaches the wire; the body has annotations only. The model counts as not yet filled, so that the store takes a change for part of the reading.',
      remedy: 'copy what is to be sent into a new object from NewTimeCard().',
    },
    'TC-CLIENT-011': {
      stands:
        'Stands, by the same cause as TC-CLIENT-010: null that was assigned to a card which was read is not sent either.',
      remedy: 'put nil into AdditionalData of a new object.',
    },
    'TC-CLIENT-013': {
      stands:
        'Stands: the middlewares are kept in a map, whose order is another for each client. Where the compression comes before the retry, the repeated request says gzip and is plain. Chance decides with each new client, and the same client does it each time.',
      remedy:
        'make the client with a list of middlewares of your own, in an order that you know, and without compression.',
    },
    'TC-CLIENT-016': statusLost,
    'TC-CLIENT-017': {
      stands:
        'Stands, by the same cause as TC-CLIENT-010: create from a card that was read sends its type and nothing else.',
      remedy: 'copy the members into a new object from NewTimeCard().',
    },
  },
  'msgraph-core-python': {
    'TC-CLIENT-001': {
      stands:
        'Stands: confirm takes no body, as its page says. The request goes out and is answered 204; then the retry handler looks for the Content-Type of the request, finds none, and the caller gets a KeyError.',
      remedy: 'send `json={}` with confirm.',
    },
    'TC-GEN-032': {
      stands:
        'Stands, as a SHOULD: requests writes spaces as plus signs, as forms do. The page asks for percent-encoding by RFC 3986, in which a plus sign is a plus sign. Whether Graph takes either is not documented.',
      remedy: 'put the query into the path, encoded with urllib.parse.quote.',
    },
  },
};
