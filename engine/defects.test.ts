import { expect, test } from 'vitest';
import { faults } from '../faults/index.ts';
import { oneIn } from '../test/one-in.ts';
import { runUntilFound } from '../test/run-against.ts';

/** All of them take minutes, and tools/kill-matrix/ tries a hundred of them besides; races.test.ts tries those of races. */
const chosen = oneIn(
  40,
  faults.filter((one) => one.class !== 'races'),
);

test.each(chosen.map((one) => [one.id, one] as const))(
  '%s is found, and by a requirement that it names',
  async (_, one) => {
    const { violated } = await runUntilFound(one, one.caughtBy);
    expect(violated).not.toEqual([]);
  },
);

test('there are enough defects to choose from', () => {
  expect(faults.length).toBeGreaterThan(100);
  expect(chosen.length).toBeGreaterThanOrEqual(15);
});
