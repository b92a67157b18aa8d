import type { AnyFinding } from '../judgements/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { failsTarget, isExercised } from './target-verdict.ts';
import type { Verdict } from './verdict.ts';

/** A failure that is known, with why it is accepted. */
export interface BaselineEntry {
  readonly requirement: RequirementId;
  /** Only where it fails at this place; anywhere without it. */
  readonly pointer?: string;
  readonly reason: string;
  /** Address of the issue that tells of it. */
  readonly issue?: string;
  /** The last day on which it is accepted, as `2027-03-01`, in UTC. */
  readonly expires?: string;
  /** It fails at times only: that it does not is no reason to take it out. */
  readonly flaky?: true;
}

export interface Baseline {
  readonly format: 1;
  readonly apiVersion: string;
  readonly entries: readonly BaselineEntry[];
}

/**
 * How a failure or an entry stands: `known` and accepted; `fresh`, failing without an entry; `expired`, failing behind the day
 * of its entry; `stale`, an entry that was exercised and no longer fails; `quiet`, a flaky entry that did not fail this time;
 * `unjudged`, an entry that this run did not come to.
 */
export type BaselineStanding = 'known' | 'fresh' | 'expired' | 'stale' | 'quiet' | 'unjudged';

export type BaselineRow = Partial<Omit<BaselineEntry, 'requirement'>> & {
  readonly requirement: RequirementId;
  readonly standing: BaselineStanding;
};

/** What a run has to be held against. */
export interface BaselineRun {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly AnyFinding[];
  readonly strict: boolean;
  /** The day of the run, as `2027-03-01`. */
  readonly today: string;
  /** The run was quick, was cut short, or made a single case again: that something did not fail in it shows nothing. */
  readonly isPartial: boolean;
}

/** Holds a run against the failures that are known. Pure; the verdicts stay what they are. */
export function holdAgainst({ entries }: Baseline, outcome: BaselineRun): readonly BaselineRow[] {
  const failing = new Map(
    outcome.verdicts
      .filter((verdict) => failsTarget(verdict, outcome.strict))
      .map(({ requirement }) => [requirement, placesOf(requirement, outcome.findings)] as const),
  );
  const exercised = new Set(outcome.verdicts.filter(isExercised).map(({ requirement }) => requirement));
  const judged = outcome.isPartial ? new Set<RequirementId>() : exercised;
  const listed = entries.map((entry) => ({ ...entry, standing: standingOf(entry, failing, judged, outcome.today) }));
  const flaky = flakyIn(outcome.findings);
  return [
    ...listed,
    ...fresh(failing, entries).map((row) => (flaky.has(row.requirement) ? { ...row, flaky: true as const } : row)),
  ];
}

/** The requirements that were seen to fail, and not to, in the same situation. */
function flakyIn(findings: readonly AnyFinding[]): ReadonlySet<RequirementId> {
  return new Set(findings.filter(isFlaky).map(({ requirement }) => requirement));
}

/** Counts tell of chance only where the same was tried several times: in races, and with fresh clients of a library. */
function isFlaky(finding: AnyFinding): boolean {
  const { stability } = finding;
  if (typeof stability === 'string') return stability === 'flaky';
  const wasRepeated = 'client' in finding || ('replay' in finding && finding.replay.phase === 'races');
  return wasRepeated && stability.failed < stability.of;
}

function standingOf(
  { requirement, pointer, expires, flaky }: BaselineEntry,
  failing: ReadonlyMap<RequirementId, readonly string[]>,
  exercised: ReadonlySet<RequirementId>,
  today: string,
): BaselineStanding {
  const places = failing.get(requirement);
  const fails = places !== undefined && (pointer === undefined || places.length === 0 || places.includes(pointer));
  if (fails) return expires !== undefined && today > expires ? 'expired' : 'known';
  if (!exercised.has(requirement)) return 'unjudged';
  return flaky === true ? 'quiet' : 'stale';
}

/** What fails without an entry, or at a place that no entry names. */
function fresh(
  failing: ReadonlyMap<RequirementId, readonly string[]>,
  entries: readonly BaselineEntry[],
): readonly BaselineRow[] {
  return [...failing].flatMap(([requirement, places]): readonly BaselineRow[] => {
    const own = entries.filter((entry) => entry.requirement === requirement);
    if (own.length === 0) return [{ requirement, standing: 'fresh' }];
    if (own.some(({ pointer }) => pointer === undefined)) return [];
    const other = places.filter((place) => !own.some(({ pointer }) => pointer === place));
    return other.map((pointer) => ({ requirement, pointer, standing: 'fresh' }));
  });
}

/** Where a requirement was seen to fail: the place of its finding, and those of the other values that broke it. */
function placesOf(requirement: RequirementId, findings: readonly AnyFinding[]): readonly string[] {
  const own = findings.filter((finding) => finding.requirement === requirement);
  const places = own.flatMap(({ violation, seen }) => [
    violation.pointer,
    ...(seen.values ?? []).map(({ pointer }) => pointer),
  ]);
  return [...new Set(places)];
}

/** True for a row that a person must act on: the run fails. */
export function isAgainstBaseline({ standing }: BaselineRow): boolean {
  return standing === 'fresh' || standing === 'stale' || standing === 'expired';
}

/** The requirements whose failure is accepted, everywhere it was seen. */
export function knownFailures(rows: readonly BaselineRow[]): ReadonlySet<RequirementId> {
  const loud = new Set(rows.filter(isAgainstBaseline).map(({ requirement }) => requirement));
  return new Set(
    rows.flatMap(({ requirement, standing }) => (standing === 'known' && !loud.has(requirement) ? [requirement] : [])),
  );
}

/**
 * The baseline that fits a run: reasons stay, what no longer fails goes, and what the run did not come to stays. What failed
 * only at times is marked as flaky. An entry that has expired stays as it is: that it is looked at is what its day is for.
 */
export function updatedBaseline(
  before: Baseline,
  rows: readonly BaselineRow[],
  findings: readonly AnyFinding[],
  newReason: string,
): Baseline {
  const flaky = flakyIn(findings);
  const kept = rows.flatMap(({ standing, requirement, reason = newReason, ...rest }): readonly BaselineEntry[] => {
    if (standing === 'stale') return [];
    const failsAtTimes = flaky.has(requirement) && (standing === 'known' || standing === 'fresh');
    return [{ requirement, reason, ...rest, ...(failsAtTimes ? { flaky: true } : {}) }];
  });
  return { ...before, entries: kept.toSorted((one, other) => (one.requirement < other.requirement ? -1 : 1)) };
}
