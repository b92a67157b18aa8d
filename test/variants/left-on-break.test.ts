import { expect, test } from 'vitest';
import { variant } from '../../reference/variants/index.ts';
import { runVariant } from './run-variant.ts';

test('a card on a break is cleaned up, too, where it can be neither closed nor deleted before the break has ended', async () => {
  const ways = ['clock-out-on-break-refused', 'open-card-undeletable'].flatMap((id) => variant(id) ?? []);
  expect(ways).toHaveLength(2);
  const { end, verdict } = await runVariant(ways, {
    numRuns: 1,
    suites: new Set(['breaks', 'clockOut', 'create', 'replace']),
  });
  expect(verdict).not.toBe('nonconforming');
  expect(end.leftBehind).toEqual([]);
});
