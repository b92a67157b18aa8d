import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { invalidBodies } from '../../arbitraries/invalid.ts';
import { createRequest } from '../../arbitraries/requests.ts';
import type { Json } from '../../traffic/json.ts';
import { applyChange, changeAt } from './change.ts';

test.each<readonly [string, Json, string, Json | undefined, Json | undefined]>([
  ['sets a member', { a: 1 }, '/a', 2, { a: 2 }],
  ['adds a member', { a: 1 }, '/b', 2, { a: 1, b: 2 }],
  ['takes a member out', { a: 1, b: 2 }, '/b', undefined, { a: 1 }],
  ['reaches into arrays', { a: [{ b: 1 }] }, '/a/0/b', null, { a: [{ b: null }] }],
  ['reads escaped names', { 'a/b': { '~': 1 } }, '/a~1b/~0', 2, { 'a/b': { '~': 2 } }],
  ['puts another value in the place of all', { a: 1 }, '', 7, 7],
  ['says so where there is no place', { a: 1 }, '/b/c', 2, undefined],
])('%s', (_, body, pointer, value, expected) => {
  const before = structuredClone(body);
  expect(applyChange(body, value === undefined ? { pointer } : { pointer, value })).toEqual(expected);
  expect(body).toEqual(before);
});

test('every invalid body comes from the valid one by its change', () => {
  fc.assert(
    fc.property(createRequest({ userId: 'someone' }), (valid) => {
      for (const { pointer, body } of invalidBodies('v1.0', 'createRequest', valid)) {
        expect(applyChange(valid, changeAt(pointer, body))).toEqual(body);
      }
    }),
    { numRuns: 20 },
  );
});
