import { expect, test } from 'vitest';
import type { Exchange, Headers } from '../traffic/exchange.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { secondUser, type Parts } from '../test/exchanges.ts';
import {
  beside,
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  closedCard,
  create,
  createBody,
  createdCard,
  createOf,
  get,
  list,
  openCard,
  openId,
  refusal,
  remove,
} from '../test/card-exchanges.ts';
import { describeChecks, type JudgedRow, type Row } from '../test/check-table.ts';
import { answersOf } from '../test/check-answers.ts';
import { protocolChecks } from './protocol.ts';

const onBehalf = { ...clockInBody, onBehalfOfUserId: secondUser };
const requestId: Headers = [['request-id', '26ac5b0a']];
const json: Headers = [['content-type', 'application/json; odata.metadata=minimal']];
const unknownRoute = { url: 'https://clock.test/v1.0/me', operation: 'unknown', intent: false } as const;
const preflight = { method: 'OPTIONS', operation: 'unknown', intent: false } as const;

/** A refusal whose body is something else. */
function errorOf(body: NonNullable<Parts['response']>['body'], rest: Partial<Parts> = {}): Exchange {
  return list([], { response: { ...refusal(400), ...(body === undefined ? {} : { body }) }, ...rest });
}

function getAccepting(accept: string, response: Parts['response'] = { body: openCard }, more: Headers = []): Exchange {
  return get(
    openCard,
    {},
    { request: { headers: [['Accept', accept], ...more] }, ...(response === undefined ? {} : { response }) },
  );
}

/** A request changed in one thing, which is to be refused so. */
function refusedSo(
  requirement: RequirementId,
  what: readonly [pointer: string, keyword: string],
  status: number,
  wrong: number,
): JudgedRow {
  return {
    requirement,
    violated: beside('clockIn', what, { response: refusal(wrong) }),
    pointer: 'status',
    holds: beside('clockIn', what, { response: refusal(status) }),
    silent: beside('clockIn', ['/notes', 'type'], { response: refusal(400) }),
  };
}

/** The documented create in another time zone: the same instants. */
const elsewhere = {
  ...createBody,
  clockInEvent: { dateTime: '2025-01-07T23:00:00+02:00' },
  clockOutEvent: { dateTime: '2025-01-07T23:30:00.000+02:00' },
};

/** A list of one card with and without the dollar sign. */
function withoutDollar(rest: Partial<Parts>, control: Partial<Parts> = { query: '$top=1' }): readonly Exchange[] {
  return beside('list', ['url:query', 'withoutDollar'], { query: 'top=1', ...rest }, control);
}

const sound = { error: { code: 'BadRequest', message: 'no' } };

const rows: readonly Row[] = [
  {
    requirement: 'TC-GEN-001',
    violated: [list([], { response: refusal(404) })],
    pointer: 'status',
    holds: [list([])],
    // About the card, about the caller, about the moment, of another team, or of nobody's promise.
    silent: [
      clockIn({}, { actor: 'application' }),
      get(openCard, {}, { response: refusal(404) }),
      list([], { response: refusal(401) }),
      list([], { response: { status: 502, text: '<h1>Bad gateway</h1>' } }),
      list([], { response: refusal(404), team: 'another' }),
      list([], { response: refusal(404), intent: false }),
    ],
  },
  {
    ...refusedSo('TC-GEN-002', ['header:Authorization', 'removed'], 401, 403),
    silent: beside('clockIn', ['header:Authorization', 'removed'], { response: refusal(503) }),
  },
  {
    requirement: 'TC-GEN-003',
    violated: [errorOf({ message: 'no' })],
    pointer: '/error',
    holds: [errorOf({ error: { ...sound.error, target: null, vendor: 7, innererror: null }, vendor: 7 })],
    silent: [
      clockIn(),
      list([], { ...unknownRoute, response: { status: 404, text: 'nothing here' } }),
      list([], { ...preflight, response: { status: 405, text: 'no' } }),
    ],
  },
  {
    requirement: 'TC-GEN-003',
    name: 'of no form',
    violated: [list([], { response: { status: 500, text: '<h1>No luck</h1>' } })],
    pointer: 'body',
    holds: [list([], { response: { status: 503, body: sound } })],
    // A gateway speaks for itself.
    silent: [502, 504].map((status) => list([], { response: { status, text: '<h1>Bad gateway</h1>' } })),
  },
  {
    requirement: 'TC-GEN-003',
    name: 'with a code that is no text',
    violated: [errorOf({ error: { code: 400, message: 'no' } })],
    pointer: '/error/code',
    holds: [errorOf(sound)],
    silent: [list([])],
  },
  {
    requirement: 'TC-GEN-004',
    violated: [errorOf(sound)],
    pointer: '/error/innerError',
    holds: [errorOf({ error: { ...sound.error, innererror: { date: 'd', 'request-id': 'r', code: 'x' } } })],
    silent: [clockIn(), errorOf({ message: 'no error object' }), list([], { response: { status: 500, text: 'oops' } })],
  },
  {
    requirement: 'TC-GEN-005',
    violated: [list([], { response: { body: { value: [] }, headers: json } })],
    pointer: 'header:request-id',
    holds: [list([], { response: { body: { value: [] }, headers: [['Request-Id', 'r']] } })],
    silent: [list([], { fault: 'timeout' }), list([], { ...preflight, response: { status: 204, headers: [] } })],
  },
  {
    requirement: 'TC-GEN-006',
    violated: [list([], { response: { body: { value: [] }, headers: [['Content-Type', 'text/json']] } })],
    pointer: 'header:content-type',
    holds: [list([], { response: { body: { value: [] }, headers: json } })],
    silent: [remove(openCard), errorOf(sound, { response: { status: 400, body: sound, headers: [] } })],
  },
  {
    requirement: 'TC-GEN-007',
    violated: [remove(openCard, { response: { status: 204, headers: [['Content-Length', '2']] } })],
    pointer: 'header:content-length',
    holds: [remove(openCard, { response: { status: 204, headers: [['Content-Length', '0']] } })],
    silent: [clockIn()],
  },
  {
    requirement: 'TC-GEN-007',
    name: 'with a body that came',
    violated: [remove(openCard, { response: { status: 204, body: {} } })],
    pointer: 'body',
    holds: [remove(openCard)],
    silent: [list([])],
  },
  {
    requirement: 'TC-GEN-008',
    violated: beside('get', ['url', 'letterCase'], { response: refusal(404) }),
    pointer: 'status',
    holds: beside('get', ['url', 'letterCase'], {}),
    // The control's card is still open: a strict server may refuse the second one for that alone.
    silent: beside('clockIn', ['url', 'letterCase'], { response: refusal(409) }).filter(
      ({ operation }) => operation !== 'delete',
    ),
  },
  {
    requirement: 'TC-GEN-009',
    observed: beside('get', ['url:card', 'letterCase'], { card: openId.toUpperCase(), response: refusal(404) }),
    value: '404 BadRequest',
    silent: [clockIn(), get(openCard)],
  },
  refusedSo('TC-GEN-015', ['', 'malformed:json'], 400, 500),
  refusedSo('TC-GEN-016', ['header:Content-Type', 'unsupported'], 415, 422),
  refusedSo('TC-GEN-017', ['url:team', 'unknown'], 404, 400),
  {
    requirement: 'TC-GEN-018',
    violated: beside('list', ['method', 'PUT'], { method: 'PUT', response: { status: 500 } }),
    pointer: 'status',
    holds: beside('list', ['method', 'PUT'], { method: 'PUT', response: refusal(405) }),
    silent: [list([]), ...beside('replace', ['method', 'PATCH'], { method: 'PATCH', response: { status: 200 } })],
  },
  {
    requirement: 'TC-GEN-018',
    name: 'not implemented',
    violated: beside('list', ['method', 'PUT'], { method: 'PUT', response: { status: 500 } }),
    pointer: 'status',
    holds: beside('list', ['method', 'PUT'], { method: 'PUT', response: refusal(501) }),
    // Where the control is not accepted either, it says nothing.
    silent: beside('list', ['method', 'PUT'], { method: 'PUT', response: refusal(501) }, { response: refusal(403) }),
  },
  {
    requirement: 'TC-GEN-019',
    violated: [list([], { response: { body: { value: [] }, headers: requestId } })],
    pointer: 'header:client-request-id',
    holds: [list([])],
    silent: [list([], { request: { headers: [] } })],
  },
  {
    requirement: 'TC-GEN-021',
    violated: beside('create', ['/clockInEvent/dateTime', 'offset'], { response: refusal(400) }),
    pointer: 'status',
    holds: beside('create', ['/clockInEvent/dateTime', 'offset'], {}),
    // The same in UTC is refused as well; and without a control.
    silent: [
      ...beside('create', ['/clockInEvent/dateTime', 'offset'], {}, { response: refusal(400) }),
      createOf(elsewhere, {}, { response: refusal(400) }),
    ],
  },
  {
    requirement: 'TC-GEN-026',
    context: { apiVersion: 'beta' },
    violated: withoutDollar({ response: { body: { value: [openCard, closedCard] } } }),
    pointer: '/value',
    holds: withoutDollar({ response: { body: { value: [openCard] } } }),
    silent: beside('list', ['url:query', 'undocumentedOption'], { query: '$skip=1', response: refusal(400) }),
  },
  {
    requirement: 'TC-GEN-026',
    name: 'refused',
    context: { apiVersion: 'beta' },
    violated: withoutDollar({ response: refusal(400) }),
    pointer: 'status',
    holds: withoutDollar({}),
    // The same with a $ is refused as well.
    silent: withoutDollar({ response: refusal(400) }, { query: '$top=1', response: refusal(400) }),
  },
  {
    requirement: 'TC-GEN-003',
    name: 'in beta',
    context: { apiVersion: 'beta' },
    violated: [errorOf({ error: { message: 'no' } })],
    pointer: '/error/code',
    holds: [errorOf(sound)],
    silent: [list([])],
  },
  {
    requirement: 'TC-GEN-020',
    violated: [clockIn(), get(openCard), clockOut({ response: refusal(400) }), get(closedCard)],
    pointer: '/state',
    holds: [clockIn(), get(openCard), clockOut({ response: refusal(400) }), get(openCard)],
    // Without a look before; with another write, accepted or in doubt, in between; after "not now".
    silent: [
      clockIn(),
      clockOut({ response: refusal(400) }),
      get(openCard),
      clockOut({ response: refusal(400) }),
      clockOut(),
      get(closedCard),
      clockOut({ response: refusal(400) }),
      remove(openCard, { fault: 'reset' }),
      get(openCard),
      clockOut({ response: refusal(429) }),
      get(closedCard),
    ],
  },
  {
    requirement: 'TC-GEN-020',
    name: 'a delete',
    violated: [
      clockIn(),
      get(openCard),
      remove(openCard, { response: refusal(403) }),
      get(openCard, {}, { response: refusal(404) }),
    ],
    pointer: 'status',
    holds: [clockIn(), get(openCard), remove(openCard, { response: refusal(403) }), get(openCard)],
    silent: [clockIn(), get(openCard), remove(openCard), get(openCard, {}, { response: refusal(404) })],
  },
  {
    requirement: 'TC-GEN-020',
    name: 'where a second clockIn may have closed the card',
    violated: [clockIn(), get(openCard), clockOut({ response: refusal(409) }), get(closedCard)],
    pointer: '/state',
    holds: [
      clockIn(),
      get(openCard),
      clockInOf(onBehalf, { '/id': 'TCK_theirs', '/userId': secondUser }),
      clockOut({ response: refusal(409) }),
      get(openCard),
    ],
    silent: [
      clockIn(),
      get(openCard),
      clockIn({ '/id': 'TCK_second' }),
      clockOut({ response: refusal(409) }),
      get(closedCard),
    ],
  },
  {
    requirement: 'TC-GEN-039',
    violated: [getAccepting('text/plain;q=0.5, application/json', refusal(406))],
    pointer: 'status',
    holds: [getAccepting('application/json, text/plain, */*')],
    silent: [
      getAccepting('application/json', refusal(406)),
      getAccepting('text/plain, application/json;q=0', refusal(406)),
      getAccepting('text/plain, text/html', refusal(406)),
      // It may be the language that is refused.
      getAccepting('application/json, text/plain, */*', refusal(406), [['Accept-Language', 'de-DE']]),
    ],
  },
  {
    requirement: 'TC-GEN-036',
    violated: [list([]), create({}, { response: refusal(400) }), list([createdCard])],
    pointer: '/value',
    holds: [list([]), create({}, { response: refusal(400) }), list([])],
    // A card that was made; somebody else's; nothing that was refused; no list before.
    silent: [
      create({}, { response: refusal(400) }),
      list([]),
      clockIn(),
      create({}, { response: refusal(400) }),
      list([openCard]),
      list([openCard, createdCard]),
    ],
  },
  {
    requirement: 'TC-GEN-036',
    name: 'after a timeout',
    violated: [list([]), create({}, { response: refusal(409) }), list([createdCard])],
    pointer: '/value',
    holds: [list([]), create({}, { response: refusal(409) }), list([])],
    silent: [list([]), create({}, { response: refusal(408) }), list([createdCard])],
  },
  {
    requirement: 'TC-GEN-036',
    name: 'a card of somebody else',
    violated: [list([openCard]), create({}, { response: refusal(409) }), list([openCard, createdCard])],
    pointer: '/value',
    holds: [
      list([openCard]),
      create({}, { response: refusal(409) }),
      list([openCard, { ...createdCard, userId: '99999999-8888-4777-8666-555555555555' }]),
    ],
    silent: [list([]), list([createdCard])],
  },
  {
    requirement: 'TC-GEN-036',
    name: 'a card that another client made meanwhile',
    violated: [list([]), create({}, { response: refusal(409) }), list([createdCard])],
    pointer: '/value',
    holds: [
      list([]),
      create({}, { response: refusal(409) }),
      list([{ ...createdCard, createdDateTime: '2025-01-07T21:45:00Z' }]),
    ],
    silent: [list([createdCard])],
  },
];

describeChecks('protocol', protocolChecks, rows);

test('a card that appears may be one of an earlier case whose request got no answer', () => {
  const appears = [list([]), create({}, { response: refusal(400) }), list([createdCard])];
  expect(answersOf('TC-GEN-036', appears)).toEqual([expect.stringMatching(/^violated/)]);
  expect(answersOf('TC-GEN-036', appears, { cardsMayAppear: true })).toEqual(['undecided: transport']);
});
