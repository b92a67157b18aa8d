import { expect, test } from 'vitest';
import { checkedRequirements } from '../checks/index.ts';
import { faults } from '../faults/index.ts';
import { requirement } from '../specs/requirements/index.ts';

test('every requirement that is judged has a defect that it must catch', () => {
  const caught = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
  const judged = [...checkedRequirements].filter((id) => requirement(id).level !== 'OBSERVE');
  expect(judged.length).toBeGreaterThan(80);
  expect(judged.filter((id) => !caught.has(id))).toEqual([]);
});
