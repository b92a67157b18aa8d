import { gzipSync } from 'node:zlib';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { ClientVariant } from './client-defect.ts';
import { onCards } from './reading.ts';
import { withBody, withHeader } from './requests.ts';

/** A JSON text with every letter beyond ASCII escaped, over several lines. */
function spread(object: JsonObject): string {
  return JSON.stringify(object, null, 2).replaceAll(
    /[^ -~\n]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const knownStates: readonly (Json | undefined)[] = ['clockedIn', 'onBreak', 'clockedOut'];

/** What a typed library keeps of a card: what it knows, unknown members of enums as the sentinel, times in its own form. */
function typed(card: JsonObject): JsonObject {
  const time = (text: Json | undefined): Json => (typeof text === 'string' ? new Date(text).toISOString() : null);
  const event = (value: Json | undefined): Json =>
    isJsonObject(value)
      ? {
          dateTime: time(value['dateTime']),
          isAtApprovedLocation: value['isAtApprovedLocation'] ?? null,
          notes: value['notes'] ?? null,
        }
      : null;
  const { state, confirmedBy } = card;
  return {
    id: card['id'] ?? null,
    userId: card['userId'] ?? null,
    state:
      state === undefined || state === null || knownStates.includes(state) ? (state ?? null) : 'unknownFutureValue',
    confirmedBy: typeof confirmedBy === 'string' ? confirmedBy.split(',') : null,
    notes: card['notes'] ?? null,
    clockInEvent: event(card['clockInEvent']),
    clockOutEvent: event(card['clockOutEvent']),
  };
}

/** Clients that no document faults. */
export const clientVariants: readonly ClientVariant[] = [
  {
    id: 'headers-in-other-order',
    title: 'headers in the reverse order, their names in upper case',
    allows: 'Names of headers heed no case, and their order says nothing (RFC 9110, 5.1 and 5.3).',
    start: () => ({
      send: (request) => ({
        ...request,
        headers: request.headers.toReversed().map(([name, value]) => [name.toUpperCase(), value]),
      }),
    }),
  },
  {
    id: 'gzip-bodies',
    title: 'bodies are compressed',
    allows: 'Content may be coded as Content-Encoding says (RFC 9110, 8.4).',
    start: () => ({
      send: (request) =>
        request.body === undefined
          ? request
          : withHeader(withBody(request, gzipSync(request.body)), 'Content-Encoding', 'gzip'),
    }),
  },
  {
    id: 'repeats-nothing',
    title: 'nothing is repeated: the caller is told of 429 and 503',
    allows: 'A page says how to repeat, and not that a library has to.',
    start: () => ({ wait: () => undefined }),
  },
  {
    id: 'waits-longer',
    title: 'waits twice as long as it is told, and two seconds more',
    allows: 'Retry-After is the least wait (RFC 9110, 10.2.3).',
    start: () => ({ wait: ({ usual }) => 2 * usual + 2 }),
  },
  {
    id: 'new-connection-each-time',
    title: 'every request has a connection of its own',
    allows: 'No page asks for connections to be kept.',
    start: () => ({ send: (request) => ({ ...request, fresh: true }) }),
  },
  {
    id: 'content-type-with-charset',
    title: 'Content-Type is application/json; charset=utf-8',
    allows: 'A media type may have parameters (RFC 9110, 8.3.1).',
    start: () => ({
      send: (request) =>
        request.body === undefined ? request : withHeader(request, 'Content-Type', 'application/json; charset=utf-8'),
    }),
  },
  {
    id: 'no-body-without-parameters',
    title: 'an action whose caller set nothing goes without a body',
    allows: 'Every parameter is nullable (CSDL), so that there is nothing to send.',
    start: () => ({ write: (object) => (Object.keys(object).length === 0 ? undefined : object) }),
  },
  {
    id: 'null-for-unset',
    title: 'parameters that nobody set are sent as null',
    allows: 'null says that nobody said anything (v1.0 get, Example response).',
    start: () => ({
      write: (object, { op }) =>
        ['clockIn', 'clockOut', 'startBreak', 'endBreak'].includes(op)
          ? { isAtApprovedLocation: null, notes: null, ...object }
          : object,
    }),
  },
  {
    id: 'telemetry',
    title: 'tells who it is: User-Agent, SdkVersion, Prefer, and an id in capitals',
    allows: 'No page forbids further headers; a GUID may be written in capitals.',
    start: () => ({
      send: (request) => {
        const [, id = ''] = request.headers.find(([name]) => name === 'client-request-id') ?? [];
        const told = withHeader(withHeader(request, 'User-Agent', 'variant/1'), 'SdkVersion', 'graph-variant/1');
        return withHeader(
          withHeader(told, 'Prefer', 'include-unknown-enum-members'),
          'client-request-id',
          id.toUpperCase(),
        );
      },
    }),
  },
  {
    id: 'chunked',
    title: 'bodies are sent in chunks, without a length',
    allows: 'Either framing is HTTP/1.1 (RFC 9112, 6).',
    start: () => ({
      send: (request) =>
        request.body === undefined
          ? request
          : withHeader(withHeader(request, 'Content-Length'), 'Transfer-Encoding', 'chunked'),
    }),
  },
  {
    id: 'encodes-more',
    title: 'quotes, parentheses and the dollar sign of query options are percent-encoded',
    allows: 'An encoded letter is the letter (RFC 3986, 2.1).',
    start: () => ({
      option: (name, value) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`,
    }),
  },
  {
    id: 'paths-in-lower-case',
    title: 'names in the path are in lower case, ids and links as they came',
    allows: 'Names of resources and actions heed no case (traverse-the-graph.md, Note).',
    start: () => ({
      send: (request) => {
        if (request.url.includes('?')) return request;
        const lower = request.url.replace('/schedule/timeCards', '/schedule/timecards');
        return { ...request, url: lower.replace(/\/clock(In|Out)$/, (name) => name.toLowerCase()) };
      },
    }),
  },
  {
    id: 'qualified-actions',
    title: 'actions are called by their name with the namespace',
    allows: 'A bound action has a qualified name (OData 4.01, 11.5.5).',
    start: () => ({
      send: (request) => ({
        ...request,
        url: request.url.replace(/\/(clockIn|clockOut|startBreak|endBreak|confirm)$/, '/microsoft.graph.$1'),
      }),
    }),
  },
  {
    id: 'spread-json',
    title: 'JSON over several lines, with letters beyond ASCII escaped',
    allows: 'It is the same JSON (RFC 8259).',
    start: () => ({ stringify: spread }),
  },
  {
    id: 'times-with-offset',
    title: 'times are sent with seven digits and +00:00',
    allows: 'It is the same instant (Edm.DateTimeOffset).',
    start: () => ({
      stringify: (object) => JSON.stringify(object).replaceAll(/(T\d\d:\d\d:\d\d\.\d{3})Z"/g, '$10000+00:00"'),
    }),
  },
  {
    id: 'typed-results',
    title: 'cards become typed objects: unknown members are dropped, unknown states become the sentinel',
    allows: 'A library need not hand over what it does not know.',
    start: () => onCards(typed),
  },
  {
    id: 'only-what-changed',
    title: 'of a card that was read, only what was set is sent',
    allows: 'What is not sent is not changed by the library (TC-CLIENT-012).',
    start: () => ({
      write: (object, { isKept, touched, op }) => {
        if (!isKept || op === 'create') return object;
        const heads = new Set(touched.map((path) => path.split('.')[0]));
        return Object.fromEntries(Object.entries(object).filter(([name]) => heads.has(name)));
      },
    }),
  },
  {
    id: 'type-annotations',
    title: '@odata.type names the type of every card that is sent',
    allows: 'The page shows the annotation in the resource (timeCard, JSON representation).',
    start: () => ({
      write: (object, { op }) =>
        op === 'create' || op === 'replace' ? { '@odata.type': '#microsoft.graph.timeCard', ...object } : object,
    }),
  },
  {
    id: 'same-id-for-repeats',
    title: 'a repeated request keeps its client-request-id',
    allows: 'It is the same request, sent again.',
    start: () => {
      let last = '';
      return {
        send: (request, { number }) => {
          const [, id = ''] = request.headers.find(([name]) => name === 'client-request-id') ?? [];
          last = number === 1 ? id : last;
          return withHeader(request, 'client-request-id', last);
        },
      };
    },
  },
  {
    id: 'tells-success',
    title: 'a success without a body gives true',
    allows: 'No page says what a library hands over of 204.',
    start: () => ({ succeed: (value, status) => (status === 204 ? true : value) }),
  },
];
