import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json, JsonObject } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { clockIn, clockOut, closedCard, create, createdCard, createdId, get, openId } from '../test/card-exchanges.ts';
import { changed, context, exampleBody, exchange, secondUser, type Parts } from '../test/exchanges.ts';
import { answersOf } from '../test/said.ts';

type Changes = Readonly<Record<string, Json | undefined>>;

const edited = '2025-01-07T23:30:00Z';
const body = exampleBody('replace_req');
const event = { dateTime: '2025-01-07T21:10:00Z', isAtApprovedLocation: true, notes: null };
const pause = { breakId: 'BRK_1', notes: null, start: event, end: { ...event, dateTime: '2025-01-07T21:20:00Z' } };

function afterwards(card: JsonObject, sent: JsonObject): JsonObject {
  const { clockInEvent, clockOutEvent, notes } = sent;
  return changed(card, {
    '/clockInEvent': clockInEvent,
    '/clockOutEvent': clockOutEvent,
    '/notes': notes,
    '/lastModifiedDateTime': edited,
  });
}

function replaceOf(sent: JsonObject, rest: Partial<Parts> = {}): Exchange {
  return exchange({ operation: 'replace', card: createdId, at: edited, request: { body: sent }, ...rest });
}

/** A created card, seen with one thing changed, replaced by a body, and seen with another thing changed. */
function replaced(sent: JsonObject, shown: Changes, before: Changes = {}): readonly Exchange[] {
  return [create(before), get(createdCard, before), replaceOf(sent), get(afterwards(createdCard, sent), shown)];
}

describe('what a replace leaves out', () => {
  const had = { '/notes': { content: 'late', contentType: 'text' }, '/breaks': [pause] };
  const { notes: _, clockOutEvent: __, ...little } = body;

  test.each<[shown: Changes, said: readonly string[]]>([
    [{ ...had, '/clockOutEvent': createdCard['clockOutEvent'] }, ['notes kept, clockOutEvent kept, breaks kept']],
    [
      { '/notes': null, '/clockOutEvent': null, '/breaks': [] },
      ['notes cleared, clockOutEvent cleared, breaks cleared'],
    ],
    [
      { '/notes': { content: 'x', contentType: 'text' }, '/clockOutEvent': event, '/breaks': [pause, pause] },
      ['notes changed, clockOutEvent changed, breaks changed'],
    ],
  ])('is as %j: %j', (shown, facts) => {
    expect(answersOf('TC-REPLACE-005', replaced(little, shown, had))).toEqual(facts.map((fact) => `observed: ${fact}`));
  });

  test('is nothing where the card did not have it', () => {
    expect(answersOf('TC-REPLACE-005', replaced(body, {}, { '/notes': null, '/breaks': [] }))).toEqual([]);
  });
});

test('the original entry of a day that was clocked in keeps its breaks', () => {
  const day = (breaks: Json, original: Json | undefined) => {
    const { clockInEvent = null, clockOutEvent = null } = closedCard;
    const shown = {
      '/originalEntry': { clockInEvent, clockOutEvent, ...(original === undefined ? {} : { breaks: original }) },
    };
    const replace = replaceOf(body, { card: openId });
    const closed = get(closedCard, { '/breaks': breaks });
    return answersOf('TC-REPLACE-003', [clockIn(), clockOut(), closed, replace, get(closedCard, shown)]);
  };
  expect(day([pause], [pause])).toEqual(['holds']);
  expect(day([pause], [])).toEqual(['violated: /originalEntry/breaks is []']);
  expect(day([], [pause])).toEqual([`violated: /originalEntry/breaks is ${JSON.stringify([pause])}`]);
  // No breaks are none, however that is written.
  for (const none of [[], null, undefined]) expect(day([], none)).toEqual(['holds']);
  expect(day(null, [])).toEqual(['holds']);
});

describe('the original entry after a second edit', () => {
  const entryOf = ({ clockInEvent = null, clockOutEvent = null, breaks = [] }: JsonObject): JsonObject => ({
    clockInEvent,
    clockOutEvent,
    breaks,
  });
  const first = { ...body, clockInEvent: { ...event, dateTime: '2025-01-07T21:05:00Z' } };
  const [once, twice] = [afterwards(closedCard, first), afterwards(closedCard, body)];
  const editedAgain = (before: Json, original: Json) =>
    answersOf('TC-REPLACE-003', [
      clockIn(),
      clockOut(),
      get(closedCard),
      replaceOf(first, { card: openId }),
      get(once, { '/originalEntry': before }),
      replaceOf(body, { card: openId }),
      get(twice, { '/originalEntry': original }),
    ]).slice(1);

  test('is that of the day itself, or that before the last edit', () => {
    const ofTheDay = entryOf(closedCard);
    expect(editedAgain(ofTheDay, ofTheDay)).toEqual(['holds']);
    expect(editedAgain(ofTheDay, entryOf(once))).toEqual(['holds']);
  });

  test('is not the entry as it is now, nor lost', () => {
    const wrong = (original: Json) => editedAgain(entryOf(closedCard), original).map((one) => one.split(' is ')[0]);
    expect(wrong(entryOf(twice))).toEqual(['violated: /originalEntry/clockInEvent']);
    expect(wrong(null)).toEqual(['violated: /originalEntry/clockInEvent']);
    expect(wrong({ ...entryOf(closedCard), breaks: [pause] })).toEqual(['violated: /originalEntry/breaks']);
  });

  test('is not looked for where there was none before', () => {
    expect(editedAgain(null, null)).toEqual([]);
  });
});

describe('the state after a replace', () => {
  const sent = (changes: Changes) => changed(body, changes);
  const open = { '/clockOutEvent': undefined };
  const openBreak = { ...pause, end: null };

  test.each<[sent: JsonObject, state: string, said: readonly string[]]>([
    [body, 'clockedOut', ['holds']],
    [body, 'asleep', ['violated: /state is "asleep"']],
    [sent({ '/breaks': [pause] }), 'asleep', ['violated: /state is "asleep"']],
    [sent({ '/state': undefined }), 'asleep', ['violated: /state is "asleep"']],
    // Of what is not closed by what was sent, nothing is said.
    [sent({ '/breaks': [openBreak] }), 'asleep', []],
    [sent(open), 'asleep', []],
    [sent({ '/state': 'clockedIn' }), 'asleep', []],
  ])('sent as %j and shown as %s: %j', (request, state, words) => {
    expect(answersOf('TC-REPLACE-013', replaced(request, { '/state': state }))).toEqual(words);
  });

  test.each<[state: string, shown: string, said: readonly string[]]>([
    ['clockedIn', 'clockedIn', ['observed: the one that was sent']],
    ['clockedIn', 'clockedOut', ['observed: the one of the events']],
    ['clockedIn', 'asleep', ['observed: another']],
    ['clockedOut', 'clockedOut', []],
  ])('is sent as %s and shown as %s: %j', (state, shown, words) => {
    expect(answersOf('TC-REPLACE-021', replaced(sent({ '/state': state }), { '/state': shown }))).toEqual(words);
  });
});

test.each<[name: string, said: unknown, original: Changes]>([
  ['as the entry was', 'holds', {}],
  ['without its clock-in', 'violated', { '/originalEntry/clockInEvent': null }],
  ['without its clock-out', 'violated', { '/originalEntry/clockOutEvent': null }],
  ['without a word of breaks', 'holds', { '/originalEntry/breaks': null }],
  ['with a break', 'violated', { '/originalEntry/breaks': [pause] }],
])('the original entry %s: %s', (_name, kind, original) => {
  const { clockInEvent = null, clockOutEvent = null } = closedCard;
  const shown = changed(afterwards(closedCard, body), {
    '/originalEntry': { clockInEvent, clockOutEvent, breaks: [] },
    '/breaks': [],
  });
  const traffic = [
    clockIn(),
    clockOut(),
    get(closedCard),
    replaceOf(body, { card: openId }),
    get(changed(shown, original)),
  ];
  expect(answersOf('TC-REPLACE-003', traffic).map((one) => one.split(':')[0])).toEqual([kind]);
});

describe('the breaks that were sent', () => {
  const sent = { ...body, breaks: [pause] };

  test.each<[requirement: RequirementId, shown: Json, said: readonly string[]]>([
    ['TC-REPLACE-012', [pause], ['holds']],
    ['TC-REPLACE-012', null, ['violated: /breaks is null']],
    ['TC-REPLACE-012', ['x'], ['violated: /breaks is ["x"]']],
    ['TC-REPLACE-020', [pause], ['holds']],
    ['TC-REPLACE-020', [pause, pause], ['violated: /breaks is "2 breaks"']],
    ['TC-REPLACE-024', [{ ...pause, breakId: 'BRK_2' }], ['violated: /breaks/0/breakId is "BRK_2"']],
    ['TC-REPLACE-024', [pause], ['holds']],
  ])('%s of %j: %j', (requirement, shown, words) => {
    expect(answersOf(requirement, replaced(sent, { '/breaks': shown }, { '/breaks': [pause] }))).toEqual(words);
  });

  test('may get another id if the card did not have it, or none was sent', () => {
    const shown = { '/breaks': [{ ...pause, breakId: 'BRK_2' }] };
    const kept = (breakId: Json | undefined, known: Json) =>
      answersOf(
        'TC-REPLACE-024',
        replaced(changed(sent, { '/breaks/0/breakId': breakId }), shown, { '/breaks': [{ ...pause, breakId: known }] }),
      );
    expect(kept('BRK_1', 'BRK_9')).toEqual([]);
    for (const none of ['', 7, null]) expect(kept(none, none)).toEqual([]);
    expect(answersOf('TC-REPLACE-020', replaced(body, { '/breaks': [pause] }))).toEqual([]);
  });

  test('without an end have none', () => {
    const short = { ...body, breaks: [{ ...pause, end: null }] };
    const shown = (end: Json) =>
      answersOf(
        'TC-REPLACE-023',
        replaced(short, { '/breaks': [{ ...pause, start: { ...event, isAtApprovedLocation: false }, end }] }),
      );
    expect(shown(null)).toEqual(['violated: /breaks/0/start/isAtApprovedLocation is false']);
    expect(shown(pause.end)).toEqual([]);
  });
});

test('who modified the card last is the caller, unless another one was named', () => {
  const by = (named: Json | undefined) =>
    replaced(changed(body, { '/lastModifiedBy': named }), { '/lastModifiedBy/user/id': secondUser });
  const wrong = [`violated: /lastModifiedBy/user/id is "${secondUser}"`];
  expect(answersOf('TC-REPLACE-014', by(undefined))).toEqual(wrong);
  expect(answersOf('TC-REPLACE-014', by({ user: { id: context.callerId } }))).toEqual(wrong);
  expect(answersOf('TC-REPLACE-014', by({ user: { id: secondUser } }))).toEqual([]);
});

test('a PUT without an answer shows nothing', () => {
  expect(answersOf('TC-REPLACE-007', [create(), replaceOf(body, { fault: 'reset' })])).toEqual([
    'unseen: answer of an accepted replace',
  ]);
});
