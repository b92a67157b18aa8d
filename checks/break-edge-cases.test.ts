import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../traffic/json.ts';
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
import { answersOf } from '../test/check-answers.ts';

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
  expect(answersOf('TC-BREAK-003', begun([]))).toEqual(['violated: /breaks is []']);
  expect(answersOf('TC-BREAK-014', begun([]))).toEqual(['unseen: form of breakId']);
  for (const id of ['004', '005', '015', '016', '019', '025', '029'] as const) {
    expect(answersOf(`TC-BREAK-${id}`, begun([]))).toEqual([]);
  }
  for (const id of ['009', '010', '017', '029'] as const) {
    expect(answersOf(`TC-BREAK-${id}`, done([])).filter((one) => one.startsWith('violated'))).toEqual([]);
  }
});

test.each<[requirement: RequirementId, breaks: readonly Json[], said: readonly string[]]>([
  ['TC-BREAK-003', [open], ['holds']],
  ['TC-BREAK-003', [{ ...open, start: null }], [`violated: /breaks is ${JSON.stringify([{ ...open, start: null }])}`]],
  ['TC-BREAK-005', [{ ...open, breakId: '' }], ['violated: /breaks/0/breakId is ""']],
  ['TC-BREAK-005', [{ ...open, breakId: 7 }], ['violated: /breaks/0/breakId is 7']],
])('%s of breaks %j: %j', (requirement, breaks, words) => {
  expect(answersOf(requirement, begun(breaks))).toEqual(words);
});

test('the last change is not before the break, to the millisecond', () => {
  const changedAt = (time: string) => begun([open], { '/lastModifiedDateTime': time });
  expect(answersOf('TC-BREAK-025', changedAt(begins))).toEqual(['holds']);
  const [sooner, later] = ['2025-01-07T22:00:00.249Z', '2025-01-07T22:00:00.251Z'];
  expect(answersOf('TC-BREAK-025', changedAt(sooner))).toEqual([`violated: /lastModifiedDateTime is "${sooner}"`]);
  expect(answersOf('TC-BREAK-024', [clockIn({ '/lastModifiedDateTime': later }), ...begun([open]).slice(1)])).toEqual([
    `violated: /lastModifiedDateTime is "${begins}"`,
  ]);
});

test.each<[id: string, form: string]>([
  ['BRK_26ac5b0a-b93a-4e1e-89e2-13a5da2b3311', 'BRK_ plus GUID'],
  ['BRK_26AC5B0A-B93A-4E1E-89E2-13A5DA2B3311', 'BRK_ plus GUID'],
  ['xBRK_26ac5b0a-b93a-4e1e-89e2-13a5da2b3311', 'another form'],
  ['BRK_26ac5b0a-b93a-4e1e-89e2-13a5da2b33110', 'another form'],
  ['26ac5b0a-b93a-4e1e-89e2-13a5da2b3311', 'another form'],
])('the breakId %s has the form %s', (breakId, form) => {
  expect(answersOf('TC-BREAK-014', begun([{ ...open, breakId }]))).toEqual([`observed: ${form}`]);
});

test('a card that was confirmed before may stay so', () => {
  const confirmed = (state: string) => [
    clockIn({ '/confirmedBy': state }),
    ...begun([open], { '/confirmedBy': 'user' }).slice(1),
  ];
  expect(answersOf('TC-BREAK-030', confirmed('none'))).toEqual(['violated: /confirmedBy is "user"']);
  expect(answersOf('TC-BREAK-030', confirmed('user'))).toEqual([]);
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
    expect(answersOf('TC-BREAK-023', kept(before, after))).toEqual(
      lost ? [`violated: /breaks is ${JSON.stringify(after)}`] : ['holds'],
    );
  });

  test('are none', () => expect(answersOf('TC-BREAK-023', begun([open]))).toEqual([]));

  test('are not open again when another one begins', () => {
    const opened = [open, { ...second, end: null }];
    expect(answersOf('TC-BREAK-003', kept([second], opened))).toEqual([
      `violated: /breaks is ${JSON.stringify(opened)}`,
    ]);
    expect(answersOf('TC-BREAK-003', kept([second], [open, second]))).toEqual(['holds']);
  });
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
    expect(answersOf(requirement, created)).toEqual([]);
  });

  test('unlike of one that was clocked in', () => {
    expect(answersOf('TC-BREAK-011', [...done([pause]), clockOut(), get(home)])).toEqual([
      'violated: /originalEntry/breaks is []',
    ]);
    // Of a break without an end it is left open what becomes of it, whatever state the card is shown in.
    for (const running of [begun([open]), [clockIn(), get(openCard, { '/breaks': [open] })]]) {
      expect(answersOf('TC-BREAK-011', [...running, clockOut(), get(home)])).toEqual([]);
    }
  });
});

test('who modified the card last is the caller, where it was the caller', () => {
  const theirs = { '/lastModifiedBy/user/id': secondUser };
  expect(answersOf('TC-BREAK-026', begun([open], theirs))).toEqual([
    `violated: /lastModifiedBy/user/id is "${secondUser}"`,
  ]);
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
    expect(answersOf('TC-CLOCKOUT-014', clockOutOnBreak(breaks)).join()).toContain(fact);
  });
});

test('no break is promised after a clockOut that the last read does not show: it may be late', () => {
  const refused = exchange({
    operation: 'startBreak',
    card: openId,
    at: begins,
    request: { body: startBody },
    response: { status: 400 },
  });
  expect(answersOf('TC-BREAK-001', [clockIn(), get(openCard), refused])).toEqual(['violated: status is 400']);
  const late = [clockIn(), get(openCard), clockOut({ card: openId }), get(openCard)];
  expect(answersOf('TC-BREAK-001', [...late, refused]).filter((one) => one.startsWith('violated'))).toEqual([]);
  // A second read says what is there.
  expect(answersOf('TC-BREAK-001', [...late, get(openCard), refused])).toEqual(['violated: status is 400']);
});
