import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaNames } from '../schemas/schema-name.ts';
import { schemaErrors, schemaFor } from '../schemas/validators.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { apiVersions } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { arbitraryFor } from './from-schema.ts';

const all = apiVersions.flatMap((version) => schemaNames[version].map((name) => [version, name] as const));

test.each(all)('%s %s: the validator accepts every generated value', (version, name) => {
  const schema = schemaFor(version, name);
  fc.assert(
    fc.property(arbitraryFor(schema, schema), (value) => {
      expect(schemaErrors(version, name, value)).toEqual([]);
      expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
    }),
    { numRuns: 500, seed: 31 },
  );
});

function arbitrary(schema: JsonObject): fc.Arbitrary<Json> {
  return arbitraryFor(schema, schema);
}

/** What a failing predicate shrinks to. */
function smallest(schema: JsonObject, fails: (value: Json) => boolean): Json | undefined {
  return fc.check(
    fc.property(arbitrary(schema), (value) => !fails(value)),
    { seed: 32, numRuns: 2000 },
  ).counterexample?.[0];
}

const isLong = (value: Json) => typeof value === 'string' && value.length >= 5;

describe('shrinks to the smallest value that fails', () => {
  const card = schemaFor('v1.0', 'timeCard');
  const cases: [string, (value: Json) => boolean, Json][] = [
    ['any card', () => true, { id: '' }],
    ['a state', (value) => typeof at(value, '/state') === 'string', { id: '', state: 'clockedIn' }],
    ['notes', (value) => isJsonObject(at(value, '/notes')), { id: '', notes: {} }],
    [
      'a clock-out',
      (value) => isJsonObject(at(value, '/clockOutEvent')),
      { id: '', clockOutEvent: { dateTime: '2024-01-01T08:00:00Z' } },
    ],
    [
      'a break with an end',
      (value) => isJsonObject(at(value, '/breaks/0/end')),
      {
        id: '',
        breaks: [{ start: { dateTime: '2024-01-01T08:00:00Z' }, end: { dateTime: '2024-01-01T08:00:00Z' } }],
      },
    ],
  ];
  test.each(cases)('%s', (_name, fails, expected) => {
    expect(smallest(card, fails)).toStrictEqual(expected);
  });

  test('text of a length', () => {
    expect(String(smallest({ type: ['string', 'null'] }, isLong))).toHaveLength(5);
  });
});

test('an optional member is absent, null or present', () => {
  const event = schemaFor('v1.0', 'timeCardEvent');
  const sample = fc.sample(arbitraryFor(event, event), { numRuns: 300, seed: 33 });
  const seen = new Set(sample.map((value) => JSON.stringify(at(value, '/isAtApprovedLocation'))));
  expect(seen).toEqual(new Set([undefined, 'null', 'true', 'false']));
});

describe('the keywords that our schemas do not use', () => {
  const schemas: [string, JsonObject, (value: Json) => boolean][] = [
    ['const', { const: 5 }, (value) => value === 5],
    ['integer', { type: 'integer', minimum: 3, maximum: 4 }, (value) => value === 3 || value === 4],
    [
      'oneOf',
      { oneOf: [{ type: 'null' }, { type: 'boolean' }] },
      (value) => value === null || typeof value === 'boolean',
    ],
    ['length', { type: 'string', minLength: 2, maxLength: 5 }, (value) => /^.{2,5}$/su.test(String(value))],
    [
      'uuid',
      { type: 'string', format: 'uuid' },
      (value) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(value)),
    ],
    [
      'items',
      { type: 'array', items: { type: 'null' }, minItems: 2, maxItems: 4 },
      (value) => [2, 3, 4].includes((value as Json[]).length),
    ],
  ];
  test.each(schemas)('%s', (_name, schema, holds) => {
    for (const value of fc.sample(arbitrary(schema), { numRuns: 200, seed: 34 })) expect(holds(value)).toBe(true);
  });
});

test('what it does not know, it refuses', () => {
  expect(() => arbitrary({ type: 'object', patternProperties: {} })).toThrow('patternProperties');
  expect(() => arbitrary({ type: 'string', format: 'email' })).toThrow('format');
  expect(() => arbitrary({ type: 'tuple' })).toThrow('tuple');
  expect(() => arbitrary({ $ref: '#/$defs/none' })).toThrow('#/$defs/none');
});
