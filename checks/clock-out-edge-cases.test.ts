import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import {
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
import { changed, context, exchange, secondUser, type Parts } from '../test/exchanges.ts';
import { answersOf } from '../test/check-answers.ts';

type Changes = Readonly<Record<string, Json | undefined>>;

const later = '2025-01-07T23:00:18Z';
const confirmedAs = (confirmedBy: string, changes: Changes = {}) =>
  changed(closedCard, { '/confirmedBy': confirmedBy, '/lastModifiedDateTime': later, ...changes });

function confirm(rest: Partial<Parts> = {}): Exchange {
  return exchange({ operation: 'confirm', card: openId, at: later, ...rest });
}

describe('a clockOut', () => {
  /** The card with other notes and another original entry after it, perhaps after a write that may not be shown yet. */
  function closedAfter(...writes: readonly Exchange[]): readonly Exchange[] {
    const shown = {
      '/notes': { content: 'x', contentType: 'text' },
      '/originalEntry/clockInEvent': null,
      '/confirmedBy': 'user',
    };
    // Looked at twice: the second look may be as old as the first.
    return [clockIn(), ...writes, get(openCard), get(openCard), clockOut(), get(closedCard, shown)];
  }

  test.each<[requirement: RequirementId, pointer: string]>([
    ['TC-CLOCKOUT-022', '/notes'],
    ['TC-CLOCKOUT-024', '/originalEntry/clockInEvent'],
    ['TC-CLOCKOUT-025', '/confirmedBy'],
  ])('%s leaves %s alone, unless somebody replaced or confirmed the card', (requirement, pointer) => {
    const wrong = (...writes: readonly Exchange[]) =>
      answersOf(requirement, closedAfter(...writes)).map((one) => one.split(' is ')[0]);
    expect(wrong()).toEqual([`violated: ${pointer}`]);
    for (const operation of ['replace', 'confirm', 'confirmForUser'] as const) {
      expect(wrong(exchange({ operation, card: openId }))).toEqual([]);
    }
    // Where the card shows the edit, what it shows is no older.
    const replace = (content: string) =>
      exchange({
        operation: 'replace',
        card: openId,
        request: { body: { clockInEvent: openCard['clockInEvent'] ?? null, notes: { content, contentType: 'text' } } },
      });
    const edited = get(changed(openCard, { '/notes': { content: 'edited', contentType: 'text' } }));
    expect(wrong(replace('edited'), edited)).toEqual([]);
    const shownAgain = (...writes: readonly Exchange[]) =>
      answersOf(requirement, [
        clockIn(),
        ...writes,
        edited,
        edited,
        clockOut(),
        get(changed(closedCard, { '/notes': null, '/originalEntry/clockInEvent': null, '/confirmedBy': 'user' })),
      ]).map((one) => one.split(' is ')[0]);
    const [holding] = shownAgain(replace('edited'));
    expect(holding).toBe(requirement === 'TC-CLOCKOUT-024' ? undefined : `violated: ${pointer}`);
    expect(shownAgain(replace('other'))).toEqual([]);
    expect(shownAgain(replace('edited'), replace('edited'))).toEqual([]);
    // Looked at after each of two edits, it shows the last.
    expect(shownAgain(replace('first'), edited, replace('edited'))).toEqual(shownAgain(replace('edited')));
    // Of another card it makes no difference.
    expect(wrong(exchange({ operation: 'confirm', card: createdId }))).toEqual([`violated: ${pointer}`]);
  });

  test('keeps what the clock-in was at first only of a card that was clocked in and not edited', () => {
    const original = { '/originalEntry/clockOutEvent': null };
    const wrong = ['violated: /originalEntry/clockOutEvent is null'];
    expect(answersOf('TC-CLOCKOUT-010', [clockIn(), clockOut(), get(closedCard, original)])).toEqual(wrong);
    const other = { '/originalEntry/clockInEvent': null };
    expect(
      answersOf('TC-CLOCKOUT-010', [
        clockIn(),
        get(openCard, other),
        clockOut(),
        get(closedCard, { ...original, ...other }),
      ]),
    ).toEqual([]);
    const working = {
      '/state': 'clockedIn',
      '/clockOutEvent': null,
      '/originalEntry/clockInEvent': createdCard['clockInEvent'],
    };
    const out = exchange({ operation: 'clockOut', card: createdId });
    const closed = { ...closedCard, id: createdId, clockInEvent: createdCard['clockInEvent'] ?? null };
    expect(
      answersOf('TC-CLOCKOUT-010', [create(working), get(createdCard, working), out, get(closed, original)]),
    ).toEqual([]);
  });

  test('that recorded nothing has no time to be judged', () => {
    const closed = (event: Json) => [clockIn(), clockOut(), get(closedCard, { '/clockOutEvent': event })];
    expect(answersOf('TC-CLOCKOUT-016', closed(null))).toEqual([]);
    // Of an event without a time, TC-SHAPE-004 speaks.
    expect(answersOf('TC-CLOCKOUT-016', closed({}))).toEqual([]);
  });

  test('shows no breaks that were not there', () => {
    expect(
      answersOf('TC-CLOCKOUT-021', [
        clockIn({ '/breaks': null }),
        get(openCard, { '/breaks': null }),
        clockOut(),
        get(closedCard),
      ]),
    ).toEqual([]);
  });

  test.each(['clockOut', 'startBreak', 'endBreak', 'confirm'] as const)(
    '%s has an answer that is observed',
    (operation) => {
      const state = operation === 'endBreak' ? 'onBreak' : operation === 'confirm' ? 'clockedOut' : 'clockedIn';
      const answered = exchange({ operation, card: openId, request: operation === 'confirm' ? {} : { body: {} } });
      expect(answersOf('TC-CLOCKOUT-002', [clockIn({ '/state': state }), answered])).toEqual([
        'observed: 204 without a timeCard',
      ]);
    },
  );

  test('says in which order times are, to the millisecond', () => {
    const just = { '/lastModifiedDateTime': '2025-01-07T23:00:00.4Z' };
    expect(answersOf('TC-CLOCKOUT-020', [clockIn(), clockOut(), get(closedCard, just)])).toEqual([
      'violated: /lastModifiedDateTime is "2025-01-07T23:00:00.4Z"',
    ]);
    const before = { '/lastModifiedDateTime': '2025-01-07T23:00:00.6Z' };
    expect(answersOf('TC-CLOCKOUT-009', [clockIn(), get(openCard, before), clockOut(), get(closedCard)])).toEqual([
      `violated: /lastModifiedDateTime is ${JSON.stringify(closedCard['lastModifiedDateTime'])}`,
    ]);
  });
});

describe('a confirmation', () => {
  const theirs = { '/userId': secondUser };
  const confirmations = (
    before: string,
    after: string,
    changes: Changes = {},
    actor: 'caller' | 'secondUser' = 'caller',
  ) => [
    clockIn(changes),
    clockOut(),
    get(confirmedAs(before, changes)),
    confirm({ actor }),
    get(confirmedAs(after, changes)),
  ];

  test('by the second of the two shows both', () => {
    // A manager may have confirmed the own card, and does so again: that the flag is another's has to be seen.
    expect(answersOf('TC-CONFIRM-010', confirmations('manager', 'user'))).toEqual([]);
    const byBoth = (flags: string) => [
      clockIn(),
      clockOut(),
      get(closedCard),
      confirm({ actor: 'secondUser' }),
      get(closedCard, { '/confirmedBy': 'manager' }),
      confirm(),
      get(closedCard, { '/confirmedBy': flags }),
    ];
    expect(answersOf('TC-CONFIRM-010', byBoth('user'))).toEqual(['violated: /confirmedBy is "user"']);
    expect(answersOf('TC-CONFIRM-010', byBoth('user,manager'))).toEqual(['holds']);
    expect(answersOf('TC-CONFIRM-010', confirmations('none', 'user'))).toEqual([]);
    expect(answersOf('TC-CONFIRM-010', confirmations('none', 'manager', theirs))).toEqual([]);
  });

  test('without a body is accepted, unless the server failed', () => {
    const closed = [clockIn(), clockOut(), get(closedCard)];
    const answered = (rest: Partial<Parts>) =>
      answersOf('TC-CONFIRM-002', [...closed, confirm(rest)], { neverAccepted: new Set(['confirm']) });
    expect(answered({})).toEqual(['holds']);
    expect(answered({ response: refusal(400) })).toEqual(['violated: status is 400']);
    expect(answered({ response: refusal(500) })).toEqual([]);
    expect(answered({ request: { body: {} } })).toEqual([]);
  });

  test('moves no time forward that is none', () => {
    const changes = { '/lastModifiedDateTime': null };
    expect(answersOf('TC-CONFIRM-011', confirmations('none', 'user', changes))).toEqual([]);
  });

  test('is kept by a replace or not, if there was one', () => {
    const replaced = (before: Json, after: string) =>
      answersOf('TC-CONFIRM-018', [
        clockIn(),
        clockOut(),
        get(closedCard, { '/confirmedBy': before }),
        exchange({ operation: 'replace', card: openId }),
        get(confirmedAs(after)),
      ]);
    expect(replaced('user', 'user')).toEqual(['observed: kept']);
    expect(replaced('user', 'none')).toEqual(['observed: not kept']);
    expect(replaced('none', 'none')).toEqual([]);
    expect(replaced(7, 'none')).toEqual([]);
  });

  test('for a user shows that user’s flag, where the card is theirs', () => {
    const forUser = (userId: string, shown: Changes, ...before: readonly Exchange[]) =>
      answersOf(
        'TC-CONFIRM-024',
        [
          ...before,
          exchange({
            operation: 'confirmForUser',
            actor: 'application',
            card: openId,
            request: { body: { userId } },
            response: { body: confirmedAs('manager', shown) },
          }),
        ],
        { apiVersion: 'beta' },
      );
    const wrong = ['violated: /confirmedBy is "manager"'];
    const known = [clockIn(), clockOut(), get(closedCard)];
    expect(forUser(context.callerId, {}, ...known)).toEqual(wrong);
    expect(forUser(secondUser, theirs, ...known)).toEqual([]);
    // In another letter case it may be another user.
    expect(forUser(context.callerId.toUpperCase(), {}, ...known)).toEqual([]);
    // Of a card that nobody has seen, the answer says whose it is.
    expect(forUser(context.callerId, {})).toEqual(wrong);
    expect(forUser(secondUser, theirs)).toEqual(wrong);
    expect(forUser(secondUser, {})).toEqual([]);
  });

  test('for another one keeps the flags that were there', () => {
    const forUser = (userId: string, before: string, after: string) =>
      answersOf(
        'TC-CONFIRM-021',
        [
          clockIn(),
          clockOut(),
          get(confirmedAs(before)),
          exchange({ operation: 'confirmForUser', actor: 'application', card: openId, request: { body: { userId } } }),
          get(confirmedAs(after)),
        ],
        { apiVersion: 'beta' },
      );
    expect(forUser(context.callerId, 'manager', 'user')).toEqual(['violated: /confirmedBy is "user"']);
    expect(forUser(context.callerId, 'manager', 'user,manager')).toEqual(['holds']);
    expect(forUser(secondUser, 'user', 'manager')).toEqual(['violated: /confirmedBy is "manager"']);
    expect(forUser(secondUser, 'manager', 'none')).toEqual([]);
    expect(forUser(context.callerId, 'none', 'none')).toEqual([]);
  });
});
