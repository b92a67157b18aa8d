import type { Json, JsonObject } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Exchange } from '../traffic/exchange.ts';
import { changed, exchange, otherTeam, secondUser, type Parts } from '../test/exchanges.ts';
import {
  asChanged,
  clockIn,
  clockOut,
  closedCard,
  createBody,
  createdCard,
  createOf,
  get,
  list,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type JudgedRow, type Row } from '../test/check-table.ts';
import { shapeChecks } from './shape.ts';

/** One value in the second card of a list, and in the same card the value that is right. */
function inList(
  requirement: RequirementId,
  pointer: string,
  wrong: Json | undefined,
  right: Json | undefined,
  card: JsonObject = closedCard,
): JudgedRow {
  return {
    requirement,
    violated: [list([openCard, changed(card, { [pointer]: wrong })])],
    pointer: `/value/1${pointer}`,
    holds: [list([openCard, changed(card, { [pointer]: right })])],
    // Refused, no list, part of a card, or the answer to a request with a deliberate defect.
    silent: [
      list([], { response: refusal(400) }),
      list([], { response: { body: changed(card, { [pointer]: wrong }) } }),
      list([changed(card, { [pointer]: wrong })], { query: '$select=id', intent: false }),
      get(changed(card, { [pointer]: wrong }), {}, { intent: asChanged('url:query', 'undocumentedOption') }),
    ],
  };
}

const nap = { breakId: 'b1', notes: null, start: { dateTime: '2025-01-07T21:40:00Z' }, end: null };
const onBreak = { '/state': 'onBreak', '/clockOutEvent': null, '/breaks': [nap] };
const { clockOutEvent: _, ...open } = createBody;
const withBreak = { ...open, breaks: [{ start: nap.start }] };

/** A replace of the open card by an open one. */
function replace(more: JsonObject, rest: Partial<Parts> = {}): Exchange {
  const body = { clockInEvent: openCard['clockInEvent'] ?? null, clockOutEvent: null, ...more };
  return exchange({ operation: 'replace', card: openId, request: { body }, ...rest });
}

/** One value in a card of a known life; of other people's cards, and of oddly made ones, nothing follows. */
function inKnownLife(requirement: RequirementId, pointer: string, wrong: Json): JudgedRow {
  return {
    requirement,
    violated: [clockIn(), clockOut(), get(closedCard, { [pointer]: wrong })],
    pointer,
    holds: [clockIn(), clockOut(), get(closedCard)],
    silent: [
      list([changed(closedCard, { [pointer]: wrong })]),
      createOf({ ...createBody, state: 'clockedIn' }, { [pointer]: wrong }, { team: otherTeam }),
    ],
  };
}

const changedIn = (pointer: string, keyword: string) => ({ mutation: { pointer, keyword, controlOf: 'get' } });
const asReader = changedIn('header:Authorization', 'readOnly');
const asActingUser = changedIn('header:MS-APP-ACTS-AS', 'added');

const rows: readonly Row[] = [
  inList('TC-GEN-013', '/createdDateTime', '2025-01-07T22:35:36.311+01:00', '2025-01-07T21:35:36.3110000+00:00'),
  { ...inList('TC-GEN-013', '/lastModifiedDateTime', 1736285736311, null), name: 'as a number' },
  inList('TC-GEN-012', '/confirmedBy', 'user,unknownFutureValue', 'user,manager'),
  inList('TC-SHAPE-001', '/state', 'ClockedOut', 'clockedOut'),
  {
    ...inList('TC-SHAPE-001', '/state', 'unknownFutureValue', 'clockedOut'),
    name: 'unless the client asks for more',
    silent: [
      list([{ id: 'TCK_1', state: 'paused' }], {
        request: { headers: [['Prefer', 'include-unknown-enum-members']] },
        intent: false,
      }),
      list([{ id: 'TCK_1' }]),
    ],
  },
  inList('TC-SHAPE-002', '/confirmedBy', 'None', 'user, manager'),
  inList('TC-SHAPE-003', '/clockInEvent/isAtApprovedLocation', 'true', null),
  {
    requirement: 'TC-SHAPE-003',
    name: 'under its older name',
    violated: [
      get(openCard, { '/clockInEvent/isAtApprovedLocation': undefined, '/clockInEvent/atApprovedLocation': true }),
    ],
    pointer: '/clockInEvent/isAtApprovedLocation',
    holds: [get(openCard, { '/clockInEvent/atApprovedLocation': true })],
    silent: [get({ id: 'TCK_1', clockInEvent: null })],
  },
  {
    ...inList('TC-SHAPE-004', '/originalEntry/clockInEvent/dateTime', null, '2025-01-07T21:35:36Z'),
    silent: [get({ id: 'TCK_1', clockInEvent: null })],
  },
  {
    requirement: 'TC-SHAPE-005',
    violated: [get(openCard, { '/breaks': [{ ...nap, start: null }] })],
    pointer: '/breaks/0/start',
    holds: [get(openCard, { '/breaks': [nap] })],
    silent: [get(openCard)],
  },
  inList('TC-SHAPE-006', '/notes', undefined, null),
  {
    ...inList('TC-SHAPE-006', '/originalEntry', undefined, null),
    name: 'unless the client wants no nulls',
    silent: [
      list([{ id: 'TCK_1' }], { request: { headers: [['prefer', 'omit-values=nulls']] } }),
      list([{ id: 'TCK_1' }], { query: '%24select=id', intent: false }),
    ],
  },
  inList('TC-SHAPE-007', '/createdBy', secondUser, null),
  { ...inList('TC-SHAPE-007', '/lastModifiedBy/user', secondUser, null), name: 'a member' },
  inList('TC-SHAPE-023', '/createdBy/user/id', 7, secondUser),
  { ...inList('TC-SHAPE-023', '/lastModifiedBy/user/displayName', false, null), name: 'a name' },
  inList('TC-SHAPE-008', '/lastModifiedDateTime', '2025-01-07T21:35:34.300Z', '2025-01-07T21:35:36.000Z'),
  inList('TC-SHAPE-009', '/clockInEvent/notes/contentType', 'text/plain', 'html'),
  // The clock-out is what does not fit a state that says otherwise.
  { ...inKnownLife('TC-SHAPE-010', '/state', 'clockedIn'), pointer: '/clockOutEvent' },
  inKnownLife('TC-SHAPE-011', '/clockOutEvent', null),
  {
    requirement: 'TC-SHAPE-012',
    violated: [createOf(withBreak, { ...onBreak, '/breaks': [{ ...nap, end: nap.start }] })],
    pointer: '/breaks',
    holds: [createOf(withBreak, onBreak)],
    silent: [
      createOf({ ...open, breaks: [nap, nap] }, { ...onBreak, '/breaks': [nap, nap] }),
      get(createdCard, { '/state': 'onBreak', '/breaks': [] }),
      clockIn(),
    ],
  },
  {
    requirement: 'TC-SHAPE-012',
    name: 'of a replaced card',
    violated: [clockIn(), replace({ breaks: [] }), get(openCard, { '/state': 'onBreak' })],
    pointer: '/breaks',
    holds: [clockIn(), replace({ breaks: [nap] }), get(openCard, onBreak)],
    // What was sent leaves the state open, or says another one, or would not have been sent by anybody who means it.
    silent: [
      clockIn(),
      replace({}),
      get(openCard, { '/state': 'onBreak' }),
      clockIn(),
      replace({ breaks: [], state: 'onBreak' }),
      get(openCard, { '/state': 'onBreak' }),
      clockIn(),
      replace({ breaks: [nap, nap] }),
      get(openCard, { '/state': 'onBreak', '/breaks': [nap, nap] }),
      clockIn(),
      replace({ breaks: [] }, { intent: asChanged('/userId', 'type') }),
      get(openCard, { '/state': 'onBreak' }),
      clockIn(),
      replace({ breaks: [] }, { intent: { overlaps: 'it' } }),
      get(openCard, { '/state': 'onBreak' }),
    ],
  },
  inList('TC-SHAPE-013', '/breaks', null, []),
  inList('TC-SHAPE-021', '/clockInEvent/dateTime', '2025-01-07T21:35:36', '2025-01-07T22:35:36+01:00'),
  {
    ...inList('TC-SHAPE-022', '/clockInEvent/dateTime', '2025-01-07T22:35:36+01:00', '2025-01-07T21:35Z'),
    silent: [get({ id: 'TCK_1', clockInEvent: { dateTime: '2025-01-07T21:35:36' } })],
  },
  {
    requirement: 'TC-SHAPE-013',
    name: 'in beta',
    context: { apiVersion: 'beta' },
    violated: [get(openCard, { '/notes': 'late' })],
    pointer: '/notes',
    // Of which name stands there, and with what, others speak.
    holds: [get(openCard, { '/clockInEvent/atApprovedLocation': 'true', '/createdBy/conversation': null })],
    silent: [get(openCard, {}, { response: refusal(404) })],
  },
  {
    requirement: 'TC-SHAPE-006',
    name: 'for who may only read',
    violated: [get(openCard, { '/originalEntry': undefined }, { intent: asReader })],
    pointer: '/originalEntry',
    holds: [get(openCard, {}, { intent: asReader })],
    silent: [get(openCard, { '/originalEntry': undefined }, { intent: asActingUser })],
  },
  {
    requirement: 'TC-SHAPE-006',
    name: 'in beta',
    context: { apiVersion: 'beta' },
    violated: [get(openCard, { '/confirmedBy': undefined, '/confirmationStatus': 'notConfirmed' })],
    pointer: '/confirmedBy',
    holds: [get(openCard, { '/confirmationStatus': 'notConfirmed' })],
    silent: [get(openCard, {}, { response: refusal(404) })],
  },
  {
    ...inList('TC-SHAPE-002', '/confirmedBy', 'user;manager', 'user,manager'),
    name: 'in beta',
    context: { apiVersion: 'beta' },
  },
  { ...inList('TC-SHAPE-013', '/userId', 17, secondUser), name: 'of a text' },
  {
    ...inList('TC-SHAPE-013', '/clockInEvent', '2025-01-07T21:35:36Z', null),
    name: 'of an event',
  },
];

describeChecks('shape', shapeChecks, rows);
