import { expect, test } from 'vitest';
import { secondUser } from '../test/exchanges.ts';
import { answersOf } from '../test/said.ts';
import {
  asChanged,
  beside,
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  closedCard,
  get,
  list,
  openCard,
  refusal,
  remove,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { clockInChecks } from './clock-in.ts';

/** A refusal of the second clockIn of a user: it shows no card, and nothing is documented about it. */
const refusedSecond = [clockIn(), clockIn({}, { response: refusal(409) })].slice(1);
const elsewhere = { openCardElsewhere: true } as const;

/** One value in the card that the documented clockIn answers with. */
function inCard(requirement: RequirementId, pointer: string, wrong: Json | undefined): Row {
  return {
    requirement,
    violated: [clockIn({ [pointer]: wrong })],
    pointer,
    holds: [clockIn()],
    silent: refusedSecond,
    context: elsewhere,
  };
}

const onBehalf = { ...clockInBody, onBehalfOfUserId: secondUser };
const forAnother = { '/userId': secondUser };
const later = '2025-01-07T21:36:36.311Z';

const rows: readonly Row[] = [
  {
    requirement: 'TC-CLOCKIN-001',
    violated: [clockIn({}, { response: { status: 200, body: openCard } })],
    pointer: 'status',
    holds: [clockIn()],
    silent: [clockIn({}, { response: refusal(409), intent: false })],
  },
  {
    requirement: 'TC-CLOCKIN-001',
    name: 'refused without a reason',
    violated: [clockIn({}, { response: refusal(400) })],
    pointer: 'status',
    holds: [clockIn()],
    silent: [clockInOf(onBehalf, {}, { response: refusal(403) })],
  },
  {
    requirement: 'TC-CLOCKIN-001',
    name: 'after one that is still open',
    violated: [clockIn(), remove(openCard), clockIn({}, { response: refusal(422) })],
    pointer: 'status',
    holds: [clockIn()],
    silent: [409, 429, 502].map((status) => clockIn({}, { response: refusal(status) })),
  },
  {
    requirement: 'TC-CLOCKIN-002',
    observed: [clockIn({}, { response: { status: 200, body: openCard } })],
    value: 200,
    silent: [clockIn({}, { response: refusal(400) })],
  },
  {
    requirement: 'TC-CLOCKIN-003',
    violated: [clockIn({}, { response: { status: 201 } })],
    pointer: 'body',
    holds: [clockIn()],
    silent: [clockIn({}, { response: refusal(400) })],
  },
  inCard('TC-CLOCKIN-004', '/state', 'onBreak'),
  inCard('TC-CLOCKIN-005', '/clockOutEvent', { dateTime: later, isAtApprovedLocation: null, notes: null }),
  inCard('TC-CLOCKIN-006', '/breaks', [{ start: { dateTime: later }, end: null }]),
  inCard('TC-CLOCKIN-007', '/confirmedBy', 'user'),
  {
    ...inCard('TC-CLOCKIN-008', '/clockInEvent/notes/content', 'Started late due to tra'),
    silent: [clockInOf({ isAtApprovedLocation: true })],
  },
  {
    ...inCard('TC-CLOCKIN-008', '/clockInEvent/notes/contentType', 'html'),
    name: 'of another type',
    silent: [clockIn({}, { response: refusal(400) })],
  },
  {
    requirement: 'TC-CLOCKIN-008',
    name: 'as html, which may be cleaned up',
    observed: [
      clockInOf({ notes: { content: '<b>late</b>', contentType: 'html' } }, { '/clockInEvent/notes/content': 'late' }),
    ],
    value: 'changed',
    silent: [clockInOf({ isAtApprovedLocation: false })],
  },
  {
    requirement: 'TC-CLOCKIN-008',
    name: 'of a content that is null and comes back as a text',
    violated: [clockInOf({ notes: { content: null, contentType: 'text' } }, { '/clockInEvent/notes/content': 'null' })],
    pointer: '/clockInEvent/notes/content',
    holds: [clockInOf({ notes: { content: null, contentType: 'text' } }, { '/clockInEvent/notes/content': '' })],
    silent: [clockInOf({ notes: { content: null, contentType: 'text' } }, { '/clockInEvent/notes': null })],
  },
  inCard('TC-CLOCKIN-009', '/notes', { content: 'Started late due to traffic', contentType: 'text' }),
  {
    requirement: 'TC-CLOCKIN-010',
    violated: [
      clockInOf({ isAtApprovedLocation: true }, { '/clockInEvent/notes': { content: '', contentType: 'text' } }),
    ],
    pointer: '/clockInEvent/notes',
    holds: [clockInOf({ isAtApprovedLocation: true })],
    silent: [clockIn()],
  },
  {
    ...inCard('TC-CLOCKIN-011', '/clockInEvent/isAtApprovedLocation', false),
    silent: [clockInOf({ notes: null })],
  },
  {
    requirement: 'TC-CLOCKIN-012',
    observed: [clockInOf({ notes: null }, { '/clockInEvent/isAtApprovedLocation': null })],
    value: null,
    silent: [clockIn()],
  },
  inCard('TC-CLOCKIN-013', '/originalEntry/clockInEvent', null),
  inCard('TC-CLOCKIN-014', '/lastModifiedDateTime', later),
  { ...inCard('TC-CLOCKIN-014', '/clockInEvent/dateTime', later), name: 'at the event' },
  inCard('TC-CLOCKIN-015', '/clockInEvent/dateTime', later),
  {
    requirement: 'TC-CLOCKIN-015',
    name: 'by a clock that is ahead',
    violated: [clockIn({}, { serverClockOffset: 90_000 })],
    pointer: '/clockInEvent/dateTime',
    holds: [clockIn({ '/clockInEvent/dateTime': '2025-01-07T21:37:06.311Z' }, { serverClockOffset: 90_000 })],
    silent: [clockIn({}, { response: refusal(400) })],
  },
  {
    requirement: 'TC-CLOCKIN-015',
    name: 'without a Date header',
    violated: [clockIn({ '/clockInEvent/dateTime': '2025-01-09T21:35:36Z' }, { serverClockOffset: 'unknown' })],
    pointer: '/clockInEvent/dateTime',
    holds: [clockIn({ '/clockInEvent/dateTime': '2025-01-07T20:35:36Z' }, { serverClockOffset: 'unknown' })],
    silent: [list([openCard])],
  },
  inCard('TC-CLOCKIN-016', '/id', ''),
  {
    requirement: 'TC-CLOCKIN-017',
    observed: [clockIn({ '/id': '17' })],
    value: 'another',
    silent: [clockIn({}, { response: refusal(400) })],
  },
  {
    ...inCard('TC-CLOCKIN-018', '/userId', secondUser),
    silent: [clockInOf(onBehalf, forAnother), clockIn(forAnother, { actor: 'unknown', intent: false })],
  },
  {
    requirement: 'TC-CLOCKIN-018',
    name: 'with a user that is null',
    violated: [clockInOf({ onBehalfOfUserId: null }, { '/userId': 'null' })],
    pointer: '/userId',
    holds: [clockInOf({ onBehalfOfUserId: null })],
    silent: [clockInOf(onBehalf, forAnother)],
  },
  {
    requirement: 'TC-CLOCKIN-001',
    name: 'with a user that is null, which no example shows',
    violated: [clockInOf({ onBehalfOfUserId: null }, {}, { response: { status: 200, body: openCard } })],
    pointer: 'status',
    holds: [clockInOf({ onBehalfOfUserId: null })],
    silent: [clockInOf({ onBehalfOfUserId: null }, {}, { response: refusal(400) })],
  },
  {
    ...inCard('TC-CLOCKIN-019', '/createdBy/user/id', secondUser),
    silent: [clockIn({ '/createdBy/user/id': secondUser }, { actor: 'application' })],
  },
  {
    ...inCard('TC-CLOCKIN-019', '/createdBy/user/id', secondUser),
    name: 'of a second user',
    violated: [clockIn({}, { actor: 'secondUser' })],
    holds: [clockIn({ '/createdBy/user/id': secondUser }, { actor: 'secondUser' })],
  },
  {
    requirement: 'TC-CLOCKIN-020',
    violated: [clockInOf(onBehalf)],
    pointer: '/userId',
    holds: [clockInOf(onBehalf, forAnother)],
    silent: [clockIn()],
  },
  {
    requirement: 'TC-CLOCKIN-021',
    violated: [clockInOf(onBehalf, { ...forAnother, '/createdBy/user/id': secondUser })],
    pointer: '/createdBy/user/id',
    holds: [clockInOf(onBehalf, forAnother)],
    silent: [clockIn()],
  },
  {
    requirement: 'TC-CLOCKIN-022',
    observed: beside('clockIn', ['header:Authorization', 'secondUser'], {
      actor: 'secondUser',
      response: refusal(403),
    }),
    value: '403 BadRequest',
    silent: [clockIn()],
  },
  {
    requirement: 'TC-CLOCKIN-023',
    violated: [clockInOf({}, {}, { response: refusal(400) })],
    pointer: 'status',
    holds: [clockInOf({})],
    silent: [clockIn(), clockInOf({}, {}, { response: refusal(409) })],
  },
  {
    requirement: 'TC-CLOCKIN-024',
    observed: [clockIn(), clockIn({}, { response: refusal(409) })],
    value: '409 BadRequest',
    silent: [clockIn(), remove(openCard), clockIn()],
  },
  {
    requirement: 'TC-CLOCKIN-024',
    name: 'answered with a card',
    observed: [clockIn(), clockIn({ '/id': 'TCK_2' })],
    value: '201, a second card',
    silent: [clockIn()],
  },
  {
    requirement: 'TC-CLOCKIN-025',
    violated: [clockIn(), get(openCard, { '/clockInEvent/notes': null })],
    pointer: '/clockInEvent/notes',
    holds: [clockIn(), get(openCard)],
    silent: [get(openCard), clockIn(), clockOut(), get(openCard)],
  },
  {
    requirement: 'TC-CLOCKIN-025',
    name: 'beside a second clockIn, which may have closed the first card',
    violated: [clockIn(), clockInOf(onBehalf, { ...forAnother, '/id': 'TCK_theirs' }), get(openCard, { '/notes': {} })],
    pointer: '/notes',
    holds: [clockIn(), clockIn({}, { response: refusal(409) }), get(openCard)],
    // Which of two at once came first is not known.
    silent: [
      clockIn({ '/id': 'TCK_first' }, { intent: { step: 'a', overlaps: 'b' } }),
      clockIn({}, { intent: { step: 'b', overlaps: 'a' } }),
      get(openCard, { '/state': 'clockedOut' }),
      get({ ...openCard, id: 'TCK_first' }, { '/state': 'clockedOut' }),
    ],
  },
  {
    requirement: 'TC-CLOCKIN-025',
    name: 'not found',
    violated: [clockIn(), get(openCard, {}, { response: refusal(404) })],
    pointer: 'status',
    holds: [clockIn(), get(openCard)],
    silent: [
      clockIn({ '/userId': secondUser }),
      get(openCard, {}, { response: refusal(404) }),
      get(openCard, {}, { response: refusal(503) }),
    ],
  },
  {
    requirement: 'TC-CLOCKIN-025',
    name: 'beside what nobody documents',
    violated: [clockIn(), get(openCard, { '/createdDateTime': later })],
    pointer: '/createdDateTime',
    holds: [
      clockIn(),
      get(openCard, {
        '/@odata.etag': 'W/"1"',
        '/vendor': 7,
        '/clockInEvent/vendor': 7,
        '/clockInEvent/dateTime': '2025-01-07T21:35:36.3110004Z',
        '/clockOutEvent': undefined,
        '/createdBy/user/displayName': 'A. Bradford',
      }),
    ],
    silent: [clockIn(), get({ ...openCard, id: 'TCK_other' })],
  },
  {
    requirement: 'TC-CLOCKIN-026',
    violated: beside('clockIn', ['/notes/contentType', 'enum'], {}),
    pointer: 'status',
    holds: beside('clockIn', ['/notes/contentType', 'enum'], { response: refusal(400) }),
    silent: beside('clockIn', ['/notes', 'type'], { response: refusal(400) }),
  },
  {
    requirement: 'TC-CLOCKIN-026',
    name: 'without a control',
    violated: beside('clockIn', ['/notes/contentType', 'enum'], { response: refusal(422) }),
    pointer: 'status',
    holds: beside('clockIn', ['/notes/contentType', 'enum'], { response: refusal(400) }),
    silent: [
      clockIn({}, { intent: { step: 'control' }, response: refusal(400) }),
      clockIn({}, { intent: asChanged('/notes/contentType', 'enum'), response: refusal(400) }),
    ],
  },
  {
    requirement: 'TC-CLOCKIN-027',
    violated: beside('clockIn', ['/isAtApprovedLocation', 'type'], {}),
    pointer: 'status',
    holds: beside('clockIn', ['/isAtApprovedLocation', 'type'], { response: refusal(400) }),
    silent: beside('clockOut', ['/isAtApprovedLocation', 'type'], { response: refusal(400) }),
  },
  {
    requirement: 'TC-CLOCKIN-028',
    observed: beside('clockIn', ['/atAprovedLocation', 'undeclared'], {}),
    value: 201,
    silent: [clockIn()],
  },
  {
    ...inCard('TC-CLOCKIN-030', '/lastModifiedBy/user/id', secondUser),
    silent: [clockInOf(onBehalf, forAnother)],
  },
  inCard('TC-CLOCKIN-032', '/createdDateTime', '2025-01-07T20:00:00Z'),
  inCard('TC-CLOCKIN-033', '/lastModifiedDateTime', '2025-01-07T20:00:00Z'),
  {
    requirement: 'TC-CLOCKIN-034',
    observed: beside('clockIn', ['/onBehalfOfUserId', 'unknown'], { response: refusal(404) }),
    value: '404 BadRequest',
    silent: [clockInOf(onBehalf, forAnother)],
  },
  {
    requirement: 'TC-CLOCKIN-036',
    violated: [clockInOf({ notes: null }, {}, { response: refusal(400) })],
    pointer: 'status',
    holds: [clockInOf({ notes: null })],
    silent: [
      clockIn({}, { response: refusal(400) }),
      clockInOf({ notes: null }, {}, { fault: 'reset' }),
      clockInOf({ notes: null }, {}, { response: refusal(404) }),
      clockInOf({ notes: null }, {}, { response: refusal(501) }),
    ],
  },
  {
    requirement: 'TC-CLOCKIN-038',
    context: { allowedToCaller: new Set(['clockIn'] as const) },
    violated: [clockIn({}, { response: refusal(409) })],
    pointer: 'status',
    holds: [clockIn()],
    // Rules of a company; somebody else's clockIn.
    silent: [clockIn({}, { response: refusal(403) }), clockIn({}, { actor: 'secondUser', response: refusal(409) })],
  },
];

test('a clockIn may be in conflict with an open card, and where the caller was never clocked in', () => {
  const allowed = { allowedToCaller: new Set(['clockIn'] as const) };
  const refused = clockIn({}, { response: refusal(409) });
  expect(answersOf('TC-CLOCKIN-038', [clockIn(), refused], allowed)).toEqual(['holds']);
  expect(answersOf('TC-CLOCKIN-038', [refused], { ...allowed, openCardElsewhere: true })).toEqual([]);
  expect(answersOf('TC-CLOCKIN-038', [refused])).toEqual([]);
  expect(answersOf('TC-CLOCKIN-038', [clockIn(), clockOut(), get(closedCard), refused], allowed)).toEqual([
    'holds',
    'violated: status is 409',
  ]);
});

describeChecks('clockIn', clockInChecks, rows);
