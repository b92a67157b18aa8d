import type { Level } from '../../specs/requirement.ts';
import type { Requirement, RequirementId } from '../../specs/requirements/index.ts';
import { knownFailures } from '../../results/baseline.ts';
import type { RunReport } from '../../results/report.ts';
import { failsTarget } from '../../results/target-verdict.ts';
import type { Verdict } from '../../results/verdict.ts';
import { findingView, type FindingView } from './finding-view.ts';

/** A requirement that does not hold, with its finding where one was kept. */
export interface UnmetRequirement {
  readonly requirement: Requirement;
  readonly finding: FindingView | undefined;
}

/** What a report has to say, in the order in which a person needs it. */
export interface Breakdown {
  /** What makes the target nonconforming. */
  readonly failures: readonly UnmetRequirement[];
  readonly warnings: readonly UnmetRequirement[];
  /** Failures that the baseline bears. */
  readonly known: readonly UnmetRequirement[];
  readonly skipped: readonly Verdict[];
  readonly inconclusive: readonly Verdict[];
  /** What a client library has no call for. */
  readonly notExpressible: readonly Verdict[];
}

const rank: Readonly<Record<Level, number>> = { MUST: 0, SHOULD: 1, MAY: 2, OBSERVE: 3 };

/** Sorts a report into what failed, what is warned of, and what could not be judged. */
export function breakdownOf(report: RunReport, requirementOf: (id: RequirementId) => Requirement): Breakdown {
  const verdictOf = new Map(report.verdicts.map((verdict) => [verdict.requirement, verdict]));
  const findingOf = new Map(report.findings.map((finding) => [finding.requirement, finding]));
  const { strict } = report.header;
  const levelOf = (id: RequirementId): Level => requirementOf(id).level;
  const failed = report.verdicts
    .filter(({ kind }) => kind === 'failed' || kind === 'warned')
    .map((verdict) => verdict.requirement);
  // A run that was cut off has findings whose verdicts were never written.
  const orphans = [...findingOf.keys()].filter((id) => !verdictOf.has(id));
  const isFailure = (id: RequirementId): boolean => {
    const verdict = verdictOf.get(id);
    return verdict === undefined ? levelOf(id) === 'MUST' : failsTarget(verdict, strict, levelOf);
  };
  // The stream has findings in the order in which they were first seen: what comes first is nearest to the cause.
  const place = new Map([...findingOf.keys()].map((id, index) => [id, index]));
  const placeOf = ({ id }: Requirement): number => place.get(id) ?? place.size;
  const unmet = [...failed, ...orphans]
    .map((id) => {
      const finding = findingOf.get(id);
      return {
        requirement: requirementOf(id),
        finding: finding === undefined ? undefined : findingView(finding, report.header),
      };
    })
    .toSorted(
      ({ requirement: left }, { requirement: right }) =>
        rank[left.level] - rank[right.level] || placeOf(left) - placeOf(right),
    );
  const borne = knownFailures(report.footer.baseline ?? []);
  return {
    failures: unmet.filter(({ requirement: { id } }) => isFailure(id) && !borne.has(id)),
    known: unmet.filter(({ requirement: { id } }) => isFailure(id) && borne.has(id)),
    warnings: unmet.filter(({ requirement: { id } }) => !isFailure(id)),
    skipped: report.verdicts.filter(({ kind }) => kind === 'skipped'),
    inconclusive: report.verdicts.filter(({ kind }) => kind === 'inconclusive'),
    notExpressible: report.verdicts.filter(({ kind }) => kind === 'notExpressible'),
  };
}
