import { expect, test } from 'vitest';
import type { Violated } from '../judgements/judgement.ts';
import { SeenValues } from './seen-values.ts';

function shown(actual: Violated['actual'], pointer = '/value/0/time'): Violated {
  return { kind: 'violated', pointer, expected: 'a time', actual, evidence: [1] };
}

test('keeps one value of each sort and place, and of a list one place', () => {
  const values = new SeenValues();
  values.add(shown('2025-01-07T21:35:36'));
  values.add(shown('2025-01-07T21:35:37'));
  values.add(shown('2025-01-07T21:35:38', '/value/7/time'));
  values.add(shown('soon'));
  values.add(shown('2025-01-07T21:35:39', '/time'));
  expect(values.all.map(({ pointer, actual }) => [pointer, actual])).toEqual([
    ['/value/0/time', '2025-01-07T21:35:36'],
    ['/value/0/time', 'soon'],
    ['/time', '2025-01-07T21:35:39'],
  ]);
});

test('keeps each of ours, and no more than five in all', () => {
  const values = new SeenValues();
  for (let hour = 24; hour < 31; hour += 1) values.add(shown(`2024-01-01T${hour}:00:00Z`), true);
  values.add(shown('2024-01-01T24:00:00Z'), true);
  expect(values.all.map(({ actual }) => actual)).toEqual(
    [24, 25, 26, 27, 28].map((hour) => `2024-01-01T${hour}:00:00Z`),
  );
});

test('cuts a long value as what it is, so that it is not read as text of the server', () => {
  const values = new SeenValues();
  values.add(shown('“late” '.repeat(100), '/notes'));
  values.add(shown({ breakId: 'BRK_1', notes: 'x'.repeat(500) }, '/breaks'));
  expect(values.all.map(({ actual }) => actual)).toEqual([
    `${'“late” '.repeat(100).slice(0, 100)}… (700 characters)`,
    { breakId: 'BRK_1', notes: `${'x'.repeat(100)}… (500 characters)` },
  ]);
});
