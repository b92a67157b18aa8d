import type { Exchange } from '../traffic/exchange.ts';
import type { Json, JsonObject } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import {
  asChanged,
  asControl,
  clockIn,
  clockOut,
  closedCard,
  create,
  createBody,
  createdCard,
  createdId,
  createOf,
  get,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { changed, exampleBody, exchange, secondUser, type Parts } from '../test/exchanges.ts';
import { replaceChecks } from './replace.ts';

type Changes = Readonly<Record<string, Json | undefined>>;
type Rest = Partial<Parts>;

const edited = '2025-01-07T23:30:00Z';
const earlier = '2025-01-07T20:00:00Z';
const body = exampleBody('replace_req');

const event = { dateTime: '2025-01-07T21:10:00Z', isAtApprovedLocation: true, notes: null };
const rest = { breakId: 'BRK_1', notes: null, start: event, end: { ...event, dateTime: '2025-01-07T21:20:00Z' } };
const withBreak = { ...body, breaks: [rest] };

/** The card after the documented edit of a card that was created, and of one that was clocked. */
const editedCreated = after(createdCard, body);
const editedClocked = changed(after(closedCard, body), {
  '/originalEntry': {
    clockInEvent: closedCard['clockInEvent'] ?? null,
    clockOutEvent: closedCard['clockOutEvent'] ?? null,
    breaks: [],
  },
});
const editedBreak = changed(editedCreated, { '/breaks': [rest] });

function after(card: JsonObject, sent: JsonObject): JsonObject {
  return changed(card, {
    '/clockInEvent': sent['clockInEvent'],
    '/clockOutEvent': sent['clockOutEvent'],
    '/notes': sent['notes'],
    '/lastModifiedDateTime': edited,
  });
}

function replaceOf(sent: JsonObject, changes: Rest = {}): Exchange {
  return exchange({ operation: 'replace', card: createdId, at: edited, request: { body: sent }, ...changes });
}

/** Of a fraction of a second, with which the examples send none. */
const preciseTime = '2025-01-07T21:00:00.123Z';
const precise = changed(body, { '/clockInEvent/dateTime': preciseTime });

function replace(changes: Rest = {}): Exchange {
  return replaceOf(body, changes);
}

const patch = { method: 'PATCH', intent: asChanged('method', 'PATCH') };

/** One value in the card that get shows after the documented replace. */
function afterwards(requirement: RequirementId, pointer: string, wrong: Json | undefined, named = pointer): Row {
  return afterwardsOf(requirement, [body, editedCreated], { [pointer]: wrong }, named);
}

function afterwardsOf(
  requirement: RequirementId,
  [sent, card]: readonly [JsonObject, JsonObject],
  wrong: Changes,
  pointer: string,
): Row {
  return {
    requirement,
    name: pointer,
    violated: [create(), replaceOf(sent), get(card, wrong)],
    pointer,
    holds: [create(), replaceOf(sent), get(card)],
    // Refused, sent to overlap, or accepted with a defect: the get says nothing of it.
    silent: [
      create(),
      replaceOf(sent, { response: refusal(403) }),
      get(createdCard),
      replaceOf(sent, { intent: { overlaps: 'confirm' } }),
      get(card, wrong),
      replaceOf(sent, { intent: asChanged('/userId', 'type') }),
      get(card, wrong),
    ],
  };
}

/** The request with the defect refused, and its control. */
function refused(requirement: RequirementId, what: readonly [string, string], changes: Rest = {}, status = 400): Row {
  const beside = (response: Rest) => [
    create(),
    replace({ intent: asChanged(...what), ...changes, ...response }),
    replace({ intent: asControl }),
  ];
  return {
    requirement,
    name: what[0],
    violated: beside({}),
    pointer: 'status',
    holds: beside({ response: refusal(status) }),
    silent: [
      create({}, { intent: asControl }),
      replace(),
      create({}, { intent: asChanged(...what), response: refusal(400) }),
    ],
  };
}

const asPrinted = asChanged('/confirmedBy', 'asPrinted');

/** The documented edit without a clock-out, and the card after it. */
const openBody = changed({ ...body, clockOutEvent: null, breaks: [] }, { '/state': undefined });
const reopened = { ...editedCreated, clockOutEvent: null, state: 'clockedIn' };
const openRest = { ...rest, end: null };

/** The documented edit of a card that has the entry already, so that the notes alone are new. */
const editedTwice = [create(), replace(), get(editedCreated)];
const otherNotes = changed(body, { '/notes/content': 'Modified again' });
const annotated = changed(editedCreated, {
  '/notes/content': 'Modified again',
  '/lastModifiedDateTime': '2025-01-07T23:40:00Z',
});

/** A closed card that has the break by now. */
const ownBreak = [create(), replaceOf(withBreak), get(editedBreak)];

const rows: readonly Row[] = [
  {
    requirement: 'TC-REPLACE-001',
    violated: [create(), replace({ response: { status: 200, body: editedCreated } })],
    pointer: 'status',
    holds: [create(), replace()],
    silent: [
      clockIn(),
      replace({ card: openId, response: refusal(409) }),
      create({ '/userId': secondUser }),
      replace({ response: refusal(403) }),
    ],
  },
  {
    requirement: 'TC-REPLACE-001',
    name: 'refused',
    violated: [create(), replace({ at: '2025-01-07T21:40:00Z', response: refusal(422) })],
    pointer: 'status',
    holds: [create(), replace()],
    silent: [
      create(),
      replaceOf(withBreak, { response: refusal(400) }),
      replace({ at: '2025-01-19T08:00:00Z', response: refusal(400) }),
      replaceOf({ ...body, userId: secondUser }, { response: refusal(403) }),
    ],
  },
  afterwards('TC-REPLACE-002', '/clockOutEvent/dateTime', '2025-01-07T21:30:40Z'),
  afterwards('TC-REPLACE-002', '/clockInEvent', null, '/clockInEvent/dateTime'),
  afterwardsOf(
    'TC-REPLACE-002',
    [
      { ...body, clockOutEvent: null },
      { ...editedCreated, clockOutEvent: null },
    ],
    { '/clockOutEvent': createdCard['clockOutEvent'] },
    '/clockOutEvent',
  ),
  {
    requirement: 'TC-REPLACE-002',
    name: 'of an open card',
    violated: [clockIn(), replace({ card: openId }), get(openCard)],
    pointer: '/clockInEvent/dateTime',
    holds: [clockIn(), replace({ card: openId }), get(after(openCard, body))],
    silent: [clockIn(), replace({ card: openId, response: refusal(409) }), get(openCard)],
  },
  {
    requirement: 'TC-REPLACE-003',
    name: 'no breaks, however that is written',
    violated: [
      clockIn(),
      clockOut(),
      get(closedCard),
      replace({ card: openId }),
      get(editedClocked, { '/originalEntry/breaks': [rest] }),
    ],
    pointer: '/originalEntry/breaks',
    holds: [
      clockIn(),
      clockOut(),
      get(closedCard),
      replace({ card: openId }),
      get(editedClocked, { '/originalEntry/breaks': null }),
    ],
    // Nor where the request has an original entry of its own, or of a card that is open.
    silent: [
      clockIn(),
      clockOut(),
      get(closedCard),
      replaceOf({ ...body, originalEntry: { clockInEvent: null, clockOutEvent: null, breaks: [] } }, { card: openId }),
      get(editedClocked, { '/originalEntry': null }),
      clockIn(),
      replace({ card: openId }),
      get(editedClocked, { '/originalEntry': null }),
    ],
  },
  {
    requirement: 'TC-REPLACE-003',
    violated: [
      clockIn(),
      clockOut(),
      get(closedCard),
      replace({ card: openId }),
      get(editedClocked, { '/originalEntry/clockOutEvent': body['clockOutEvent'] }),
    ],
    pointer: '/originalEntry/clockOutEvent',
    holds: [clockIn(), clockOut(), get(closedCard), replace({ card: openId }), get(editedClocked)],
    // Of a created card nothing is said, nor of one that was there before.
    silent: [
      create(),
      replace(),
      get(editedCreated, { '/originalEntry': null }),
      get(closedCard),
      replace({ card: openId }),
      get(editedClocked, { '/originalEntry': null }),
    ],
  },
  {
    requirement: 'TC-REPLACE-033',
    violated: [
      create(),
      replace(),
      get(editedCreated, { '/originalEntry/clockInEvent': { ...event, dateTime: '2026-01-07T21:00:00Z' } }),
    ],
    pointer: '/originalEntry/clockInEvent/dateTime',
    holds: [create(), replace(), get(editedCreated, { '/originalEntry/clockInEvent': createdCard['clockInEvent'] })],
    // None, or before an edit.
    silent: [create(), replace(), get(editedCreated, { '/originalEntry': null }), clockIn(), get(openCard)],
  },
  {
    requirement: 'TC-REPLACE-033',
    name: 'of a card that was clocked',
    violated: [
      clockIn(),
      clockOut(),
      get(closedCard),
      replace({ card: openId }),
      get(editedClocked, {
        '/originalEntry/clockInEvent/notes': { content: 'Started late', contentType: 'text' },
      }),
    ],
    pointer: '/originalEntry/clockInEvent/notes/content',
    holds: [clockIn(), clockOut(), get(closedCard), replace({ card: openId }), get(editedClocked)],
    // Beside a text that a server may clean up, another one may be what became of it.
    silent: [
      createOf({ ...createBody, notes: { content: '<b>late</b>', contentType: 'html' } }),
      replace(),
      get(editedCreated, { '/originalEntry': null }),
    ],
  },
  afterwards('TC-REPLACE-004', '/createdBy/user/id', secondUser),
  afterwards('TC-REPLACE-004', '/createdDateTime', edited),
  {
    requirement: 'TC-REPLACE-005',
    observed: [create({ '/breaks': [rest] }), replaceOf({ ...body, notes: null }), get(editedCreated)],
    value: 'breaks cleared',
    silent: [create({ '/notes': null }), replace(), get(editedCreated)],
  },
  {
    requirement: 'TC-REPLACE-005',
    name: 'that stays',
    observed: [create(), replaceOf(changed(body, { '/userId': undefined })), get(editedCreated)],
    value: 'userId kept',
    silent: [create({ '/notes': null }), replace({ response: refusal(400) }), get(createdCard)],
  },
  refused('TC-REPLACE-006', ['url:card', 'unknown'], { card: 'TCK_x' }, 404),
  {
    requirement: 'TC-REPLACE-007',
    observed: [create(), replace({ response: { status: 200, body: editedCreated } })],
    value: '200 with a timeCard',
    silent: [create(), replace({ response: refusal(400) })],
  },
  {
    requirement: 'TC-REPLACE-007',
    name: 'PATCH',
    observed: [create(), replace({ intent: asControl }), replace({ ...patch, response: refusal(405) })],
    value: '405 BadRequest',
    silent: [create(), replace({ ...patch, response: refusal(405) })],
  },
  afterwards('TC-REPLACE-008', '/notes/content', 'Modified'),
  afterwardsOf(
    'TC-REPLACE-008',
    [
      { ...body, notes: null },
      { ...editedCreated, notes: null },
    ],
    { '/notes': { contentType: 'text', content: 'as before' } },
    '/notes',
  ),
  afterwards('TC-REPLACE-009', '/lastModifiedDateTime', earlier),
  {
    requirement: 'TC-REPLACE-009',
    name: 'left as it was for long',
    violated: [
      create(),
      replace(),
      get(editedCreated, { '/lastModifiedDateTime': createdCard['lastModifiedDateTime'] }),
    ],
    pointer: '/lastModifiedDateTime',
    holds: [create(), replace(), get(editedCreated)],
    silent: [
      create(),
      replace({ at: '2025-01-07T21:30:21Z' }),
      get(editedCreated, { '/lastModifiedDateTime': createdCard['lastModifiedDateTime'] }),
    ],
  },
  {
    requirement: 'TC-REPLACE-009',
    name: 'where nothing was changed',
    violated: [
      create(),
      replace(),
      get(editedCreated, { '/lastModifiedDateTime': createdCard['lastModifiedDateTime'] }),
    ],
    pointer: '/lastModifiedDateTime',
    holds: [create(), replace(), get(editedCreated)],
    silent: [create(), replace(), get(createdCard)],
  },
  afterwards('TC-REPLACE-010', '/clockInEvent/notes', null),
  afterwards('TC-REPLACE-010', '/clockOutEvent/notes', { content: 'as before', contentType: 'text' }),
  afterwards('TC-REPLACE-011', '/clockOutEvent/isAtApprovedLocation', false),
  {
    ...afterwardsOf(
      'TC-REPLACE-011',
      [body, editedCreated],
      { '/clockInEvent/isAtApprovedLocation': null },
      '/clockInEvent/isAtApprovedLocation',
    ),
    name: 'in beta',
    context: { apiVersion: 'beta' },
    holds: [
      create(),
      replace(),
      get(editedCreated, {
        '/clockInEvent/isAtApprovedLocation': undefined,
        '/clockInEvent/atApprovedLocation': true,
        '/clockOutEvent/atApprovedLocation': true,
      }),
    ],
  },
  afterwardsOf('TC-REPLACE-012', [withBreak, editedBreak], { '/breaks': [] }, '/breaks'),
  {
    ...afterwardsOf(
      'TC-REPLACE-012',
      [withBreak, editedBreak],
      { '/breaks/0/end/dateTime': earlier },
      '/breaks/0/end/dateTime',
    ),
    name: 'the end',
    silent: [create(), replaceOf({ ...body, breaks: [{ ...rest, end: null }] }), get(editedCreated)],
  },
  afterwards('TC-REPLACE-013', '/state', 'clockedIn'),
  {
    ...afterwards('TC-REPLACE-013', '/state', 'onBreak'),
    name: 'of a body that says something else',
    silent: [create(), replaceOf({ ...body, state: 'clockedIn' }), get(editedCreated, { '/state': 'clockedIn' })],
  },
  {
    ...afterwards('TC-REPLACE-014', '/lastModifiedBy/user/id', secondUser),
    silent: [
      create(),
      replaceOf(changed(body, { '/lastModifiedBy/user/id': secondUser })),
      get(editedCreated, { '/lastModifiedBy/user/id': secondUser }),
      replace({ actor: 'secondUser' }),
      get(editedCreated, { '/lastModifiedBy/user/id': secondUser }),
    ],
  },
  {
    ...afterwards('TC-REPLACE-015', '/userId', secondUser),
    silent: [
      create(),
      replaceOf(changed(body, { '/userId': undefined })),
      get(editedCreated, { '/userId': secondUser }),
    ],
  },
  {
    requirement: 'TC-REPLACE-025',
    observed: [create(), replaceOf({ ...body, userId: secondUser }), get(editedCreated, { '/userId': secondUser })],
    value: 'the one that was sent',
    silent: [create(), replace(), get(editedCreated, { '/userId': secondUser })],
  },
  {
    requirement: 'TC-REPLACE-025',
    name: 'which stays',
    observed: [create(), replaceOf({ ...body, userId: secondUser }), get(editedCreated)],
    value: 'as before',
    silent: [create(), replaceOf(changed(body, { '/userId': undefined })), get(editedCreated)],
  },
  {
    requirement: 'TC-REPLACE-026',
    violated: [create(), replaceOf(precise), get(editedCreated, { '/clockInEvent/dateTime': '2025-01-07T21:00:00Z' })],
    pointer: '/clockInEvent/dateTime',
    holds: [create(), replaceOf(precise), get(editedCreated, { '/clockInEvent/dateTime': preciseTime })],
    silent: [create(), replace(), get(editedCreated)],
  },
  refused('TC-REPLACE-016', ['/clockInEvent/dateTime', 'required']),
  refused('TC-REPLACE-017', ['/breaks/0/start', 'required']),
  refused('TC-REPLACE-018', ['/clockInEvent/notes/contentType', 'enum']),
  refused('TC-REPLACE-019', ['/clockOutEvent/isAtApprovedLocation', 'type']),
  {
    requirement: 'TC-REPLACE-032',
    context: { apiVersion: 'beta' },
    violated: [create(), replace({ intent: asPrinted, response: refusal(400) }), replace({ intent: asControl })],
    pointer: 'status',
    holds: [create(), replace({ intent: asPrinted }), replace({ intent: asControl })],
    // The card is locked.
    silent: [create(), replace({ intent: asPrinted, response: refusal(423) }), replace({ intent: asControl })],
  },
  {
    requirement: 'TC-REPLACE-032',
    name: 'of a card that may not be edited at all',
    context: { apiVersion: 'beta' },
    violated: [create(), replace({ intent: asPrinted, response: refusal(422) }), replace({ intent: asControl })],
    pointer: 'status',
    holds: [create(), replace({ intent: asPrinted }), replace({ intent: asControl })],
    silent: [
      create(),
      replace({ intent: asPrinted, response: refusal(400) }),
      replace({ intent: asControl, response: refusal(400) }),
    ],
  },
  afterwardsOf(
    'TC-REPLACE-020',
    [withBreak, editedBreak],
    { '/breaks': [rest, { ...rest, breakId: 'BRK_2' }] },
    '/breaks',
  ),
  {
    requirement: 'TC-REPLACE-012',
    name: 'an open break',
    violated: [create(), replaceOf({ ...openBody, breaks: [openRest] }), get(reopened, { '/breaks': [rest] })],
    pointer: '/breaks/0/end',
    holds: [create(), replaceOf({ ...openBody, breaks: [openRest] }), get(reopened, { '/breaks': [openRest] })],
    // Of a card that is closed, of two, or one that the card has and of which the end is left out.
    silent: [
      create(),
      replaceOf({ ...body, breaks: [openRest] }),
      get(editedBreak),
      replaceOf({ ...openBody, breaks: [openRest, openRest] }),
      get(editedBreak),
      replaceOf({ ...openBody, breaks: [changed(rest, { '/end': undefined })] }),
      get(editedBreak),
    ],
  },
  {
    requirement: 'TC-REPLACE-027',
    violated: [create(), replaceOf(openBody), get(reopened, { '/state': 'clockedOut' })],
    pointer: '/state',
    holds: [create(), replaceOf(openBody), get(reopened)],
    silent: [
      create(),
      replaceOf({ ...openBody, state: 'onBreak' }),
      get(reopened, { '/state': 'onBreak' }),
      replace(),
      get(editedCreated, { '/state': 'clockedIn' }),
      replaceOf(changed(openBody, { '/breaks': undefined })),
      get(reopened, { '/state': 'onBreak' }),
    ],
  },
  {
    requirement: 'TC-REPLACE-027',
    name: 'on a break',
    violated: [create(), replaceOf({ ...openBody, breaks: [openRest] }), get(reopened, { '/breaks': [openRest] })],
    pointer: '/state',
    holds: [
      create(),
      replaceOf({ ...openBody, breaks: [openRest] }),
      get(reopened, { '/breaks': [openRest], '/state': 'onBreak' }),
    ],
    silent: [create(), replaceOf({ ...openBody, breaks: [openRest, openRest] }), get(reopened)],
  },
  {
    requirement: 'TC-REPLACE-028',
    name: 'who made it',
    violated: [
      create(),
      replaceOf({ ...body, createdBy: { user: { id: secondUser } } }),
      get(editedCreated, { '/createdBy/user/id': secondUser }),
    ],
    pointer: '/createdBy/user/id',
    holds: [create(), replaceOf({ ...body, createdBy: { user: { id: secondUser } } }), get(editedCreated)],
    silent: [create(), replace(), get(editedCreated, { '/createdBy/user/id': secondUser })],
  },
  {
    requirement: 'TC-REPLACE-028',
    name: 'when it was made, which a service that makes it anew has not taken from the request',
    violated: [
      create(),
      replaceOf({ ...body, createdDateTime: '2020-01-01T00:00:00Z' }),
      get(editedCreated, { '/createdDateTime': '2020-01-01T00:00:00Z' }),
    ],
    pointer: '/createdDateTime',
    holds: [create(), replaceOf({ ...body, createdDateTime: '2020-01-01T00:00:00Z' }), get(editedCreated)],
    silent: [
      create(),
      replaceOf({ ...body, createdDateTime: '2020-01-01T00:00:00Z' }),
      get(editedCreated, { '/createdDateTime': '2025-06-01T00:00:00Z' }),
    ],
  },
  {
    requirement: 'TC-REPLACE-028',
    name: 'who modified it',
    violated: [
      create(),
      replaceOf(changed(body, { '/lastModifiedBy/user/id': secondUser })),
      get(editedCreated, { '/lastModifiedBy/user/id': secondUser }),
    ],
    pointer: '/lastModifiedBy/user/id',
    holds: [create(), replaceOf(changed(body, { '/lastModifiedBy/user/id': secondUser })), get(editedCreated)],
    silent: [create(), replace(), get(editedCreated, { '/lastModifiedBy/user/id': secondUser })],
  },
  {
    requirement: 'TC-REPLACE-028',
    name: 'what it was',
    violated: [
      create(),
      replaceOf({ ...body, originalEntry: { clockInEvent: event, clockOutEvent: null, breaks: [] } }),
      get(editedCreated, { '/originalEntry': { clockInEvent: event, clockOutEvent: null, breaks: [] } }),
    ],
    pointer: '/originalEntry',
    holds: [
      create(),
      replaceOf({ ...body, originalEntry: { clockInEvent: event, clockOutEvent: null, breaks: [] } }),
      get(editedCreated),
    ],
    // As it was shown, as a client sends it that reads, changes and writes.
    silent: [create(), replaceOf({ ...body, originalEntry: createdCard['originalEntry'] ?? null }), get(editedCreated)],
  },
  {
    ...afterwardsOf(
      'TC-REPLACE-029',
      [{ ...body, breaks: [{ ...rest, notes: { content: 'tea', contentType: 'text' } }] }, editedBreak],
      {},
      '/breaks/0/notes',
    ),
    holds: [
      create(),
      replaceOf({ ...body, breaks: [{ ...rest, notes: { content: 'tea', contentType: 'text' } }] }),
      get(editedBreak, { '/breaks/0/notes': { content: 'tea', contentType: 'text' } }),
    ],
    silent: [
      create(),
      replaceOf({
        ...body,
        breaks: [changed(rest, { '/notes': undefined, '/start/notes': undefined, '/end/notes': undefined })],
      }),
      get(editedBreak, { '/breaks/0/notes': { content: 'tea', contentType: 'text' } }),
    ],
  },
  {
    ...afterwardsOf(
      'TC-REPLACE-029',
      [withBreak, editedBreak],
      { '/breaks/0/start/notes': { content: 'tea', contentType: 'text' } },
      '/breaks/0/start/notes',
    ),
    name: 'null in an event',
  },
  {
    ...afterwardsOf(
      'TC-REPLACE-030',
      [changed(body, { '/clockInEvent/isAtApprovedLocation': null }), editedCreated],
      {},
      '/clockInEvent/isAtApprovedLocation',
    ),
    // A service that knows no third value keeps false.
    holds: [
      create(),
      replaceOf(changed(body, { '/clockInEvent/isAtApprovedLocation': null })),
      get(editedCreated, { '/clockInEvent/isAtApprovedLocation': false }),
    ],
    silent: [
      create(),
      replaceOf(changed(body, { '/clockInEvent/isAtApprovedLocation': undefined })),
      get(editedCreated),
      replaceOf({ ...openBody, clockInEvent: null }),
      get(editedCreated),
    ],
  },
  {
    requirement: 'TC-REPLACE-031',
    violated: [
      ...editedTwice,
      replaceOf(otherNotes, { at: '2025-01-07T23:40:00Z' }),
      get(annotated, { '/lastModifiedDateTime': edited }),
    ],
    pointer: '/lastModifiedDateTime',
    holds: [...editedTwice, replaceOf(otherNotes, { at: '2025-01-07T23:40:00Z' }), get(annotated)],
    // Something else was edited as well, or nothing.
    silent: [
      create(),
      replace(),
      get(editedCreated, { '/lastModifiedDateTime': earlier }),
      replace({ at: '2025-01-07T23:40:00Z' }),
      get(editedCreated, { '/lastModifiedDateTime': earlier }),
    ],
  },
  {
    requirement: 'TC-REPLACE-021',
    observed: [create(), replaceOf({ ...body, state: 'clockedIn' }), get(editedCreated)],
    value: 'the one of the events',
    silent: [create(), replace(), get(editedCreated)],
  },
  {
    requirement: 'TC-REPLACE-021',
    name: 'followed',
    observed: [create(), replaceOf({ ...body, state: 'clockedIn' }), get(editedCreated, { '/state': 'clockedIn' })],
    value: 'the one that was sent',
    silent: [create(), replaceOf(changed(body, { '/state': undefined })), get(editedCreated)],
  },
  {
    requirement: 'TC-REPLACE-022',
    observed: [clockIn(), replace({ card: openId, response: refusal(409) })],
    value: '409 BadRequest',
    silent: [create(), replace({ response: refusal(409) })],
  },
  afterwardsOf(
    'TC-REPLACE-023',
    [withBreak, editedBreak],
    { '/breaks/0/end/isAtApprovedLocation': false },
    '/breaks/0/end/isAtApprovedLocation',
  ),
  {
    requirement: 'TC-REPLACE-024',
    violated: [...ownBreak, replaceOf(withBreak), get(editedBreak, { '/breaks/0/breakId': 'BRK_9' })],
    pointer: '/breaks/0/breakId',
    holds: [...ownBreak, replaceOf(withBreak), get(editedBreak)],
    // An id that the client made up.
    silent: [create(), replaceOf(withBreak), get(editedBreak, { '/breaks/0/breakId': 'BRK_9' })],
  },
];

describeChecks('replace', replaceChecks, rows);
