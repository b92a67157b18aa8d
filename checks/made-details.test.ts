import { describe, expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import {
  asChanged,
  asControl,
  beside,
  clockIn,
  clockInBody,
  clockInOf,
  create,
  createBody,
  createOf,
  openCard,
  refusal,
} from '../test/card-exchanges.ts';
import { changed, secondUser } from '../test/exchanges.ts';
import { answersOf, subjects } from '../test/said.ts';

const guid = '1f2e3d4c-0000-4abc-9def-0123456789ab';
const time = '2025-01-07T21:00:00Z';
const pause = { breakId: 'b', start: { dateTime: time }, end: { dateTime: '2025-01-07T21:10:00Z' } };
const open = { breakId: 'b', start: { dateTime: time } };

describe('of a clockIn', () => {
  test.each<[requirement: RequirementId, pointer: string, value: Json | undefined, said: readonly string[]]>([
    ['TC-CLOCKIN-013', '/originalEntry/clockOutEvent', undefined, ['holds']],
    [
      'TC-CLOCKIN-013',
      '/originalEntry/clockOutEvent',
      { dateTime: time },
      [`violated: /originalEntry/clockOutEvent is {"dateTime":"${time}"}`],
    ],
    ['TC-CLOCKIN-016', '/id', '', ['violated: /id is ""']],
    ['TC-CLOCKIN-016', '/id', [7], ['violated: /id is [7]']],
    ['TC-CLOCKIN-017', '/id', `TCK_${guid}`, ['observed: TCK_ and a GUID']],
    ['TC-CLOCKIN-017', '/id', `TCK_${guid.toUpperCase()}`, ['observed: TCK_ and a GUID']],
    ['TC-CLOCKIN-017', '/id', `TCK_${guid}0`, ['observed: another']],
    ['TC-CLOCKIN-017', '/id', `A_TCK_${guid}`, ['observed: another']],
    ['TC-CLOCKIN-017', '/id', guid, ['observed: another']],
  ])('%s says where %s is %j: %j', (requirement, pointer, value, words) => {
    expect(answersOf(requirement, [clockIn({ [pointer]: value })])).toEqual(words);
  });

  test('the location is observed where it was not sent', () => {
    const shown = (value: Json | undefined) => {
      const { isAtApprovedLocation: _, ...body } = clockInBody;
      return answersOf('TC-CLOCKIN-012', [clockInOf(body, { '/clockInEvent/isAtApprovedLocation': value })]);
    };
    expect(shown(false)).toEqual(['observed: false']);
    expect(shown(undefined)).toEqual(['observed: (absent)']);
  });

  test('only the caller’s own is the caller’s', () => {
    const theirs = { '/userId': secondUser, '/createdBy/user/id': secondUser, '/lastModifiedBy/user/id': secondUser };
    const others = [clockIn(theirs, { actor: 'application' })];
    const onBehalf = [clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser }, theirs, { actor: 'application' })];
    const byManager = [clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser }, theirs)];
    for (const id of ['TC-CLOCKIN-018', 'TC-CLOCKIN-019', 'TC-CLOCKIN-030'] as const) {
      expect(answersOf(id, byManager)).toEqual([]);
      expect(answersOf(id, others)).toEqual([]);
      expect(answersOf(id, [clockIn(theirs)])).toHaveLength(1);
      expect(answersOf(id, [clockIn(theirs, { actor: 'secondUser' })])).toEqual(['holds']);
    }
    expect(answersOf('TC-CLOCKIN-020', onBehalf)).toEqual(['holds']);
    expect(answersOf('TC-CLOCKIN-020', [clockIn(theirs)])).toEqual([]);
    expect(answersOf('TC-CLOCKIN-021', onBehalf)).toEqual([]);
  });

  test('a second one is observed, if it is none with a defect and has an answer', () => {
    const second = (...rest: Parameters<typeof clockIn>) => answersOf('TC-CLOCKIN-024', [clockIn(), clockIn(...rest)]);
    expect(second({ '/id': 'TCK_2' })).toEqual(['observed: 201, a second card']);
    expect(second({}, { response: { status: 200, body: openCard } })).toEqual(['observed: 200, the open card']);
    expect(second({}, { response: refusal(409) })).toEqual(['observed: 409 BadRequest']);
    expect(second({}, { fault: 'reset' })).toEqual([]);
    expect(second({}, { intent: asChanged('/notes', 'type') })).toEqual([]);
    expect(answersOf('TC-CLOCKIN-024', [clockIn(), create()])).toEqual([]);
  });

  test('without an answer, so much is observed', () => {
    const undeclared = [
      clockIn({}, { intent: asControl }),
      clockIn({}, { intent: asChanged('/x', 'undeclared'), fault: 'reset' }),
    ];
    expect(answersOf('TC-CLOCKIN-028', undeclared)).toEqual(['observed: no answer']);
  });
});

describe('of a create', () => {
  test.each<[requirement: RequirementId, pointer: string, value: Json | undefined, said: readonly string[]]>([
    ['TC-CREATE-009', '/originalEntry/clockOutEvent', undefined, ['holds']],
    [
      'TC-CREATE-009',
      '/originalEntry/clockOutEvent',
      { dateTime: time },
      [`violated: /originalEntry/clockOutEvent is {"dateTime":"${time}"}`],
    ],
    ['TC-CREATE-009', '/originalEntry', undefined, ['holds']],
    ['TC-CREATE-009', '/originalEntry/breaks', ['b'], ['violated: /originalEntry/breaks is ["b"]']],
  ])('%s says where %s is %j: %j', (requirement, pointer, value, words) => {
    expect(answersOf(requirement, [create({ [pointer]: value })])).toEqual(words);
  });

  test('notes that were not sent are looked for only in an event that was sent and is shown', () => {
    const answered = (event: Json, shown: Json) =>
      answersOf('TC-CREATE-018', [createOf({ ...createBody, clockOutEvent: event }, { '/clockOutEvent': shown })]);
    expect(answered({ dateTime: time }, { dateTime: time, notes: null })).toEqual(['holds']);
    expect(answered({ dateTime: time }, null)).toEqual([]);
    expect(answered(null, { dateTime: time })).toEqual([]);
  });

  test('breaks and notes are looked for only where none were sent', () => {
    const sent = (changes: Readonly<Record<string, Json>>) => [createOf(changed(createBody, changes), changes)];
    expect(answersOf('TC-CREATE-007', sent({ '/breaks': [pause] }))).toEqual([]);
    expect(answersOf('TC-CREATE-007', [create({ '/breaks': [pause] })])).toHaveLength(1);
    const notes = { content: 'late', contentType: 'text' };
    expect(answersOf('TC-CREATE-019', sent({ '/notes': notes }))).toEqual([]);
    expect(answersOf('TC-CREATE-019', [create({ '/notes': notes })])).toHaveLength(1);
  });

  test('a break that was sent without an id is given one', () => {
    const { breakId, ...nameless } = pause;
    const answered = (shown: Json) =>
      answersOf('TC-CREATE-034', [createOf({ ...createBody, breaks: [nameless] }, { '/breaks': [shown] })]);
    expect(answered({ ...nameless, breakId })).toEqual(['holds']);
    expect(answered({ ...nameless, breakId: '' })).toEqual(['violated: /breaks/0/breakId is ""']);
    expect(answered({ ...nameless, breakId: 7 })).toEqual(['violated: /breaks/0/breakId is 7']);
    expect(answered(nameless)).toEqual(['violated: /breaks/0/breakId is "(absent)"']);
  });

  test('what the original entry has of breaks is observed', () => {
    const answered = (original: Json) =>
      answersOf('TC-CREATE-036', [
        createOf({ ...createBody, breaks: [pause] }, { '/breaks': [pause], '/originalEntry/breaks': original }),
      ]);
    expect(answered([])).toEqual(['observed: none']);
    expect(answered([pause])).toEqual(['observed: the breaks of the card']);
    expect(answered([open])).toEqual(['observed: other breaks']);
  });

  test.each([
    ['order', 'create with clock-out before clock-in'],
    ['future', 'create with times in the future'],
    ['overlap', 'create with the times of another card'],
  ])('times of the kind %s are observed as %s', (keyword, subject) => {
    expect(subjects('TC-CREATE-014', beside('create', ['/clockInEvent/dateTime', keyword], {}))).toEqual([subject]);
  });

  test('the state is that of the events and breaks that were sent', () => {
    const answered = (requirement: RequirementId, sent: Readonly<Record<string, Json | undefined>>) =>
      answersOf(requirement, [createOf(changed(createBody, sent), { '/state': 'asleep' })]);
    const wrong = ['violated: /state is "asleep"'];
    const begun = { '/clockOutEvent': undefined };
    expect(answered('TC-CREATE-005', {})).toEqual(wrong);
    expect(answered('TC-CREATE-005', begun)).toEqual([]);
    expect(answered('TC-CREATE-005', { '/state': 'clockedOut' })).toEqual([]);
    expect(answered('TC-CREATE-006', begun)).toEqual(wrong);
    expect(answered('TC-CREATE-006', { ...begun, '/breaks': [pause] })).toEqual(wrong);
    expect(answered('TC-CREATE-006', { ...begun, '/breaks': [open] })).toEqual([]);
    expect(answered('TC-CREATE-006', {})).toEqual([]);
    expect(answered('TC-CREATE-026', { ...begun, '/breaks': [open] })).toEqual(wrong);
    expect(answered('TC-CREATE-026', { ...begun, '/breaks': [pause] })).toEqual([]);
  });

  test('only the caller’s own names the caller', () => {
    const theirs = { '/createdBy/user/id': secondUser, '/lastModifiedBy/user/id': secondUser };
    for (const id of ['TC-CREATE-016', 'TC-CREATE-028'] as const) {
      expect(answersOf(id, [create(theirs, { actor: 'application' })])).toEqual([]);
      expect(answersOf(id, [create(theirs)])).toHaveLength(1);
    }
  });

  test('without an owner it is the caller’s, where that is known and asked for in earnest', () => {
    const { userId: _, ...body } = createBody;
    const answered = (...[changes, rest]: Parameters<typeof create>) => [createOf(body, changes, rest)];
    const theirs = { '/userId': secondUser };
    const wrong = [`violated: /userId is "${secondUser}"`];
    expect(answersOf('TC-CREATE-012', answered())).toEqual(['holds']);
    expect(answersOf('TC-CREATE-012', answered(theirs))).toEqual(wrong);
    expect(answersOf('TC-CREATE-012', answered(theirs), { capabilities: new Set() })).not.toEqual(wrong);
    for (const rest of [
      { intent: asChanged('/x', 'y') },
      { intent: { overlaps: 'it' } },
      { intent: false },
      { actor: 'application' },
      { request: {} },
    ] as const) {
      expect(answersOf('TC-CREATE-012', answered(theirs, rest))).toEqual([]);
    }
    expect(answersOf('TC-CREATE-012', [create(theirs)])).toEqual([]);
  });

  test('what the client supplies is refused, ignored or honoured', () => {
    const id = (rest: Parameters<typeof create>[1], shown: string) => [
      create({}, { intent: asControl }),
      createOf({ ...createBody, id: 'TCK_mine' }, { '/id': shown }, { intent: asChanged('/id', 'readOnly'), ...rest }),
    ];
    expect(answersOf('TC-CREATE-015', id({ response: refusal(400) }, 'x'))).toEqual(['observed: refused']);
    expect(answersOf('TC-CREATE-015', id({}, 'TCK_theirs'))).toEqual(['observed: ignored']);
    expect(answersOf('TC-CREATE-015', id({}, 'TCK_mine'))).toEqual(['observed: honoured']);
  });
});
