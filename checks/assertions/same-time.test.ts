import { expect, test } from 'vitest';
import type { JsonObject } from '../../traffic/json.ts';
import { coverSameTime, spanOf } from './same-time.ts';

/** A card from one hour to another, of which either may not be known. */
function card(from?: string, to?: string): JsonObject {
  return {
    clockInEvent: from === undefined ? null : { dateTime: `2025-01-07T${from}:00Z` },
    clockOutEvent: to === undefined ? null : { dateTime: `2025-01-07T${to}:00Z` },
  };
}

const noon = card('12:00', '13:00');

test.each<[name: string, one: JsonObject, other: JsonObject, both: boolean]>([
  ['the same time', noon, noon, true],
  ['one within the other', noon, card('12:15', '12:45'), true],
  ['a moment in common', noon, card('13:00', '14:00'), true],
  ['a time after', noon, card('13:01', '14:00'), false],
  ['a time before', noon, card('10:00', '11:59'), false],
  ['a time without an end', noon, card('12:30'), true],
  ['a time without an end that begins later', noon, card('13:01'), false],
  ['an end alone', noon, card(undefined, '11:00'), false],
])('%s', (_name, one, other, both) => {
  expect(coverSameTime(spanOf(one), spanOf(other))).toBe(both);
  expect(coverSameTime(spanOf(other), spanOf(one))).toBe(both);
});

test('of a card that nothing is known of, any time is possible', () => {
  expect(coverSameTime(spanOf(noon), spanOf(undefined))).toBe(true);
});
