import { describe, expect, test } from 'vitest';
import { suiteNames, type SuiteName } from '../../engine/suite.ts';
import type { Behaviour } from '../../reference/behaviour.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { apiVersions } from '../../specs/operation.ts';
import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
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
      test.each(known.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
        const settings = { apiVersion, seed, numRuns: wholeMatrix ? 10 : 1, suites: chosen };
        expect(await objections([one], settings, one.warns)).toEqual([]);
      });
    });
  });
}

/**
 * What speaks against the verdict `conforming`: findings, but for the rows that the server gives up, and rows that stay
 * open. So does a variant that made no difference, as it says nothing, and a card that was left behind.
 */
export async function objections(
  ways: readonly Behaviour[],
  settings: VariantSettings,
  warns: readonly RequirementId[] = [],
): Promise<readonly string[]> {
  const { end, verdict, accusations, idle } = await runVariant(ways, settings);
  const warned = new Set(end.verdicts.filter(({ kind }) => kind === 'warned').map((one) => one.requirement));
  const open = end.verdicts.filter(
    (one) => one.kind === 'inconclusive' && requirement(one.requirement).level === 'MUST',
  );
  return [
    ...accusations.filter((one) => !warns.some((id) => one.startsWith(id))),
    ...warns.filter((id) => !warned.has(id)).map((id) => `${id} is not given up at all`),
    ...(verdict === 'inconclusive' ? open.map(({ requirement: id, because }) => `${id} stays open: ${because}`) : []),
    ...(verdict === 'nonconforming' ? ['the verdict is nonconforming'] : []),
    ...idle.map((part) => `${part} made no difference`),
    ...end.leftBehind.map((id) => `${id} was left behind`),
    ...(end.stopped === undefined ? [] : [end.stopped]),
  ];
}
