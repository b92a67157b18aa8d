import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../schemas/date-time.ts';
import { exoticInstant, formatInstant, instant, simplestInstant, specialInstants } from './instants.ts';

describe.each([
  ['instant', instant(), /:\d\d(\.\d{3})?Z$/],
  ['exoticInstant', exoticInstant(), /:\d\d(\.\d{1,7})?Z$/],
])('%s', (_name, arbitrary, form) => {
  test('a date and time of Graph in 2024 or 2025', () => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(text).toMatch(form);
        const value = parseInstant(text) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Date.UTC(2024, 0, 1));
        expect(value).toBeLessThan(Date.UTC(2026, 0, 1));
      }),
      { numRuns: 3000, seed: 51 },
    );
  });
});

/** How much longer than without a fraction the texts are. */
function fractions(arbitrary: fc.Arbitrary<string>): ReadonlySet<number> {
  return new Set(fc.sample(arbitrary, { numRuns: 500, seed: 52 }).map((text) => text.length - simplestInstant.length));
}

test('with and without fraction, of more than three digits only when exotic', () => {
  expect(fractions(instant())).toEqual(new Set([0, 4]));
  expect(fractions(exoticInstant())).toEqual(new Set([2, 3, 4, 5, 6, 7, 8]));
});

test('every special instant has others near it', () => {
  const sample = fc.sample(instant(), { numRuns: 1000, seed: 53 }).map((text) => parseInstant(text) ?? Number.NaN);
  for (const special of Object.values(specialInstants)) {
    const near = sample.filter((value) => Math.abs(value - (parseInstant(special) ?? Number.NaN)) <= 1800_999);
    expect(near.length).toBeGreaterThan(5);
  }
});

test('shrinks to the simplest', () => {
  const result = fc.check(
    fc.property(instant(), () => false),
    { seed: 54 },
  );
  expect(result.counterexample).toEqual([simplestInstant]);
  const after = fc.check(
    fc.property(instant(), (text) => text < '2024-02'),
    { seed: 55 },
  );
  expect(after.counterexample).toEqual(['2024-02-01T00:00:00Z']);
});

test('writes milliseconds only where asked to', () => {
  expect(formatInstant(Date.UTC(2024, 1, 29, 12, 0, 0, 7), 3)).toBe('2024-02-29T12:00:00.007Z');
  expect(formatInstant(Date.UTC(2024, 1, 29, 12), 0)).toBe('2024-02-29T12:00:00Z');
});
