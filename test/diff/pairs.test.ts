import { beforeAll, describe, expect, test } from 'vitest';
import { fault } from '../../faults/index.ts';
import { variant } from '../../reference/variants/index.ts';
import { diffReports } from '../../results/diff/compare.ts';
import { differenceClasses } from '../../results/diff/difference-class.ts';
import type { Diff } from '../../results/diff/difference.ts';
import type { RunReport } from '../../results/report.ts';
import { runAgainst } from '../run-against.ts';
import { runVariant } from '../variants/run-variant.ts';
import { corrected, faultPairs, sinceLagIsTold, variantPairs } from './pairs.ts';
import { reportOf } from './report-of.ts';

/** All of them take minutes: the tests take every forty-eighth, `npm run diff-pairs` takes all. */
const takesAll = process.env['ALL_PAIRS'] !== undefined;
const chosen = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => takesAll || index % 48 === 0);

/** Milliseconds: on a busy machine a run takes its time, and that is no fault. */
const patience = 120_000;

let plain: RunReport;
beforeAll(async () => {
  plain = reportOf((await runVariant([])).end);
}, patience);

function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

/** The worst class of a difference; what fell out of comparison is none. */
function worst({ counts }: Diff): string {
  return differenceClasses.find((name) => name !== 'notComparable' && counts[name] > 0) ?? 'none';
}

function told(diff: Diff): string {
  const groups = diff.groups.filter((group) => group.class !== 'notComparable');
  return groups.map(({ class: given, from, to, places }) => `${given}: ${from} → ${to}: ${places[0]?.id}`).join('\n');
}

describe('an upgrade is classed as a person would', { timeout: patience }, () => {
  test.each(chosen(Object.entries({ ...faultPairs, ...corrected })))('%s is %s', async (id, expected) => {
    const diff = diffReports(plain, reportOf((await runAgainst(known(fault(id), id), { seed: 7, numRuns: 4 })).end));
    expect([worst(diff), told(diff)]).toEqual([expected, expect.anything()]);
  });

  test.each(chosen(Object.entries({ ...variantPairs, ...sinceLagIsTold })))('%s is %s', async (id, expected) => {
    const diff = diffReports(plain, reportOf((await runVariant([known(variant(id), id)])).end));
    expect([worst(diff), told(diff)]).toEqual([expected, expect.anything()]);
  });

  test.each(chosen(Array.from({ length: 12 }, (_, index) => index + 8)))('the same with seed %d', async (seed) => {
    const diff = diffReports(plain, reportOf((await runVariant([], { seed })).end, seed));
    expect([worst(diff), told(diff)]).toEqual(['none', '']);
    expect(diff.compared).toBeGreaterThan(300);
  });

  test.each(chosen([430, 60, 200, 900, 1500]))('nothing changed in %d requests', async (maxRequests) => {
    const short = reportOf((await runAgainst(undefined, { seed: 8, numRuns: 4 }, { maxRequests })).end, 8);
    for (const [diff, run] of [
      [diffReports(plain, short), 'second'],
      [diffReports(short, plain), 'first'],
    ] as const) {
      expect([worst(diff), told(diff)]).toEqual(['none', '']);
      const reasons = new Set(diff.groups.map(({ because }) => because));
      const cutOff = [`the ${run} run never tried it`, `the ${run} run did not judge it`];
      // A run that is nearly whole has tried everything, and has not judged all of it.
      expect([...reasons]).toEqual(expect.arrayContaining(maxRequests > 1000 ? cutOff.slice(1) : cutOff));
    }
  });
});
