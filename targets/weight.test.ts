import { expect, test } from 'vitest';
import { heaviest, weightOf } from './weight.ts';

test('what takes much memory for few characters weighs more than text', () => {
  expect(weightOf('x'.repeat(1000))).toBe(1000);
  expect(weightOf('[[],[]]')).toBe(7 + 4 * 20);
});

test('a page of a thousand cards can be taken apart, a million empty lists cannot', () => {
  const card = JSON.stringify({
    id: 'x'.repeat(40),
    notes: null,
    breaks: [],
    clockInEvent: { dateTime: 'x'.repeat(24) },
  });
  expect(weightOf(`{"value":[${Array.from({ length: 1000 }, () => card).join(',')}]}`)).toBeLessThan(heaviest / 10);
  expect(weightOf(`[${Array.from({ length: 1_000_000 }, () => '[]').join(',')}]`)).toBeGreaterThan(heaviest);
});
