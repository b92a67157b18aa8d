import type { Json, JsonObject } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import {
  asChanged,
  asControl,
  clockIn,
  clockOut,
  closedCard,
  create,
  createdId,
  get,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { changed, exampleBody, exchange, secondUser, type Parts } from '../test/exchanges.ts';
import { breakChecks } from './break.ts';

const startBody = exampleBody('startbreak_req');
const endBody = exampleBody('endbreak_req');
const begins = '2025-01-07T22:00:00.250Z';
const ends = '2025-01-07T22:11:00.750Z';
const earlier = '2025-01-07T20:00:00Z';

const start = { dateTime: begins, isAtApprovedLocation: null, ...startBody };
const end = { dateTime: ends, isAtApprovedLocation: null, ...endBody };
const open: JsonObject = { breakId: 'BRK_138f4751-68b1-44c1-aca2-2b26cba9e73f', notes: null, start, end: null };
const closed: JsonObject = { ...open, end };
const second: JsonObject = { ...closed, breakId: 'BRK_2' };

const onBreak = changed(openCard, { '/state': 'onBreak', '/breaks': [open], '/lastModifiedDateTime': begins });
const back = changed(openCard, { '/breaks': [closed], '/lastModifiedDateTime': ends });
const onSecond = changed(back, { '/state': 'onBreak', '/breaks': [closed, { ...open, breakId: 'BRK_2' }] });
const home = changed(closedCard, { '/breaks': [closed], '/originalEntry/breaks': [closed] });

type Rest = Partial<Parts>;

function startBreak(rest: Rest = {}) {
  return exchange({ operation: 'startBreak', card: openId, at: begins, request: { body: startBody }, ...rest });
}

function endBreak(rest: Rest = {}) {
  return exchange({ operation: 'endBreak', card: openId, at: ends, request: { body: endBody }, ...rest });
}

const rested = [clockIn(), startBreak(), get(onBreak), endBreak(), get(back)] as const;
/** A break that began out of sight, so that nothing is said of its beginning. */
const seenOnBreak = [clockIn(), get(onBreak)] as const;

/** One value in the card that get shows after the documented startBreak. */
function begun(requirement: RequirementId, pointer: string, wrong: Json | undefined, named = pointer): Row {
  return {
    requirement,
    name: 'after startBreak',
    violated: [clockIn(), startBreak(), get(onBreak, { [pointer]: wrong })],
    pointer: named,
    holds: [clockIn(), startBreak(), get(onBreak)],
    // Refused, broken off, sent to overlap, or accepted with a defect: the get says nothing of it.
    silent: [
      clockIn(),
      startBreak({ response: refusal(400) }),
      get(openCard),
      startBreak({ intent: { overlaps: 'clock out' } }),
      get(onBreak, { [pointer]: wrong }),
      startBreak({ fault: 'reset' }),
      get(onBreak, { [pointer]: wrong }),
    ],
  };
}

/** One value in the card that get shows after the documented endBreak. */
function done(requirement: RequirementId, pointer: string, wrong: Json | undefined, named = pointer): Row {
  return {
    requirement,
    name: 'after endBreak',
    violated: [...seenOnBreak, endBreak(), get(back, { [pointer]: wrong })],
    pointer: named,
    holds: [...seenOnBreak, endBreak(), get(back)],
    silent: [
      ...seenOnBreak,
      endBreak({ response: refusal(400) }),
      get(onBreak),
      endBreak({ intent: asChanged('/notes', 'type') }),
      get(back, { [pointer]: wrong }),
    ],
  };
}

/** The control of a refusal, and the changed request before it. */
function refused(what: readonly [string, string], response: Rest): readonly ReturnType<typeof exchange>[] {
  return [clockIn(), startBreak({ intent: asChanged(...what), ...response }), startBreak({ intent: asControl })];
}

function refusedEnd(what: readonly [string, string], response: Rest): readonly ReturnType<typeof exchange>[] {
  return [...seenOnBreak, endBreak({ intent: asChanged(...what), ...response }), endBreak({ intent: asControl })];
}

function refusals(requirement: RequirementId, what: readonly [string, string], rest: Rest = {}): readonly Row[] {
  const right = { ...rest, response: refusal(what[0] === 'url:card' ? 404 : 400) };
  const silent = [...rested, clockOut({ intent: asChanged(...what), response: refusal(400) }), clockOut()];
  return [
    {
      requirement,
      name: 'startBreak',
      violated: refused(what, rest),
      pointer: 'status',
      holds: refused(what, right),
      silent,
    },
    {
      requirement,
      name: 'endBreak',
      violated: refusedEnd(what, rest),
      pointer: 'status',
      holds: refusedEnd(what, right),
      silent,
    },
  ];
}

const withoutNotes = { request: { body: { isAtApprovedLocation: true } } };
const empty = { request: { body: {} } };

/** A card whose clock-in was edited. */
const anotherEvent: JsonObject = { dateTime: earlier, isAtApprovedLocation: true, notes: null };
const editedOpen = changed(openCard, { '/clockInEvent': anotherEvent });

/** A card on a break that somebody edited after it had been clocked out. */
const originalOfClosed: Json = { clockInEvent: anotherEvent, clockOutEvent: anotherEvent, breaks: [] };
const editedClosed = [get(changed(onBreak, { '/originalEntry': originalOfClosed }))];

const notesOfBreak: Json = { content: 'Lunch', contentType: 'text' };
const onNamedBreak = changed(onBreak, { '/breaks/0/notes': notesOfBreak });

const rows: readonly Row[] = [
  {
    requirement: 'TC-BREAK-001',
    violated: [clockIn(), startBreak({ response: { status: 200, body: onBreak } })],
    pointer: 'status',
    holds: [clockIn(), startBreak()],
    silent: [clockIn(), startBreak({ fault: 'timeout' }), startBreak({ response: refusal(409) })],
  },
  {
    requirement: 'TC-BREAK-001',
    name: 'of another user’s card, or at once with another call',
    violated: [clockIn(), startBreak({ response: refusal(400) })],
    pointer: 'status',
    holds: [clockIn(), startBreak()],
    silent: [
      clockIn(),
      startBreak({ response: refusal(409), intent: { overlaps: 'clock out' } }),
      get({ ...openCard, userId: secondUser }),
      startBreak({ response: refusal(403) }),
    ],
  },
  {
    requirement: 'TC-BREAK-001',
    name: 'of a card that another one of its user may have closed',
    violated: [
      clockIn(),
      clockIn({ '/id': 'TCK_second' }),
      get(openCard),
      get(openCard),
      startBreak({ response: refusal(400) }),
    ],
    pointer: 'status',
    holds: [clockIn(), clockIn({}, { response: refusal(409) }), startBreak()],
    // A read right after it may still show the state before it.
    silent: [
      clockIn(),
      clockIn({ '/id': 'TCK_second' }),
      startBreak({ response: refusal(409) }),
      get(openCard),
      startBreak({ response: refusal(409) }),
    ],
  },
  begun('TC-BREAK-002', '/state', 'clockedIn'),
  begun('TC-BREAK-003', '/breaks', []),
  {
    requirement: 'TC-BREAK-003',
    name: 'after a read that may be older than two writes at once',
    violated: [...rested, startBreak(), get(changed(onSecond, { '/breaks': [open] }))],
    pointer: '/breaks',
    holds: [...rested, startBreak(), get(onSecond)],
    // The first read after both shows the state from before them.
    silent: [clockIn(), startBreak(), endBreak(), get(openCard), startBreak(), get(onSecond)],
  },
  {
    ...begun('TC-BREAK-003', '/breaks', [closed], '/breaks'),
    name: 'that has an end at once',
  },
  {
    requirement: 'TC-BREAK-003',
    name: 'in place of the first',
    violated: [...rested, startBreak(), get(onBreak)],
    pointer: '/breaks',
    holds: [...rested, startBreak(), get(onSecond)],
    silent: [...seenOnBreak, startBreak(), get(onSecond)],
  },
  begun('TC-BREAK-004', '/breaks/0/start/notes/content', 'starting'),
  begun('TC-BREAK-005', '/breaks/0/breakId', null),
  {
    requirement: 'TC-BREAK-006',
    violated: [...seenOnBreak, endBreak({ response: { status: 200, body: back } })],
    pointer: 'status',
    holds: [...seenOnBreak, endBreak()],
    silent: [clockIn(), endBreak({ response: refusal(409) })],
  },
  done('TC-BREAK-007', '/state', 'onBreak'),
  done('TC-BREAK-008', '/breaks/0/end', null),
  { ...done('TC-BREAK-008', '/breaks/0/breakId', 'BRK_2', '/breaks'), name: 'under another id' },
  { ...done('TC-BREAK-008', '/breaks', [closed, second]), name: 'and one more' },
  {
    ...done('TC-BREAK-008', '/breaks', []),
    name: 'in another order',
    holds: [...rested, startBreak(), get(onSecond), endBreak(), get(back, { '/breaks': [second, closed] })],
  },
  done('TC-BREAK-009', '/breaks/0/end/notes', null),
  {
    ...done('TC-BREAK-010', '/breaks/0/end/dateTime', earlier),
    silent: [
      clockIn(),
      clockOut(),
      exchange({ operation: 'replace', card: openId }),
      get(onBreak),
      endBreak(),
      get(back),
    ],
  },
  {
    requirement: 'TC-BREAK-011',
    violated: [...rested, clockOut(), get(home, { '/originalEntry/breaks': [] })],
    pointer: '/originalEntry/breaks',
    holds: [...rested, clockOut(), get(home)],
    silent: [clockIn(), clockOut(), get(closedCard)],
  },
  {
    requirement: 'TC-BREAK-011',
    name: 'of an edited card',
    violated: [...rested, clockOut(), get(home, { '/originalEntry/breaks': null })],
    pointer: '/originalEntry/breaks',
    holds: [...rested, clockOut(), get(home)],
    silent: [
      ...rested,
      exchange({ operation: 'replace', card: openId }),
      get(back),
      clockOut(),
      get(home, { '/originalEntry/breaks': [] }),
    ],
  },
  ...refusals('TC-BREAK-012', ['url:card', 'unknown'], { card: 'TCK_x' }),
  {
    requirement: 'TC-BREAK-013',
    observed: [...seenOnBreak, startBreak({ response: refusal(409) })],
    value: '409 BadRequest',
    silent: [clockIn(), startBreak()],
  },
  {
    requirement: 'TC-BREAK-013',
    name: 'endBreak without a break',
    observed: [clockIn(), endBreak(), get(openCard)],
    value: 'the card stays as it was',
    silent: [...seenOnBreak, endBreak(), get(back)],
  },
  {
    requirement: 'TC-BREAK-014',
    observed: [clockIn(), startBreak(), get(onBreak)],
    value: 'BRK_ plus GUID',
    silent: [clockIn(), startBreak(), get(onBreak, { '/breaks/0/breakId': null })],
  },
  {
    requirement: 'TC-BREAK-014',
    name: 'in another form',
    observed: [clockIn(), startBreak(), get(onBreak, { '/breaks/0/breakId': '7' })],
    value: 'another form',
    silent: [...seenOnBreak, endBreak(), get(back)],
  },
  begun('TC-BREAK-015', '/breaks/0/start/isAtApprovedLocation', false),
  begun('TC-BREAK-016', '/breaks/0/notes', startBody['notes']),
  done('TC-BREAK-016', '/breaks/0/notes', endBody['notes']),
  {
    ...done('TC-BREAK-016', '/breaks/0/notes', endBody['notes']),
    name: 'that had notes of its own',
    silent: [clockIn(), get(onBreak, { '/breaks/0/notes': startBody['notes'] }), endBreak(), get(back)],
  },
  done('TC-BREAK-017', '/breaks/0/end/isAtApprovedLocation', null),
  {
    requirement: 'TC-BREAK-018',
    violated: [...rested, clockOut(), get(home, { '/breaks/0/end/dateTime': '2025-01-07T23:30:00Z' })],
    pointer: '/breaks/0/end/dateTime',
    holds: [...rested, clockOut(), get(home)],
    silent: [create(), clockOut({ card: createdId }), get({ ...home, id: createdId })],
  },
  {
    requirement: 'TC-BREAK-018',
    name: 'before the clock-in',
    violated: [...rested, clockOut(), get(home, { '/breaks/0/start/dateTime': earlier })],
    pointer: '/breaks/0/start/dateTime',
    holds: [...rested, clockOut(), get(home)],
    silent: [clockIn(), clockOut(), get(closedCard)],
  },
  begun('TC-BREAK-019', '/breaks/0/start/dateTime', earlier),
  done('TC-BREAK-019', '/breaks/0/end/dateTime', earlier),
  begun('TC-BREAK-020', '/clockInEvent', null),
  { ...begun('TC-BREAK-020', '/createdBy/user/id', secondUser), name: 'the creator' },
  done('TC-BREAK-021', '/createdDateTime', earlier),
  { ...done('TC-BREAK-021', '/userId', secondUser), name: 'the owner' },
  begun('TC-BREAK-022', '/notes', startBody['notes']),
  done('TC-BREAK-022', '/notes', endBody['notes']),
  {
    requirement: 'TC-BREAK-023',
    name: 'at the start of a second break',
    violated: [...rested, startBreak(), get(onSecond, { '/breaks/0/start/notes': null })],
    pointer: '/breaks/0/start/notes',
    holds: [...rested, startBreak(), get(onSecond)],
    silent: [...rested],
  },
  {
    requirement: 'TC-BREAK-023',
    name: 'at its end',
    violated: [
      clockIn(),
      get(onSecond),
      endBreak(),
      get(back, { '/breaks': [{ ...closed, breakId: 'BRK_9' }, second] }),
    ],
    pointer: '/breaks',
    holds: [clockIn(), get(onSecond), endBreak(), get(back, { '/breaks': [second, closed] })],
    silent: [...rested],
  },
  begun('TC-BREAK-024', '/lastModifiedDateTime', earlier),
  done('TC-BREAK-024', '/lastModifiedDateTime', earlier),
  begun('TC-BREAK-025', '/lastModifiedDateTime', '2025-01-07T21:59:59Z'),
  done('TC-BREAK-025', '/lastModifiedDateTime', '2025-01-07T22:10:59Z'),
  {
    ...begun('TC-BREAK-026', '/lastModifiedBy/user/id', secondUser),
    silent: [clockIn(), startBreak({ actor: 'application' }), get(onBreak)],
  },
  {
    ...begun('TC-BREAK-026', '/lastModifiedBy/user/id', secondUser),
    name: 'of a second user',
    violated: [clockIn(), startBreak({ actor: 'secondUser' }), get(onBreak)],
    holds: [clockIn(), startBreak({ actor: 'secondUser' }), get(onBreak, { '/lastModifiedBy/user/id': secondUser })],
  },
  ...refusals('TC-BREAK-027', ['/notes/contentType', 'enum']),
  ...refusals('TC-BREAK-028', ['/isAtApprovedLocation', 'type']).map((row) => ({ ...row, silent: [...rested] })),
  {
    requirement: 'TC-BREAK-029',
    violated: [clockIn(), startBreak(withoutNotes), get(onBreak)],
    pointer: '/breaks/0/start/notes',
    holds: [clockIn(), startBreak(withoutNotes), get(onBreak, { '/breaks/0/start/notes': null })],
    silent: [...rested],
  },
  begun('TC-BREAK-030', '/confirmedBy', 'user'),
  {
    requirement: 'TC-BREAK-032',
    violated: [
      get(editedOpen),
      startBreak(),
      get(changed(onBreak, { '/clockInEvent': anotherEvent, '/originalEntry/clockInEvent': anotherEvent })),
    ],
    pointer: '/originalEntry/clockInEvent',
    holds: [get(editedOpen), startBreak(), get(changed(onBreak, { '/clockInEvent': anotherEvent }))],
    // Not edited, as far as anybody can see.
    silent: [clockIn(), startBreak(), get(onBreak, { '/originalEntry/clockInEvent': anotherEvent })],
  },
  {
    requirement: 'TC-BREAK-032',
    name: 'all of it after a clock-out',
    violated: [...editedClosed, endBreak(), get(changed(back, { '/originalEntry': null }))],
    pointer: '/originalEntry',
    holds: [...editedClosed, endBreak(), get(changed(back, { '/originalEntry': originalOfClosed }))],
    // Where the card was edited while it was open, its original may go on.
    silent: [clockIn(), get(onBreak), endBreak(), get(back)],
  },
  {
    requirement: 'TC-BREAK-033',
    violated: [get(onNamedBreak), endBreak(), get(back)],
    pointer: '/breaks/0/notes',
    holds: [get(onNamedBreak), endBreak(), get(back, { '/breaks/0/notes': notesOfBreak })],
    silent: [...seenOnBreak, endBreak(), get(back, { '/breaks/0/notes': notesOfBreak })],
  },
  {
    requirement: 'TC-BREAK-031',
    violated: [clockIn(), startBreak({ ...empty, response: refusal(400) })],
    pointer: 'status',
    holds: [clockIn(), startBreak(empty), endBreak(empty)],
    silent: [clockIn(), endBreak({ ...empty, response: refusal(409) })],
  },
];

describeChecks('startBreak and endBreak', breakChecks, rows);
