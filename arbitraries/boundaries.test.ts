import { describe, expect, test } from 'vitest';
import { parseInstant } from '../schemas/date-time.ts';
import { schemaErrors } from '../schemas/validators.ts';
import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import {
  breakBoundaries,
  clockInBoundaries,
  clockOutBoundaries,
  createBoundaries,
  replaceBoundaries,
} from './boundaries.ts';
import { specialInstants } from './instants.ts';
import { uglySamples } from './text.ts';

const userId = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const kinds = [
  ['v1.0', 'clockInRequest', clockInBoundaries(), 16],
  ['v1.0', 'clockOutRequest', clockOutBoundaries(), 16],
  ['v1.0', 'startBreakRequest', breakBoundaries(), 16],
  ['v1.0', 'createRequest', createBoundaries(userId), 39],
  ['v1.0', 'replaceRequest', replaceBoundaries(userId), 39],
  ['beta', 'clockInRequest', clockInBoundaries('beta'), 22],
  ['beta', 'clockOutRequest', clockOutBoundaries('beta'), 22],
  ['beta', 'endBreakRequest', breakBoundaries('beta'), 22],
  ['beta', 'createRequest', createBoundaries(userId, 'beta'), 41],
  ['beta', 'replaceRequest', replaceBoundaries(userId, 'beta'), 41],
] as const;

describe.each(kinds)('%s %s', (version, name, boundaries, most) => {
  test('valid, distinct, named, and not too many', () => {
    for (const { body } of boundaries) expect(schemaErrors(version, name, body)).toEqual([]);
    expect(new Set(boundaries.map((each) => each.name)).size).toBe(boundaries.length);
    expect(new Set(boundaries.map((each) => JSON.stringify(each.body))).size).toBe(boundaries.length);
    expect(boundaries.length).toBeLessThanOrEqual(most);
    expect(boundaries.length).toBeGreaterThan(most - 3);
  });

  test(version === 'beta' ? 'says the location under both names' : 'knows one name of the location only', () => {
    expect(JSON.stringify(boundaries).includes('"atApprovedLocation"')).toBe(version === 'beta');
    expect(JSON.stringify(boundaries)).toContain('"isAtApprovedLocation"');
  });
});

test('the actions between them meet every kind of text', () => {
  const actions = [clockInBoundaries(), clockOutBoundaries(), breakBoundaries()].flat();
  const contents = actions.map(({ body }) => at(body, '/notes/content'));
  expect(contents).toEqual(expect.arrayContaining(Object.values(uglySamples)));
});

test('simplest first', () => {
  expect(clockInBoundaries()[0]?.body).toEqual({});
  expect(clockOutBoundaries()[0]?.body).toEqual({});
  expect(createBoundaries(userId)[0]?.body).toEqual({ userId, clockInEvent: { dateTime: '2024-01-01T08:00:00Z' } });
});

const possible = [
  ...createBoundaries(userId).map(({ name, body }) => [`create, ${name}`, body] as const),
  ...replaceBoundaries(userId).map(({ name, body }) => [`replace, ${name}`, body] as const),
];

test.each(possible)('the card is possible: %s', (_name, body) => {
  const breaks = (body['breaks'] ?? []) as readonly JsonObject[];
  const events = [
    body['clockInEvent'],
    ...breaks.flatMap((each) => [each['start'], each['end']]),
    body['clockOutEvent'],
  ];
  const times = events.filter(isJsonObject).map((event) => parseInstant(String(event['dateTime'])) ?? Number.NaN);
  expect(times).toEqual([...new Set(times)].toSorted((left, right) => left - right));
  const mustEnd = isJsonObject(body['clockOutEvent']) ? breaks : breaks.slice(0, -1);
  expect(mustEnd.every((each) => isJsonObject(each['end']))).toBe(true);
});

test('replace is given whole cards', () => {
  for (const { body } of replaceBoundaries(userId)) {
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['userId', 'clockInEvent', 'clockOutEvent', 'breaks', 'notes']),
    );
  }
});

test('special instants are what their names say', () => {
  expect(Object.values(specialInstants).every((text) => parseInstant(text) !== undefined)).toBe(true);
});
