import { expect, test } from 'vitest';
import type { FaultHooks } from '../../reference/fault.ts';
import { Refusal } from '../../reference/refusal.ts';
import { runAgainst } from '../../test/run-against.ts';

/** A run against a server that refuses some deletes. */
const runRefusing = (refuses: NonNullable<FaultHooks['store']>) =>
  runAgainst(
    { id: 'refuses-deletes', start: () => ({ store: refuses }) },
    { effort: 'quick', suites: new Set(['clockIn', 'confirm']), expectsLag: false },
  );

test('a card that only its user may delete is deleted by that user', async () => {
  let refused = 0;
  const { end, exchanges } = await runRefusing(({ before, after, call }) => {
    if (after !== undefined || before === undefined || call.user?.id === before.userId) return after;
    refused += 1;
    throw new Refusal('NotFound', 'There is no such card.');
  });
  expect(refused).toBeGreaterThan(0);
  expect(end.leftBehind).toEqual([]);
  const last = exchanges.findLast(({ operation }) => operation === 'delete');
  expect(last?.actor).not.toBe('caller');
});

test('what was not tried while everything else was refused is removed in the end', async () => {
  let refusals = 12;
  const { end } = await runRefusing(({ after }) => {
    if (after !== undefined || (refusals -= 1) < 0) return after;
    throw new Refusal('Conflict', 'Not now.');
  });
  expect(refusals).toBeLessThan(-2);
  expect(end.leftBehind).toEqual([]);
});
