import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isValid } from '../schemas/validators.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { jsonSize } from './measure.ts';
import { createRequest } from './requests.ts';
import { smallerBodies } from './shrink-json.ts';

const userId = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const validCard = (candidate: Json) => isValid('v1.0', 'createRequest', candidate);
const anything = () => true;

const hasFace = (body: Json) => String(at(body, '/notes/content')).includes('\u{1F600}');

function inOrder(body: Json): boolean {
  const [start, end] = [at(body, '/clockInEvent/dateTime'), at(body, '/clockOutEvent/dateTime')];
  return validCard(body) && String(start ?? '') < String(end ?? '~');
}

/** Takes the first candidate that still fails, until none does. */
function shrunk(
  body: Json,
  accepts: (candidate: Json) => boolean,
  fails: (candidate: Json) => boolean,
): { body: Json; tries: number } {
  let current = body;
  let tries = 0;
  for (;;) {
    let next: Json | undefined;
    for (const candidate of smallerBodies(current, accepts)) {
      tries += 1;
      if (fails(candidate)) {
        next = candidate;
        break;
      }
    }
    if (next === undefined) return { body: current, tries };
    current = next;
  }
}

test('every candidate is accepted, smaller, and new', () => {
  fc.assert(
    fc.property(createRequest({ userId }), (body) => {
      const candidates = [...smallerBodies(body, validCard)];
      expect(candidates.every((each) => validCard(each) && jsonSize(each) < jsonSize(body))).toBe(true);
      expect(new Set(candidates.map((each) => JSON.stringify(each))).size).toBe(candidates.length);
    }),
    { numRuns: 60, seed: 21 },
  );
});

test('whatever is taken, taking on comes to an end', () => {
  const anyJson = fc.jsonValue().map((value) => value as Json);
  fc.assert(
    fc.property(anyJson, fc.nat(), (body, choice) => {
      let current = body;
      for (let step = 0; ; step++) {
        expect(step).toBeLessThan(1000);
        const candidates = [...smallerBodies(current, anything)];
        const next = candidates[choice % Math.max(1, candidates.length)];
        if (next === undefined) return;
        current = next;
      }
    }),
    { numRuns: 200, seed: 22 },
  );
});

test('most drastic first', () => {
  const body = { isAtApprovedLocation: true, notes: { content: 'late', contentType: 'html' } };
  const candidates = [...smallerBodies(body, (candidate) => isValid('v1.0', 'clockInRequest', candidate))];
  expect(candidates.slice(0, 5)).toEqual([
    {},
    { notes: { content: 'late', contentType: 'html' } },
    { isAtApprovedLocation: true },
    { isAtApprovedLocation: true, notes: { contentType: 'html' } },
    { isAtApprovedLocation: true, notes: { content: 'late' } },
  ]);
  expect(candidates).toContainEqual({ ...body, notes: { content: 'late', contentType: 'text' } });
});

describe('finds the smallest body that still fails', () => {
  const clockInEvent = { dateTime: '2024-01-01T08:00:00Z' };
  const cases: [string, (body: Json) => boolean, Json][] = [
    ['any card', isJsonObject, {}],
    ['any clock-in', (body) => isJsonObject(at(body, '/clockInEvent')), { clockInEvent }],
    [
      'a clock-out after the clock-in',
      (body) => String(at(body, '/clockInEvent/dateTime')) < String(at(body, '/clockOutEvent/dateTime') ?? ''),
      { clockInEvent, clockOutEvent: { dateTime: '2024-01-01T09:00:00Z' } },
    ],
    [
      'a true',
      (body) => at(body, '/clockInEvent/isAtApprovedLocation') === true,
      { clockInEvent: { ...clockInEvent, isAtApprovedLocation: true } },
    ],
    ['notes', (body) => typeof at(body, '/notes/content') === 'string', { notes: { content: 'a' } }],
    [
      'a break',
      (body) => at(body, '/breaks/0') !== undefined,
      { breaks: [{ start: { dateTime: '2024-01-01T08:00:00Z' } }] },
    ],
  ];
  test.each(cases)('%s', (_name, fails, expected) => {
    const failing = fc.sample(createRequest({ userId }), { numRuns: 400, seed: 23 }).filter(fails);
    expect(failing.length).toBeGreaterThan(10);
    for (const body of failing) expect(shrunk(body, validCard, fails).body).toStrictEqual(expected);
  });

  test('a character in the middle of a long text, in few tries', () => {
    const long = `${'ordinary text '.repeat(100)}\u{1F600}${' and more'.repeat(100)}`;
    const body: JsonObject = { isAtApprovedLocation: true, notes: { content: long, contentType: 'html' } };
    const result = shrunk(body, (candidate) => isValid('v1.0', 'clockInRequest', candidate), hasFace);
    expect(result.body).toStrictEqual({ notes: { content: '\u{1F600}' } });
    expect(result.tries).toBeLessThan(300);
  });
});

test('a body that cannot be smaller has no candidates', () => {
  expect([...smallerBodies({}, anything)]).toEqual([]);
  expect([...smallerBodies({ notes: null }, (candidate) => at(candidate, '/notes') === null)]).toEqual([]);
});

test('an order that the caller wants is kept', () => {
  for (const body of fc.sample(createRequest({ userId }), { numRuns: 40, seed: 24 })) {
    for (const candidate of smallerBodies(body, inOrder)) expect(inOrder(candidate)).toBe(true);
  }
});
