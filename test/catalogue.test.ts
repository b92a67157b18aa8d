import { describe, expect, test } from 'vitest';
import { checkedRequirements } from '../checks/index.ts';
import { faults } from '../faults/index.ts';
import { requirement } from '../specs/requirements/index.ts';

describe('the catalogue of defects', () => {
  test('has one that each requirement which binds a server must be the first to catch', () => {
    const primaries = new Set(faults.map(({ caughtBy: [primary] }) => primary));
    const binding = [...checkedRequirements].filter((id) => ['MUST', 'SHOULD'].includes(requirement(id).level));
    expect(binding.length).toBeGreaterThan(200);
    expect(binding.filter((id) => !primaries.has(id))).toEqual([]);
  });

  test('has one for each other requirement that is judged', () => {
    const caught = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
    const judged = [...checkedRequirements].filter((id) => requirement(id).level !== 'OBSERVE');
    expect(judged.filter((id) => !caught.has(id))).toEqual([]);
  });

  test('names a primary requirement and at most two more', () => {
    expect(faults.filter(({ caughtBy }) => caughtBy.length > 3).map(({ id }) => id)).toEqual([]);
    expect(faults.filter(({ caughtBy }) => new Set(caughtBy).size < caughtBy.length).map(({ id }) => id)).toEqual([]);
  });

  test('has a third that was written from the documents alone', () => {
    const documented = faults.filter(({ breaches }) => breaches !== undefined);
    expect(documented.length).toBeGreaterThanOrEqual(faults.length / 3);
  });
});
