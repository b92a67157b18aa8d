import { describe, expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import { instantOf, isNotBefore, isOneMoment, isUtc, sameInstants } from './instants.ts';

const moment = Date.parse('2025-01-07T21:35:36.311Z');

describe('instantOf', () => {
  test.each<[value: Json | undefined, instant: number | undefined]>([
    ['2025-01-07T21:35:36.311Z', moment],
    ['2025-01-07T22:35:36.311+01:00', moment],
    ['2025-01-07T21:35Z', Date.parse('2025-01-07T21:35:00Z')],
    ['2025-01-07T20:35-01:00', Date.parse('2025-01-07T21:35:00Z')],
    ['2025-01-07T22:35:36.311000000000+01:00', moment],
    ['2025-01-07T21:35:36Z', Date.parse('2025-01-07T21:35:36Z')],
    ['2025-01-07t21:35:36z', Date.parse('2025-01-07T21:35:36Z')],
    ['2025-01-07t21:35z', Date.parse('2025-01-07T21:35:00Z')],
    // More digits than Graph writes are read as far as it would write them.
    ['2025-01-07T21:35:36.311000000000Z', moment],
    ['2025-01-07T21:35:36.3110000000000Z', undefined],
    ['2025-01-07T21:35:36.311', undefined],
    ['2025-01-07T21:35:36.Z', undefined],
    ['2025-01-07', undefined],
    ['at 2025-01-07T21:35:36.311Z', undefined],
    ['2025-01-07T21:35:36.311Z or so', undefined],
    ['', undefined],
    [undefined, undefined],
    // What JavaScript would write as text is no text.
    [['2025-01-07T21:35:36Z'], undefined],
  ])('%j is %j', (value, instant) => {
    expect(instantOf(value)).toBe(instant);
  });
});

test.each([
  ['2025-01-07T21:35:36.311Z', true],
  ['2025-01-07T21:35:36.311+00:00', true],
  ['2025-01-07T21:35:36.311-00:00', true],
  ['2025-01-07T21:35:36.311+01:00', false],
  ['Z', false],
  ['not a time Z', false],
])('%j is UTC: %j', (text, answer) => {
  expect(isUtc(text)).toBe(answer);
});

test('instants are the same within a millisecond', () => {
  expect([sameInstants(5, 5), sameInstants(5, 5.9), sameInstants(5.9, 5), sameInstants(5, 6)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(sameInstants(undefined, undefined)).toBe(false);
});

test.each<[later: number, earlier: number, clearly: boolean, exactly: boolean]>([
  [5000, 5000, true, true],
  [5000, 5000.9, true, true],
  [5000, 5001, true, false],
  [5000, 5999, true, false],
  [5000, 6000, false, false],
])('%d is not before %d: clearly %j, exactly %j', (later, earlier, clearly, exactly) => {
  expect(isNotBefore(later, earlier)).toBe(clearly);
  expect(isNotBefore(later, earlier, 'exactly')).toBe(exactly);
});

test('times of one moment are less than a second apart', () => {
  expect([isOneMoment(0, 999), isOneMoment(999, 0), isOneMoment(0, 1000), isOneMoment(1000, 0)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
