import { describe, expect, test } from 'vitest';
import { suiteNames, type SuiteName } from '../../engine/suite.ts';
import type { Behaviour } from '../../reference/behaviour.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { apiVersions } from '../../specs/operation.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { runVariant, type VariantSettings } from './run-variant.ts';

/** Set by `npm run variants`: five seeds, both versions and all suites take many minutes. */
const wholeMatrix = process.env['ALL_VARIANTS'] !== undefined;

const seeds = wholeMatrix ? [1, 2, 3, 4, 5] : [7];

/** Expects the verdict `conforming` for each of the variants, judged by these suites, or in the whole matrix by all. */
export function expectConforming(variants: readonly Variant[], suites: readonly SuiteName[] = suiteNames): void {
  const versions = wholeMatrix ? apiVersions : (['v1.0'] as const);
  const chosen = new Set(wholeMatrix ? suiteNames : suites);
  describe.each(versions)('%s', (apiVersion) => {
    const known = variants.filter((one) => (one.versions ?? apiVersions).includes(apiVersion));
    describe.each(seeds)('seed %i', (seed) => {
      test.each(known.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
        const settings = { apiVersion, seed, numRuns: wholeMatrix ? 10 : 1, suites: chosen };
        await conforms([one], settings, one.warns);
      });
    });
  });
}

/** Expects that nothing is found but what the server gives up, that it makes a difference, and that no card is left. */
export async function conforms(
  ways: readonly Behaviour[],
  settings: VariantSettings,
  warns: readonly RequirementId[] = [],
): Promise<void> {
  const { end, verdict, accusations, idle } = await runVariant(ways, settings);
  expect(accusations.filter((one) => !warns.some((id) => one.startsWith(id)))).toEqual([]);
  expect(end.verdicts.filter(({ kind }) => kind === 'warned').map(({ requirement }) => requirement)).toEqual(warns);
  const open = end.verdicts.filter(({ kind }) => kind === 'inconclusive');
  expect([verdict, open]).toEqual(['conforming', open]);
  expect({ idle, left: end.leftBehind, stopped: end.stopped }).toEqual({ idle: [], left: [], stopped: undefined });
}
