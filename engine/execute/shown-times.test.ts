import { expect, test } from 'vitest';
import { withShownTimes } from './shown-times.ts';

const [was, is] = ['2024-01-01T08:00:00Z', '2025-01-07T21:00:00.5Z'];
const shown = { clockInEvent: { dateTime: is, notes: null }, clockOutEvent: null };

test.each([
  [{ clockInEvent: { dateTime: was, notes: 'a' } }, { clockInEvent: { dateTime: is, notes: 'a' } }],
  // What the card does not have, or the body does not say, stays as it is.
  [{ clockOutEvent: { dateTime: was } }, { clockOutEvent: { dateTime: was } }],
  [
    { clockInEvent: null, notes: null },
    { clockInEvent: null, notes: null },
  ],
  ['text', 'text'],
])('%j becomes %j', (body, expected) => {
  expect(withShownTimes(body, shown)).toEqual(expected);
});

test('of a card that was never shown nothing is taken', () => {
  const body = { clockInEvent: { dateTime: was } };
  expect(withShownTimes(body, undefined)).toEqual(body);
});
