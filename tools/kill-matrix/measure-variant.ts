import { suiteNames } from '../../engine/cases/suite.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { usualBegin, virtualClock } from '../../test/virtual-clock.ts';
import { objections } from '../../test/variants/objections.ts';
import { seeds, type MeasuredVariant } from './measured.ts';

/** One conforming variant × a run of each seed that begins at this instant, in the first version in which it is open. */
export async function measureVariant(variant: Variant, begin = usualBegin): Promise<MeasuredVariant> {
  const apiVersion = variant.versions?.[0] ?? 'v1.0';
  for (const seed of seeds) {
    const settings = { apiVersion, seed, numRuns: 10, suites: new Set(suiteNames), clock: virtualClock(begin) };
    const accusations = await objections([variant], settings, variant);
    if (accusations.length > 0) return { id: variant.id, accusations };
  }
  return { id: variant.id, accusations: [] };
}
