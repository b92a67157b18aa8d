import { describe, expect, test } from 'vitest';
import type { Exchange, Outcome } from '../specs/exchange.ts';
import { exchange } from '../test/exchanges.ts';
import type { Step } from './case.ts';
import { inUsualClothes, mayBeRefusedForClothes, Wardrobe } from './wardrobe.ts';

const step: Step = { name: 'clock out', operation: 'clockOut', card: 'card', body: {}, clothes: ['spaced', 'chunked'] };

describe('the wardrobe', () => {
  test('leaves off what was refused four times, and nothing else', () => {
    const wardrobe = new Wardrobe();
    for (let refusal = 0; refusal < 4; refusal += 1) {
      expect(wardrobe.fitting(step)).toBe(step);
      wardrobe.refused(step);
    }
    expect(wardrobe.fitting(step).clothes).toEqual(['spaced']);
    const other: Step = { ...step, clothes: ['charset'] };
    expect(wardrobe.fitting(other)).toBe(other);
  });

  test('has usual clothes for every step', () => {
    expect(inUsualClothes(step).clothes).toEqual(['spaced']);
    expect(inUsualClothes({ ...step, clothes: [] }).clothes).toEqual([]);
  });
});

function answered(status: number): Exchange {
  return exchange({ operation: 'clockOut', card: 'TCK_1', response: { status } });
}

const brokenOff: Outcome = { kind: 'transport', fault: 'reset', detail: 'ECONNRESET' };

test.each([
  [400, true],
  [404, true],
  [411, true],
  [415, true],
  [501, true],
  [204, false],
  [408, false],
  [429, false],
  [500, false],
  [502, false],
])('an answer %i may be about the clothes: %j', (status, expected) => {
  expect(mayBeRefusedForClothes(step, answered(status))).toBe(expected);
  expect(mayBeRefusedForClothes({ ...step, clothes: ['spaced'] }, answered(status))).toBe(false);
});

test('of what was broken off nobody knows whether it was done', () => {
  expect(mayBeRefusedForClothes(step, { ...answered(400), outcome: brokenOff })).toBe(false);
});
