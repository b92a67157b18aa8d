import { describe, expect, test } from 'vitest';
import { suiteNames, type SuiteName } from '../../engine/cases/suite.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { oneIn } from '../one-in.ts';
import { objections } from './objections.ts';

/** Set by `npm run variants`: five seeds, both versions and all suites take many minutes. */
const wholeMatrix = process.env['ALL_VARIANTS'] !== undefined;

const seeds = wholeMatrix ? [1, 2, 3, 4, 5] : [7];

/**
 * Expects the verdict `conforming` for each of the variants, or `inconclusive` where its freedom leaves a MUST open; judged by
 * these suites, or in the whole matrix by all.
 */
export function expectConforming(variants: readonly Variant[], suites: readonly SuiteName[] = suiteNames): void {
  const versions = wholeMatrix ? apiVersions : (['v1.0'] as const);
  const chosen = new Set(wholeMatrix ? suiteNames : suites);
  describe.each(versions)('%s', (apiVersion) => {
    const offered = variants.filter((one) => (one.versions ?? apiVersions).includes(apiVersion));
    // A run for each takes a second or two.
    const known = wholeMatrix ? offered : oneIn(24, offered);
    describe.each(seeds)('seed %i', (seed) => {
      test.each(known.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
        const settings = { apiVersion, seed, numRuns: wholeMatrix ? 10 : 1, suites: chosen };
        expect(await objections([one], settings, one)).toEqual([]);
      });
    });
  });
}
