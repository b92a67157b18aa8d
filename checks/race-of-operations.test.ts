import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { Judged } from '../judgements/judgement.ts';
import type { Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { clockIn, get, openCard, refusal } from '../test/card-exchanges.ts';
import { changed, context, exchange, traffic } from '../test/exchanges.ts';
import { judge } from './judge.ts';
import { raceChecks } from './race.ts';

type Changes = Readonly<Record<string, Json | undefined>>;

interface Request {
  readonly operation: Operation;
  readonly says?: string;
  readonly contentType?: string;
}

/** What a card of two requests shows afterwards, and how they were answered: 204, as a rule. */
interface Result {
  readonly statuses?: readonly [number | 'none', number | 'none'];
  readonly shows: Changes | 'gone';
}

type Pair = readonly [Request, Request];
const reversed = ([first, second]: Pair): Pair => [second, first];

/** A card that is looked at, changed by two requests and looked at again. */
function course(number: number, pair: Pair, { shows, statuses = [204, 204] }: Result, atOnce = false) {
  const id = `TCK_${number}`;
  const card = changed(openCard, { '/id': id });
  const requests = pair.map(({ operation, says, contentType = 'text' }, index): Exchange => {
    const [status = 204, step, other] = index === 0 ? [statuses[0], 'one', 'two'] : [statuses[1], 'two', 'one'];
    return exchange({
      operation,
      card: id,
      ...(says === undefined ? {} : { request: { body: { notes: { contentType, content: says } } } }),
      ...(status === 'none' ? { fault: 'reset' } : { response: status < 400 ? { status } : refusal(status) }),
      intent: { step, ...(atOnce ? { overlaps: other } : {}) },
    });
  });
  const gone = exchange({ operation: 'get', card: id, response: refusal(404) });
  return [clockIn({ '/id': id }), get(card), ...requests, shows === 'gone' ? gone : get(card, shows)];
}

/** The two requests in one order, in the other (as they are answered there), and at once. */
function race(pair: Pair, straight: Result, other: Result, atOnce: Result): readonly Exchange[] {
  return traffic([...course(1, pair, straight), ...course(2, reversed(pair), other), ...course(3, pair, atOnce, true)]);
}

function said(requirement: RequirementId, exchanges: readonly Exchange[]): readonly Judged['judgement'][] {
  const its = raceChecks.filter((one) => one.requirement === requirement);
  return judge(exchanges, context, its).map(({ judgement }) => judgement);
}

const startBreak: Request = { operation: 'startBreak', says: 'tea' };
const endBreak: Request = { operation: 'endBreak', says: 'back' };
const replace: Request = { operation: 'replace', says: 'late' };
const clockOut: Request = { operation: 'clockOut', says: 'home' };

const at = '2025-01-07T22:00:00Z';
const event = (content?: string): Json => ({
  dateTime: at,
  ...(content === undefined ? {} : { notes: { contentType: 'text', content } }),
});
const earlier: Json = { breakId: 'BRK_0', start: event(), end: event() };
const aBreak = (start?: string, end?: string): Json => ({ breakId: 'BRK_1', start: event(start), end: event(end) });
const note = (content: string): Json => ({ contentType: 'text', content });

describe('the words of two different requests are both there', () => {
  test.each<[pair: Pair, kept: Changes, lost: Changes, pointer: string]>([
    [
      [startBreak, replace],
      { '/breaks': [earlier, aBreak('tea')], '/notes': note('late') },
      // The words of the other request, in the wrong place, are not those that were asked for.
      { '/breaks': [earlier, aBreak('late')], '/notes': note('late') },
      '/breaks',
    ],
    [
      [endBreak, replace],
      { '/breaks': [earlier, aBreak('tea', 'back')], '/notes': note('late') },
      { '/breaks': [earlier, aBreak('back', 'late')], '/notes': note('late') },
      '/breaks',
    ],
    [
      [startBreak, replace],
      { '/breaks': [aBreak('tea')], '/notes': note('late') },
      { '/breaks': [aBreak('tea')], '/notes': note('tea') },
      '/notes',
    ],
  ])('%j', (pair, kept, lost, pointer) => {
    const shown = { shows: kept };
    expect(said('TC-RACE-001', race(pair, shown, shown, shown))).toEqual([{ kind: 'holds' }]);
    expect(said('TC-RACE-001', race(pair, shown, shown, { shows: lost }))).toMatchObject([
      { kind: 'violated', pointer },
    ]);
  });

  test('and those of either where both write to the same place', () => {
    const pair: Pair = [replace, { ...replace, says: 'early' }];
    const [late, early] = [{ shows: { '/notes': note('late') } }, { shows: { '/notes': note('early') } }];
    expect(said('TC-RACE-001', race(pair, early, late, late))).toEqual([{ kind: 'holds' }]);
    expect(said('TC-RACE-001', race(pair, early, late, early))).toEqual([{ kind: 'holds' }]);
    expect(said('TC-RACE-001', race(pair, early, late, { shows: { '/notes': note('other') } }))).toMatchObject([
      { kind: 'violated', expected: 'notes "late" or "early"', actual: ['other'] },
    ]);
  });
});

describe('nothing is asked of words', () => {
  const both = { shows: { '/breaks': [aBreak('tea')], '/notes': note('late') } };
  const withoutTea = { shows: { '/breaks': [aBreak()], '/notes': note('late') } };

  test('that are not plain text', () => {
    const html = { ...startBreak, contentType: 'html' };
    expect(said('TC-RACE-001', race([html, replace], both, both, withoutTea))).toEqual([{ kind: 'holds' }]);
  });

  test('that were refused, but that the other request is not lost', () => {
    const answered = (first: number, second: number, shows: Changes): Result => ({ statuses: [first, second], shows });
    const refused = race(
      [startBreak, replace],
      answered(409, 204, withoutTea.shows),
      answered(204, 409, withoutTea.shows),
      {
        ...withoutTea,
        statuses: [409, 204],
      },
    );
    expect(said('TC-RACE-001', refused)).toEqual([{ kind: 'holds' }]);
    // A refused request has no words that could stand in the place of those that were accepted.
    const out: Pair = [clockOut, { ...clockOut, says: 'gone' }];
    const first = answered(204, 409, { '/clockOutEvent': event('home') });
    const other = answered(204, 409, { '/clockOutEvent': event('gone') });
    const lost = { ...first, shows: { '/clockOutEvent': event() } };
    expect(said('TC-RACE-001', race(out, first, other, lost))).toMatchObject([
      { kind: 'violated', expected: 'notes "home"', actual: [null] },
    ]);
  });

  test('that an order leaves no card for', () => {
    const remove: Request = { operation: 'delete' };
    const straight = race([startBreak, remove], { shows: 'gone' }, { shows: 'gone', statuses: [204, 404] }, withoutTea);
    expect(said('TC-RACE-001', straight)).toEqual([]);
  });
});

describe('what came of two requests at once is like an order', () => {
  const shows: Changes = {
    '/state': 'clockedIn',
    '/confirmedBy': 'none',
    '/clockInEvent': event('in'),
    '/clockOutEvent': event('out'),
    '/notes': note('late'),
    '/breaks': [aBreak('tea', 'back')],
  };
  const usual: Result = { shows };
  const pair: Pair = [startBreak, replace];
  const outcome = (atOnce: Result) => said('TC-RACE-002', race(pair, usual, usual, atOnce));
  const observed = (value: string) => [
    { kind: 'observed', observation: { subject: 'startBreak at the same time as replace', value } },
  ];

  test.each<[name: string, changes: Changes]>([
    ['nothing', {}],
    ['the time of an event', { '/clockInEvent': { ...(event('in') as object), dateTime: '2025-01-07T22:00:01Z' } }],
  ])('where %s differs', (_name, changes) => {
    expect(outcome({ shows: { ...shows, ...changes } })).toEqual(observed('as one after the other'));
  });

  test.each<[name: string, changes: Changes]>([
    ['the state', { '/state': 'onBreak' }],
    ['no state', { '/state': undefined }],
    ['the confirmation', { '/confirmedBy': 'user' }],
    ['the notes of the clockIn', { '/clockInEvent': event('other') }],
    ['the clockOut that is missing', { '/clockOutEvent': null }],
    ['the notes of the clockOut that are missing', { '/clockOutEvent': event() }],
    ['the notes of the card', { '/notes': note('other') }],
    ['a break that is missing', { '/breaks': [] }],
    ['the notes of the start of a break', { '/breaks': [aBreak('other', 'back')] }],
    ['the notes of the end of a break', { '/breaks': [aBreak('tea', 'other')] }],
  ])('but not where %s differs', (_name, changes) => {
    expect(outcome({ shows: { ...shows, ...changes } })).toEqual(observed('as neither order: 204 and 204'));
  });

  test('nor where the card is gone, or one request was answered otherwise', () => {
    expect(outcome({ shows: 'gone' })).toEqual(observed('as neither order: 204 and 204'));
    expect(outcome({ shows, statuses: [204, 409] })).toEqual(observed('as neither order: 204 and 409'));
    expect(outcome({ shows, statuses: ['none', 204] })).toEqual(observed('as neither order: no answer and 204'));
  });
});

describe('what no request may change is as before', () => {
  const shows: Changes = { '/createdDateTime': '2020-01-01T00:00:00Z' };
  const kinds = (operation: Operation) =>
    said('TC-RACE-003', traffic(course(1, [clockOut, { operation }], { shows }, true))).map(({ kind }) => kind);

  test.each<Operation>(['clockOut', 'startBreak', 'endBreak', 'confirm', 'get'])('by %s', (operation) => {
    expect(kinds(operation)).toEqual(['violated']);
  });

  test.each<Operation>(['replace', 'delete', 'confirmForUser'])('but is not judged after %s', (operation) => {
    expect(kinds(operation)).toEqual([]);
  });
});

describe('what an action brings is there, whatever the other request did', () => {
  const confirm: Request = { operation: 'confirm' };
  const rest: Json = { breakId: 'BRK_2', start: event(), end: null };
  const kindsOf = (pair: Pair, straight: Result, other: Result, atOnce: Result) =>
    said('TC-RACE-005', race(pair, straight, other, atOnce));
  const same = (pair: Pair, shown: Changes, lost: Changes) => {
    const [kept, gone] = [{ shows: shown }, { shows: lost }];
    return [kindsOf(pair, kept, kept, kept), kindsOf(pair, kept, kept, gone), kindsOf(pair, kept, gone, gone)];
  };

  test.each<[pair: Pair, shown: Changes, lost: Changes, pointer: string]>([
    [[startBreak, replace], { '/breaks': [rest] }, { '/breaks': [] }, '/breaks'],
    [[endBreak, replace], { '/breaks': [earlier] }, { '/breaks': [rest] }, '/breaks'],
    [[clockOut, replace], { '/clockOutEvent': event() }, { '/clockOutEvent': null }, '/clockOutEvent'],
    [[confirm, replace], { '/confirmedBy': 'user' }, { '/confirmedBy': 'none' }, '/confirmedBy'],
  ])('%j', (pair, shown, lost, pointer) => {
    // Where one of the orders loses it as well, it is left open.
    expect(same(pair, shown, lost)).toMatchObject([[{ kind: 'holds' }], [{ kind: 'violated', pointer }], []]);
  });

  test('both confirmations where both were accepted, and nothing where one was not', () => {
    const both: Result = { shows: { '/confirmedBy': 'user,manager' } };
    const one: Result = { shows: { '/confirmedBy': 'manager' } };
    const pair: Pair = [confirm, { ...confirm, says: 'as another' }];
    expect(kindsOf(pair, both, both, both)).toEqual([{ kind: 'holds' }]);
    expect(kindsOf(pair, both, both, one)).toMatchObject([{ kind: 'violated', expected: 'user,manager' }]);
    expect(kindsOf(pair, both, both, { ...one, statuses: [204, 409] })).toEqual([]);
  });

  test('nothing of what was refused, nor of a card that is gone', () => {
    const shown = { shows: { '/breaks': [rest] } };
    const pair: Pair = [startBreak, { operation: 'delete' }];
    expect(kindsOf(pair, shown, shown, { shows: {}, statuses: [409, 204] })).toEqual([]);
    expect(kindsOf(pair, shown, shown, { shows: 'gone' })).toEqual([]);
  });
});
