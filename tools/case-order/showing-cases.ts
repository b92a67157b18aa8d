import type { RunEvent } from '../../engine/event.ts';
import { suiteNames } from '../../engine/cases/suite.ts';
import { versionOf, type Defect } from '../../faults/defect.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { runAgainst } from '../../test/run-against.ts';
import { runVariant } from '../../test/variants/run-variant.ts';
import type { ApiVersion } from '../../traffic/operation.ts';

/** What one case of a run was good for. */
export interface ShowingCase {
  readonly name: string;
  /** Requests, clean-up included. */
  readonly requests: number;
  readonly violated: readonly RequirementId[];
  /** What could have been violated, and was not. */
  readonly held: readonly RequirementId[];
}

/** The settings and the listener that a run is given. */
type Perform = (settings: typeof longRun, watch: (event: RunEvent) => void) => Promise<unknown>;

const longRun = {
  seed: 1,
  effort: 'thorough',
  numRuns: 1,
  suites: new Set(suiteNames),
} as const;

/** The cases of a run against the honest server of that version. */
export function casesOfHonestRun(apiVersion: ApiVersion): Promise<readonly ShowingCase[]> {
  return casesOf((settings, watch) => runAgainst(undefined, { ...settings, expectsLag: false }, { apiVersion }, watch));
}

/** The cases of a run against a server that conforms and differs. */
export function casesOfVariant(variant: Variant): Promise<readonly ShowingCase[]> {
  const apiVersion = variant.versions?.[0] ?? 'v1.0';
  return casesOf((settings, watch) => runVariant([variant], { ...settings, apiVersion }, watch));
}

/** The cases of a run that show a defect: all of them, not only the first. */
export async function casesThatShow(defect: Defect): Promise<readonly ShowingCase[]> {
  const apiVersion = versionOf(defect);
  const cases = await casesOf((settings, watch) => {
    const over = new AbortController();
    return runAgainst(defect, { ...settings, expectsLag: false, signal: over.signal }, { apiVersion }, (event) => {
      // Nothing has to be made small here.
      if (event.kind === 'shrinking') over.abort();
      watch(event);
    });
  });
  return cases.filter(({ violated }) => violated.length > 0);
}

async function casesOf(perform: Perform): Promise<readonly ShowingCase[]> {
  const cases: ShowingCase[] = [];
  let before = 0;
  await perform(longRun, (event) => {
    if (event.kind === 'phase') before = event.requests;
    if (event.kind !== 'case') return;
    const of = (...kinds: readonly string[]): readonly RequirementId[] => [
      ...new Set(
        event.judged.flatMap(({ requirement, judgement }) => (kinds.includes(judgement.kind) ? [requirement] : [])),
      ),
    ];
    cases.push({
      name: event.name,
      requests: event.requests - before,
      violated: of('violated'),
      held: of('holds', 'observed'),
    });
    before = event.requests;
  });
  return cases;
}
