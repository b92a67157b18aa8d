import { beforeAll, expect, it } from 'vitest';
import { runSimulated } from './simulated-run.ts';
import { busyTenant } from './tenant-simulator.ts';

beforeAll(async () => {
  await import(new URL('redirect.mjs', import.meta.url).href);
});

const seeds = process.env['ALL_SEEDS'] === '1' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1];

it.each(seeds)('never accuses a tenant, leaves nothing there and touches nothing of others (seed %i)', async (seed) => {
  const { simulator, findings, ...run } = await runSimulated(busyTenant, seed);
  console.log(
    seed,
    run.end.requests,
    simulator.counts,
    run.leftAtEnd,
    run.leftAfterSweep,
    run.journals,
    run.open.length,
    run.end.stopped,
    run.duration,
    simulator.mostInASecond,
    JSON.stringify(run.open),
  );
  expect(
    findings.map(({ requirement, violation }) => [
      requirement,
      violation.pointer,
      violation.expected,
      violation.actual,
    ]),
  ).toEqual([]);
  expect(simulator.trespasses).toEqual([]);
  expect(run.leftAfterSweep).toBe(0);
  expect(run.journals).toBe(0);
  expect(simulator.mostInASecond).toBeLessThanOrEqual(4);
  expect(simulator.counts.throttledThoughDone).toBeGreaterThan(0);
});
