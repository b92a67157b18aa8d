import { beforeAll, expect, it } from 'vitest';
import { runSimulated } from './simulated-run.ts';
import { busyTenant } from './tenant-simulator.ts';

beforeAll(async () => {
  await import(new URL('redirect.mjs', import.meta.url).href);
});

const seeds = process.env['ALL_SEEDS'] === '1' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1];

it.each(seeds)('never accuses a tenant, leaves nothing there and touches nothing of others (seed %i)', async (seed) => {
  const { simulator, findings, end, ...run } = await runSimulated(busyTenant, seed);
  const accused = findings.map(({ requirement, violation }) => `${requirement} ${violation.pointer}`);
  expect(accused).toEqual([]);
  expect(simulator.trespasses).toEqual([]);
  expect(run.leftAfterSweep).toBe(0);
  expect(run.journals).toBe(0);
  expect(simulator.mostInASecond).toBeLessThanOrEqual(4);
  expect(end.requests.sent).toBeLessThanOrEqual(430);
  // The trouble was there, and most rows were judged all the same.
  expect(simulator.counts.throttledThoughDone).toBeGreaterThan(0);
  expect(simulator.counts.lost).toBeGreaterThan(0);
  expect(end.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(100);
});
