import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../specs/json.ts';
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
} from '../test/card-exchanges.ts';
import { changed, exampleBody, exchange, secondUser } from '../test/exchanges.ts';
import { said } from '../test/said.ts';

const [begins, ends] = ['2025-01-07T22:00:00.250Z', '2025-01-07T22:11:00.750Z'];
const [startBody, endBody] = [exampleBody('startbreak_req'), exampleBody('endbreak_req')];
const start = { dateTime: begins, isAtApprovedLocation: null, ...startBody };
const end = { dateTime: ends, isAtApprovedLocation: null, ...endBody };
const open: JsonObject = { breakId: 'BRK_1', notes: null, start, end: null };
const pause: JsonObject = { ...open, end };

const startBreak = exchange({ operation: 'startBreak', card: openId, at: begins, request: { body: startBody } });
const endBreak = exchange({ operation: 'endBreak', card: openId, at: ends, request: { body: endBody } });

/** The card on a break, and after it. */
const resting = changed(openCard, { '/state': 'onBreak', '/breaks': [open], '/lastModifiedDateTime': begins });
const back = changed(openCard, { '/breaks': [pause], '/lastModifiedDateTime': ends });
const begun = (breaks: Json, changes: Readonly<Record<string, Json>> = {}) => [
  clockIn(),
  startBreak,
  get(changed(resting, { '/breaks': breaks, ...changes })),
];
const done = (breaks: Json) => [clockIn(), startBreak, get(resting), endBreak, get(back, { '/breaks': breaks })];

test('of a break that is not shown, only that is said', () => {
  expect(said('TC-BREAK-003', begun([]))).toEqual(['violated: /breaks is []']);
  for (const id of ['004', '005', '014', '015', '016', '019', '025', '029'] as const) {
    expect(said(`TC-BREAK-${id}`, begun([]))).toEqual([]);
  }
  for (const id of ['009', '010', '017', '029'] as const) {
    expect(said(`TC-BREAK-${id}`, done([])).filter((one) => one.startsWith('violated'))).toEqual([]);
  }
});

test.each<[requirement: RequirementId, breaks: readonly Json[], said: readonly string[]]>([
  ['TC-BREAK-003', [open], ['holds']],
  ['TC-BREAK-003', [{ ...open, start: null }], [`violated: /breaks is ${JSON.stringify([{ ...open, start: null }])}`]],
  ['TC-BREAK-005', [{ ...open, breakId: '' }], ['violated: /breaks/0/breakId is ""']],
  ['TC-BREAK-005', [{ ...open, breakId: 7 }], ['violated: /breaks/0/breakId is 7']],
])('%s of breaks %j: %j', (requirement, breaks, words) => {
  expect(said(requirement, begun(breaks))).toEqual(words);
});

test('a card that was confirmed before may stay so', () => {
  const confirmed = (state: string) => [
    clockIn({ '/confirmedBy': state }),
    ...begun([open], { '/confirmedBy': 'user' }).slice(1),
  ];
  expect(said('TC-BREAK-030', confirmed('none'))).toEqual(['violated: /confirmedBy is "user"']);
  expect(said('TC-BREAK-030', confirmed('user'))).toEqual([]);
});

describe('the breaks that had ended', () => {
  const [first, second] = [pause, { ...pause, breakId: 'BRK_2' }];
  const kept = (before: readonly Json[], after: readonly Json[]) => [
    clockIn(),
    get(openCard, { '/breaks': before }),
    startBreak,
    get(changed(resting, { '/breaks': after })),
  ];

  test.each<[name: string, before: readonly Json[], after: readonly Json[], lost: boolean]>([
    ['are kept in any order', [first, second], [{ ...open, breakId: 'BRK_3' }, second, first], false],
    ['are kept twice where they were there twice', [first, first], [first, second], true],
    ['are lost', [first, second], [first, { ...open, breakId: 'BRK_3' }], true],
  ])('%s', (_name, before, after, lost) => {
    expect(said('TC-BREAK-023', kept(before, after))).toEqual(
      lost ? [`violated: /breaks is ${JSON.stringify(after)}`] : ['holds'],
    );
  });

  test('are none', () => expect(said('TC-BREAK-023', begun([open]))).toEqual([]));
});

describe('of a card that its creator wrote, nothing is known of its times', () => {
  const closing = exchange({ operation: 'clockOut', card: createdId, at: ends, request: { body: endBody } });
  const working = { '/state': 'clockedIn', '/clockOutEvent': null, '/breaks': [pause] };
  const home = changed(closedCard, { '/breaks': [pause], '/originalEntry/breaks': [] });

  test.each(['TC-BREAK-011', 'TC-BREAK-018'] as const)('%s', (requirement) => {
    const created = [
      create(working),
      get(createdCard, working),
      closing,
      get(createdCard, { ...home, '/breaks': [pause] }),
    ];
    expect(said(requirement, created)).toEqual([]);
  });

  test('unlike of one that was clocked in', () => {
    expect(said('TC-BREAK-011', [...done([pause]), clockOut(), get(home)])).toEqual([
      'violated: /originalEntry/breaks is []',
    ]);
    const running = [...begun([open]), clockOut(), get(home)];
    expect(said('TC-BREAK-011', running)).toEqual([]);
  });
});

test('who modified the card last is the caller, where it was the caller', () => {
  const theirs = { '/lastModifiedBy/user/id': secondUser };
  expect(said('TC-BREAK-026', begun([open], theirs))).toEqual([`violated: /lastModifiedBy/user/id is "${secondUser}"`]);
});

describe('what a clockOut of a card on a break leads to', () => {
  const clockOutOnBreak = (breaks: Json) => [
    clockIn(),
    get(resting),
    clockOut(),
    get(closedCard, { '/breaks': breaks }),
  ];

  test.each<[breaks: readonly Json[], fact: string]>([
    [[pause], 'the break has an end'],
    [[open], 'the break stays open'],
  ])('%j: %s', (breaks, fact) => {
    expect(said('TC-CLOCKOUT-014', clockOutOnBreak(breaks)).join()).toContain(fact);
  });
});
