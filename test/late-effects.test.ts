import { describe, expect, test } from 'vitest';
import type { Fault } from '../reference/fault.ts';
import type { SuiteName } from '../engine/cases/suite.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { machineClock } from '../targets/clock.ts';
import { seededGuid } from '../engine/cases/seeded.ts';
import { isWhole, oneIn } from './one-in.ts';
import { runAgainst } from './run-against.ts';

/** Longer than a client waits here, in milliseconds. */
const patience = 100;

/** An honest server that does one request in so many only when its client has given up. */
function lateNowAndThen(every: number, seed: number): Fault {
  let asked = 0;
  const isLate = (): boolean => Number.parseInt(seededGuid(seed, 'late', (asked += 1)).slice(0, 4), 16) % every === 0;
  return {
    id: 'late-now-and-then',
    start: () => ({
      get answersAfter() {
        return isLate() ? 2 * patience : 0;
      },
    }),
  };
}

function runLate(
  seed: number,
  settings: { readonly numRuns: number; readonly suites?: ReadonlySet<SuiteName> },
  apiVersion: ApiVersion = 'v1.0',
): ReturnType<typeof runAgainst> {
  return runAgainst(
    lateNowAndThen(25, seed),
    { seed, expectsLag: false, ...settings },
    { clock: machineClock, overHttp: true, requestTimeout: patience, apiVersion },
  );
}

describe('a write that is done after its client has given up', () => {
  // Without the rule, the first of them accuses.
  test.each(oneIn(6, [6, 1, 2, 3, 4, 5]))('accuses nobody (seed %i)', async (seed) => {
    const suites = new Set(['clockOut', 'breaks', 'replace', 'confirm'] as const);
    const run = await runLate(seed, { numRuns: 3, suites });
    expect(run.violated).toEqual([]);
    expect(run.exchanges.some(({ outcome }) => outcome.kind === 'transport' && outcome.fault === 'timeout')).toBe(true);
  });

  test.runIf(isWhole).each(Array.from({ length: 20 }, (_, index) => index + 20))(
    'accuses nobody in any suite (seed %i)',
    async (seed) => {
      const run = await runLate(seed, { numRuns: 5 }, seed % 2 === 0 ? 'v1.0' : 'beta');
      expect(run.findings.map(({ requirement, violation }) => ({ requirement, violation }))).toEqual([]);
    },
  );
});
