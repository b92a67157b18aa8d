import { expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import { hasOtherOffset } from './other-offset.ts';

const [utc, elsewhere] = ['2025-01-07T21:35:36Z', '2025-01-07T22:35:36+01:00'];

test.each<[value: Json | undefined, other: boolean]>([
  [{ clockInEvent: { dateTime: utc } }, false],
  [{ clockInEvent: { dateTime: elsewhere } }, true],
  [{ clockInEvent: { dateTime: utc }, clockOutEvent: { dateTime: elsewhere } }, true],
  [{ breaks: [{ start: { dateTime: utc } }, { start: { dateTime: elsewhere } }] }, true],
  [{ breaks: [] }, false],
  // Notes may say what they like.
  [{ notes: { content: elsewhere, contentType: 'text' } }, false],
  [{ notes: null, isAtApprovedLocation: true, state: 'clockedOut' }, false],
  [null, false],
  [undefined, false],
])('%j: %j', (value, other) => {
  expect(hasOtherOffset(value)).toBe(other);
});
