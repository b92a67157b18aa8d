import { describe, expect, test } from 'vitest';
import { variants } from '../../reference/variants/index.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { oneIn } from '../one-in.ts';
import { runVariant, type VariantSettings } from './run-variant.ts';

/** Set by `npm run variants`. */
const wholeMatrix = process.env['ALL_VARIANTS'] !== undefined;

const seeds = wholeMatrix ? [1, 2, 3, 4, 5] : [7];
const versions = wholeMatrix ? apiVersions : (['v1.0'] as const);
const budgets: readonly (readonly [name: string, settings: VariantSettings])[] = [
  ['25 requests', { maxRequests: 25 }],
  ['50 requests', { maxRequests: 50 }],
  ['150 requests', { maxRequests: 150 }],
  ['300 requests', { maxRequests: 300 }],
  ['430 requests', { maxRequests: 430 }],
  ['a quick run', { effort: 'quick' }],
];

/** The rows with which a run begins decide what a small one judges: nothing behind them can take an accusation back. */
describe.each(versions)('%s', (apiVersion) => {
  describe.each(seeds)('seed %i', (seed) => {
    const offered = variants.filter((one) => (one.versions ?? apiVersions).includes(apiVersion));
    const known = wholeMatrix ? offered : oneIn(30, offered);
    describe.each(known.map((one) => [one.id, one] as const))('%s', (_id, one) => {
      test.each(wholeMatrix ? budgets : budgets.slice(-1))('is not accused within %s', async (_name, budget) => {
        const { verdict, accusations } = await runVariant([one], { apiVersion, seed, numRuns: 25, ...budget });
        expect(accusations.filter((said) => !(one.warns ?? []).some((id) => said.startsWith(id)))).toEqual([]);
        expect(verdict).not.toBe('nonconforming');
      });
    });
  });
});
