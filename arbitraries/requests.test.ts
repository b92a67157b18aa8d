import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../schemas/date-time.ts';
import { schemaErrors } from '../schemas/validators.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { isPlainText } from '../traffic/plain-text.ts';
import { at } from '../traffic/pointer.ts';
import {
  breakRequest,
  clockInRequest,
  clockOutRequest,
  confirmForUserRequest,
  createRequest,
  replaceRequest,
} from './requests.ts';

const userId = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const kinds = [
  ['v1.0', 'clockInRequest', clockInRequest()],
  ['v1.0', 'clockInRequest', clockInRequest({ onBehalfOfUserId: userId })],
  ['v1.0', 'clockOutRequest', clockOutRequest()],
  ['v1.0', 'startBreakRequest', breakRequest()],
  ['v1.0', 'endBreakRequest', breakRequest()],
  ['v1.0', 'createRequest', createRequest({ userId })],
  ['v1.0', 'createRequest', createRequest({ userId, withUserId: 'sometimes' })],
  ['v1.0', 'replaceRequest', replaceRequest({ userId })],
  ['beta', 'clockInRequest', clockInRequest({ version: 'beta', onBehalfOfUserId: userId })],
  ['beta', 'clockOutRequest', clockOutRequest('beta')],
  ['beta', 'startBreakRequest', breakRequest('beta')],
  ['beta', 'endBreakRequest', breakRequest('beta')],
  ['beta', 'createRequest', createRequest({ version: 'beta', userId })],
  ['beta', 'replaceRequest', replaceRequest({ version: 'beta', userId })],
  ['beta', 'confirmForUserRequest', confirmForUserRequest(userId)],
] as const;

describe.each(kinds)('%s %s', (version, name, arbitrary) => {
  test('valid by the schemas of the version, and those of v1.0 by both', () => {
    fc.assert(
      fc.property(arbitrary, (body) => {
        expect(schemaErrors(version, name, body)).toEqual([]);
        // Beta knows all that v1.0 knows.
        expect(schemaErrors('beta', name, body)).toEqual([]);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('sends nothing that the service sets, and nothing undefined', () => {
    const own = name === 'replaceRequest' ? '' : 'state|';
    const setByService = new RegExp(`"(id|breakId|${own}confirmedBy|originalEntry|created\\w+|lastModified\\w+)":`);
    fc.assert(
      fc.property(arbitrary, (body) => {
        expect(JSON.stringify(body)).not.toMatch(setByService);
        expect(JSON.parse(JSON.stringify(body))).toStrictEqual(body);
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

test.each([
  ['clockIn', clockInRequest({ version: 'beta' }), ''],
  ['clockOut', clockOutRequest('beta'), ''],
  ['startBreak', breakRequest('beta'), ''],
  ['create', createRequest({ version: 'beta', userId }), '/clockInEvent'],
  ['replace', replaceRequest({ version: 'beta', userId }), '/clockInEvent'],
] as const)('%s of beta says the location under either name, under both, alike and not', (_name, arbitrary, event) => {
  const said = fc.sample(arbitrary, { numRuns: 500, seed: 8 }).map((body) => {
    const [current, former] = [at(body, `${event}/isAtApprovedLocation`), at(body, `${event}/atApprovedLocation`)];
    return `${String(current)} ${String(former)}`;
  });
  const wanted = ['true undefined', 'undefined true', 'true true', 'true false', 'false true', 'undefined undefined'];
  expect([...new Set(said)]).toEqual(expect.arrayContaining(wanted));
});

test('v1.0 never hears of the former name', () => {
  const all = [
    clockInRequest(),
    clockOutRequest(),
    breakRequest(),
    createRequest({ userId }),
    replaceRequest({ userId }),
  ];
  for (const arbitrary of all) {
    expect(JSON.stringify(fc.sample(arbitrary, { numRuns: 200, seed: 8 }))).not.toContain('"atApprovedLocation"');
  }
});

/** Every event of a card, in the order in which they must have happened. */
function timesOf(card: JsonObject): number[] {
  const breaks = (card['breaks'] ?? []) as readonly JsonObject[];
  const events = [
    card['clockInEvent'],
    ...breaks.flatMap((each) => [each['start'], each['end']]),
    card['clockOutEvent'],
  ];
  return events.filter(isJsonObject).map((event) => parseInstant(String(event['dateTime'])) ?? Number.NaN);
}

test('the events of a created card are at least a second apart, within a day, in the past', () => {
  fc.assert(
    fc.property(createRequest({ userId }), (card) => {
      const times = timesOf(card);
      times.slice(1).forEach((time, index) => expect(time - (times[index] ?? Number.NaN)).toBeGreaterThanOrEqual(1000));
      const [first = Number.NaN, last = Number.NaN] = [times[0], times.at(-1)];
      expect(last - first).toBeLessThan(86_400_000);
      expect(first).toBeGreaterThanOrEqual(Date.UTC(2024, 0, 1));
      expect(last).toBeLessThan(Date.UTC(2026, 0, 2));
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test('replace is given whole cards, whose state fits the events where it is given', () => {
  const states = new Set<Json | undefined>();
  fc.assert(
    fc.property(replaceRequest({ userId }), (card) => {
      const times = timesOf(card);
      times.slice(1).forEach((time, index) => expect(time - (times[index] ?? Number.NaN)).toBeGreaterThanOrEqual(1000));
      expect(Object.keys(card)).toEqual(
        expect.arrayContaining(['userId', 'clockInEvent', 'clockOutEvent', 'breaks', 'notes']),
      );
      const { state, breaks = [] } = card;
      states.add(state);
      const isOpen = !isJsonObject(card['clockOutEvent']);
      const onBreak = (breaks as readonly JsonObject[]).some((each) => !isJsonObject(each['end']));
      expect([undefined, isOpen ? (onBreak ? 'onBreak' : 'clockedIn') : 'clockedOut']).toContain(state);
      expect(onBreak && !isOpen).toBe(false);
    }),
    { numRuns: 1000, seed: 9 },
  );
  expect(states).toEqual(new Set([undefined, 'clockedIn', 'onBreak', 'clockedOut']));
});

test('only the last break of an open card is open', () => {
  fc.assert(
    fc.property(createRequest({ userId }), (card) => {
      const open = ((card['breaks'] ?? []) as readonly JsonObject[]).map((each) => !isJsonObject(each['end']));
      expect(open.slice(0, isJsonObject(card['clockOutEvent']) ? undefined : -1)).not.toContain(true);
    }),
    { numRuns: 2000, seed: 4 },
  );
});

test('the user is the given one', () => {
  const sometimes = fc.sample(createRequest({ userId, withUserId: 'sometimes' }), { numRuns: 50, seed: 5 });
  expect(new Set(sometimes.map((body) => body['userId']))).toEqual(new Set([undefined, userId]));
  for (const body of fc.sample(createRequest({ userId }), { numRuns: 50, seed: 5 }))
    expect(body['userId']).toBe(userId);
  for (const body of fc.sample(clockInRequest({ onBehalfOfUserId: userId }), { numRuns: 50, seed: 5 })) {
    expect(body['onBehalfOfUserId']).toBe(userId);
  }
});

test('every shape comes up, most notes plain and of type text', () => {
  const cards = fc.sample(createRequest({ userId }), { numRuns: 2000, seed: 6 });
  const share = (holds: (card: JsonObject) => boolean) => cards.filter(holds).length / cards.length;
  expect(share((card) => isJsonObject(card['clockOutEvent']))).toBeGreaterThan(0.2);
  expect(share((card) => at(card, '/breaks/1') !== undefined)).toBeGreaterThan(0.1);
  expect(
    share((card) => at(card, '/breaks') !== undefined && JSON.stringify(at(card, '/breaks')).length > 2),
  ).toBeGreaterThan(0.2);
  const notes = cards.map((card) => card['notes']).filter(isJsonObject);
  const plain = notes.filter((each) => isPlainText(String(each['content']))).length / notes.length;
  const text = notes.filter((each) => each['contentType'] === 'text').length / notes.length;
  expect(plain).toBeGreaterThan(0.7);
  expect(plain).toBeLessThan(0.95);
  expect(text).toBeGreaterThan(0.8);
  expect(text).toBeLessThan(1);
});

/** What a failing predicate shrinks to. */
function smallest(arbitrary: fc.Arbitrary<JsonObject>, fails: (body: JsonObject) => boolean): Json | undefined {
  const result = fc.check(
    fc.property(arbitrary, (body) => !fails(body)),
    { seed: 7, numRuns: 1000 },
  );
  return result.counterexample?.[0];
}

describe('shrinks to the smallest body', () => {
  const clockInEvent = { dateTime: '2024-01-01T08:00:00Z' };
  test.each<[string, fc.Arbitrary<JsonObject>, (body: JsonObject) => boolean, Json]>([
    ['clockIn, always', clockInRequest(), () => true, {}],
    [
      'clockIn, with true',
      clockInRequest(),
      (body) => body['isAtApprovedLocation'] === true,
      { isAtApprovedLocation: true },
    ],
    [
      'clockOut, with notes',
      clockOutRequest(),
      (body) => isJsonObject(body['notes']),
      { notes: { content: 'a', contentType: 'text' } },
    ],
    ['create, always', createRequest({ userId }), () => true, { userId, clockInEvent }],
    [
      'replace, always',
      replaceRequest({ userId }),
      () => true,
      { userId, clockInEvent, clockOutEvent: null, breaks: [], notes: null },
    ],
    [
      'clockOut of beta, with the former name',
      clockOutRequest('beta'),
      (body) => Object.hasOwn(body, 'atApprovedLocation'),
      { atApprovedLocation: null },
    ],
    ['create, user optional', createRequest({ userId, withUserId: 'sometimes' }), () => true, { clockInEvent }],
    [
      'create, clocked out',
      createRequest({ userId }),
      (body) => isJsonObject(body['clockOutEvent']),
      { userId, clockInEvent, clockOutEvent: { dateTime: '2024-01-01T08:00:01Z' } },
    ],
    [
      'create, with a break',
      createRequest({ userId }),
      (body) => at(body, '/breaks/0') !== undefined,
      { userId, clockInEvent, breaks: [{ start: { dateTime: '2024-01-01T08:00:01Z' } }] },
    ],
  ])('%s', (_name, arbitrary, fails, expected) => {
    expect(smallest(arbitrary, fails)).toStrictEqual(expected);
  });
});
