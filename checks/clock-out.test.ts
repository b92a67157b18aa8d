import { expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { changed, context, exchange, secondUser, traffic } from '../test/exchanges.ts';
import {
  asChanged,
  asControl,
  beside,
  clockIn,
  clockOut,
  closedCard,
  create,
  createdCard,
  createdId,
  get,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { clockOutChecks } from './clock-out.ts';
import { judge } from './judge.ts';

/** One value in the card that get shows after the documented clockOut. */
function afterwards(requirement: RequirementId, pointer: string, wrong: Json | undefined): Row {
  return {
    requirement,
    violated: [clockIn(), clockOut(), get(closedCard, { [pointer]: wrong })],
    pointer,
    holds: [clockIn(), clockOut(), get(closedCard)],
    // Refused, broken off, answered another card, or accepted although it was defective: the get says nothing of it.
    silent: [
      clockIn(),
      clockOut({ response: refusal(400) }),
      get(openCard),
      clockOut({ fault: 'reset' }),
      get(closedCard, { [pointer]: wrong }),
    ],
  };
}

const withoutNotes = { request: { body: { isAtApprovedLocation: true } } };
const withoutPlace = { request: { body: { notes: null } } };
const hourBefore = '2025-01-07T20:00:00.500Z';

const event = { dateTime: '2025-01-07T22:00:00Z', isAtApprovedLocation: null, notes: null };
const rest = { breakId: 'BRK_1', notes: null, start: event, end: event };
const onBreak = [clockIn(), get(openCard, { '/state': 'onBreak', '/breaks': [{ ...rest, end: null }] })] as const;
const noted = { ...event, notes: { content: 'tea', contentType: 'text' } };
const going = { breakId: 'BRK_2', notes: null, start: noted, end: null };
const onSecondBreak = [clockIn(), get(openCard, { '/state': 'onBreak', '/breaks': [rest, going] })] as const;
const rested = changed(openCard, { '/breaks': [rest] });

const lookalike = 'TCK_00000000-0000-4000-8000-000000000000';

/** As they are after an edit of the clock-in. */
const anotherClockIn = { '/clockInEvent': createdCard['clockInEvent'] };
const edited = changed(openCard, anotherClockIn);
const editedClosed = changed(closedCard, anotherClockIn);

const rows: readonly Row[] = [
  {
    requirement: 'TC-CLOCKOUT-001',
    violated: [clockIn(), clockOut({ response: { status: 200, body: closedCard } })],
    pointer: 'status',
    holds: [clockIn(), clockOut()],
    silent: [clockIn(), clockOut({ fault: 'timeout' }), clockOut({ response: refusal(409) })],
  },
  {
    requirement: 'TC-CLOCKOUT-001',
    name: 'of another user’s card',
    violated: [clockIn(), clockOut({ response: refusal(400) })],
    pointer: 'status',
    holds: [clockIn(), clockOut()],
    silent: [clockIn({ '/userId': secondUser }), clockOut({ response: refusal(403) })],
  },
  {
    requirement: 'TC-CLOCKOUT-002',
    observed: [clockIn(), clockOut({ response: { status: 200, body: closedCard } })],
    value: '200 with a timeCard',
    silent: [clockIn(), clockOut({ response: refusal(400) })],
  },
  {
    requirement: 'TC-CLOCKOUT-002',
    name: 'of confirm',
    observed: [clockIn(), clockOut(), exchange({ operation: 'confirm', card: openId })],
    value: '204 without a timeCard',
    silent: [clockIn(), get(openCard)],
  },
  afterwards('TC-CLOCKOUT-003', '/state', 'clockedIn'),
  {
    ...afterwards('TC-CLOCKOUT-003', '/state', 'clockedIn'),
    name: 'accepted with a deliberate defect',
    silent: [clockIn(), clockOut({ intent: asChanged('/notes', 'type') }), get(openCard)],
  },
  afterwards('TC-CLOCKOUT-004', '/clockOutEvent', null),
  {
    ...afterwards('TC-CLOCKOUT-005', '/clockOutEvent/notes/content', 'clocking'),
    silent: [clockIn(), clockOut(withoutNotes), get(closedCard)],
  },
  {
    ...afterwards('TC-CLOCKOUT-006', '/clockOutEvent/isAtApprovedLocation', null),
    silent: [clockIn(), clockOut(withoutPlace), get(closedCard)],
  },
  afterwards('TC-CLOCKOUT-008', '/clockInEvent', null),
  { ...afterwards('TC-CLOCKOUT-008', '/createdBy/user/id', secondUser), name: 'the creator' },
  {
    requirement: 'TC-CLOCKOUT-008',
    name: 'beside members that nobody documents',
    violated: [clockIn(), clockOut(), get(closedCard, { '/createdDateTime': hourBefore })],
    pointer: '/createdDateTime',
    holds: [clockIn(), clockOut(), get(closedCard, { '/clockInEvent/@odata.type': '#x', '/clockInEvent/vendor': 7 })],
    silent: [clockIn(), get(openCard)],
  },
  afterwards('TC-CLOCKOUT-009', '/lastModifiedDateTime', hourBefore),
  {
    ...afterwards('TC-CLOCKOUT-010', '/originalEntry/clockOutEvent', null),
    silent: [create(), clockOut({ card: createdId }), get(createdCard)],
  },
  {
    requirement: 'TC-CLOCKOUT-011',
    violated: [clockIn(), clockOut(), get(closedCard, { '/clockOutEvent/dateTime': hourBefore })],
    pointer: '/clockOutEvent/dateTime',
    holds: [clockIn(), clockOut(), get(closedCard)],
    silent: [
      create({ '/state': 'clockedIn', '/clockOutEvent': null, '/clockInEvent/dateTime': '2025-01-08T08:00:00Z' }),
      clockOut({ card: createdId }),
      get({ ...closedCard, id: createdId }, { '/clockInEvent/dateTime': '2025-01-08T08:00:00Z' }),
    ],
  },
  {
    requirement: 'TC-CLOCKOUT-012',
    violated: beside('clockOut', ['url:card', 'unknown'], { card: 'TCK_x' }),
    pointer: 'status',
    holds: beside('clockOut', ['url:card', 'unknown'], { card: 'TCK_x', response: refusal(404) }),
    silent: beside('delete', ['url:card', 'unknown'], { card: 'TCK_x', response: refusal(404) }),
  },
  {
    requirement: 'TC-CLOCKOUT-012',
    name: 'an id of the server’s own look',
    violated: beside('clockOut', ['url:card', 'unknown'], { card: lookalike, response: refusal(400) }),
    pointer: 'status',
    holds: beside('clockOut', ['url:card', 'unknown'], { card: lookalike, response: refusal(404) }),
    // An id of another look may be found wrong before anybody looks for the card.
    silent: beside('clockOut', ['url:card', 'unknown'], { card: 'TCK_x', response: refusal(400) }),
  },
  {
    requirement: 'TC-CLOCKOUT-012',
    name: 'refused in another way',
    violated: beside('clockOut', ['url:card', 'unknown'], { card: 'TCK_x', response: refusal(403) }),
    pointer: 'status',
    holds: beside('clockOut', ['url:card', 'unknown'], { card: 'TCK_x', response: refusal(404) }),
    silent: beside(
      'clockOut',
      ['url:card', 'unknown'],
      { card: 'TCK_x', response: refusal(400) },
      { intent: asControl, response: refusal(400) },
    ),
  },
  {
    requirement: 'TC-CLOCKOUT-013',
    observed: [clockIn(), clockOut(), clockOut({ response: refusal(409) })],
    value: '409 BadRequest',
    silent: [clockIn(), clockOut()],
  },
  {
    requirement: 'TC-CLOCKOUT-013',
    name: 'accepted',
    observed: [clockIn(), clockOut(), get(closedCard), clockOut(), get(closedCard, { '/clockOutEvent/notes': null })],
    value: 'the card changes',
    silent: [clockIn(), clockOut(), get(closedCard)],
  },
  {
    requirement: 'TC-CLOCKOUT-014',
    observed: [...onBreak, clockOut(), get(closedCard, { '/breaks': [rest] })],
    value: 'the break has an end',
    silent: [clockIn(), clockOut(), get(closedCard, { '/breaks': [rest] })],
  },
  {
    requirement: 'TC-CLOCKOUT-014',
    name: 'refused',
    observed: [...onBreak, clockOut({ response: refusal(409) })],
    value: '409 BadRequest',
    silent: [clockIn(), clockOut({ response: refusal(409) })],
  },
  {
    requirement: 'TC-CLOCKOUT-015',
    violated: [clockIn(), clockOut({ request: { body: {} }, response: refusal(400) })],
    pointer: 'status',
    holds: [clockIn(), clockOut({ request: { body: {} } })],
    silent: [clockIn(), clockOut(), clockOut({ request: { body: {} }, response: refusal(409) })],
  },
  afterwards('TC-CLOCKOUT-016', '/clockOutEvent/dateTime', hourBefore),
  {
    requirement: 'TC-CLOCKOUT-017',
    violated: [clockIn(), clockOut(withoutNotes), get(closedCard)],
    pointer: '/clockOutEvent/notes',
    holds: [clockIn(), clockOut(withoutNotes), get(closedCard, { '/clockOutEvent/notes': null })],
    silent: [clockIn(), clockOut(), get(closedCard)],
  },
  {
    requirement: 'TC-CLOCKOUT-018',
    violated: beside('clockOut', ['/notes/contentType', 'enum'], {}),
    pointer: 'status',
    holds: beside('clockOut', ['/notes/contentType', 'enum'], { response: refusal(400) }),
    silent: beside('clockIn', ['/notes/contentType', 'enum'], { response: refusal(400) }),
  },
  {
    requirement: 'TC-CLOCKOUT-019',
    violated: beside('clockOut', ['/isAtApprovedLocation', 'type'], { response: { status: 500 } }),
    pointer: 'status',
    holds: beside('clockOut', ['/isAtApprovedLocation', 'type'], { response: refusal(400) }),
    silent: beside('clockOut', ['/isAtApprovedLocation', 'type'], { fault: 'timeout' }),
  },
  {
    ...afterwards('TC-CLOCKOUT-020', '/lastModifiedDateTime', '2025-01-07T22:59:59Z'),
    silent: [clockIn(), get(openCard), clockOut({ card: openId, response: refusal(400) }), get(openCard)],
  },
  {
    requirement: 'TC-CLOCKOUT-021',
    violated: [clockIn(), get(rested), clockOut(), get(closedCard)],
    pointer: '/breaks',
    holds: [clockIn(), get(rested), clockOut(), get(closedCard, { '/breaks': [rest] })],
    // None, or one that is still open.
    silent: [
      clockIn(),
      clockOut(),
      get(closedCard, { '/breaks': [rest] }),
      clockIn(),
      get(openCard, { '/breaks': [{ ...rest, end: null }] }),
      clockOut(),
      get(closedCard),
    ],
  },
  {
    requirement: 'TC-CLOCKOUT-028',
    violated: [
      ...onSecondBreak,
      clockOut(),
      get(closedCard, { '/breaks': [rest, { ...going, end: event, start: { ...noted, notes: null } }] }),
    ],
    pointer: '/breaks/1/start/notes',
    holds: [...onSecondBreak, clockOut(), get(closedCard, { '/breaks': [rest, { ...going, end: event }] })],
    // Off a break, and where it is not there any more, or goes by another id.
    silent: [
      clockIn(),
      get(rested),
      clockOut(),
      get(closedCard),
      ...onBreak,
      clockOut(),
      get(closedCard),
      ...onBreak,
      clockOut(),
      get(closedCard, { '/breaks': [{ ...going, end: event }] }),
    ],
  },
  {
    requirement: 'TC-CLOCKOUT-028',
    name: 'a break that had ended',
    violated: [...onSecondBreak, clockOut(), get(closedCard, { '/breaks': [{ ...going, end: event }] })],
    pointer: '/breaks/0',
    holds: [...onSecondBreak, clockOut(), get(closedCard, { '/breaks': [rest] })],
    silent: [...onSecondBreak, clockOut({ response: refusal(409) }), get(closedCard)],
  },
  afterwards('TC-CLOCKOUT-022', '/notes', { content: 'clocking out', contentType: 'text' }),
  afterwards('TC-CLOCKOUT-023', '/lastModifiedBy/user/id', secondUser),
  {
    ...afterwards('TC-CLOCKOUT-023', '/lastModifiedBy/user/id', secondUser),
    name: 'by somebody else',
    silent: [clockIn(), clockOut({ actor: 'application' }), get(closedCard, { '/lastModifiedBy/user/id': null })],
  },
  {
    ...afterwards('TC-CLOCKOUT-024', '/originalEntry/clockInEvent', null),
    silent: [
      create({ '/state': 'clockedIn', '/clockOutEvent': null }),
      clockOut({ card: createdId }),
      get(createdCard, { '/originalEntry/clockInEvent': createdCard['clockInEvent'] }),
    ],
  },
  {
    ...afterwards('TC-CLOCKOUT-024', '/originalEntry/clockInEvent', createdCard['clockInEvent']),
    name: 'of a card that was there before, and was edited',
    violated: [get(edited), clockOut(), get(editedClosed, { '/originalEntry/clockInEvent': edited['clockInEvent'] })],
    holds: [get(edited), clockOut(), get(editedClosed)],
    silent: [
      get(openCard),
      clockOut(),
      get(closedCard, { '/originalEntry/clockInEvent': createdCard['clockInEvent'] }),
    ],
  },
  {
    ...afterwards('TC-CLOCKOUT-025', '/confirmedBy', 'user'),
    silent: [clockIn(), get(openCard, { '/confirmedBy': 'manager' }), clockOut(), get(closedCard)],
  },
  {
    requirement: 'TC-CLOCKOUT-027',
    violated: [clockIn(), clockOut({ ...withoutPlace, response: refusal(400) })],
    pointer: 'status',
    holds: [clockIn(), clockOut(withoutPlace)],
    silent: [
      clockIn(),
      clockOut({ response: refusal(400) }),
      clockOut({ ...withoutPlace, response: refusal(405) }),
      clockOut({ ...withoutPlace, response: refusal(404) }),
    ],
  },
  {
    requirement: 'TC-CLOCKOUT-027',
    name: 'where one clockOut was accepted',
    context: { neverAccepted: new Set(['startBreak']) },
    violated: [clockIn(), clockOut({ ...withoutPlace, response: { status: 500 } })],
    pointer: 'status',
    holds: [clockIn(), clockOut(withoutPlace)],
    silent: [clockIn(), clockOut({ response: { status: 500 } })],
  },
];

describeChecks('clockOut', clockOutChecks, rows);

test('the refusal of a null proves nothing where no clockOut was ever accepted', () => {
  const judged = judge(
    traffic([clockIn(), clockOut({ ...withoutPlace, response: { status: 500 } })]),
    { ...context, neverAccepted: new Set(['clockOut']) },
    clockOutChecks.filter(({ requirement }) => requirement === 'TC-CLOCKOUT-027'),
  );
  expect(judged.map(({ judgement }) => judgement)).toEqual([{ kind: 'undecided', because: 'noControl' }]);
});
