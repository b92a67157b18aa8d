import type { AnyFinding } from '../../judgements/finding.ts';
import type { Level } from '../../specs/requirement.ts';
import type { Requirement, RequirementId } from '../../specs/requirements/index.ts';
import { knownFailures } from '../../results/baseline.ts';
import type { RunReport } from '../../results/report.ts';
import { failsTarget } from '../../results/target-verdict.ts';
import type { Verdict } from '../../results/verdict.ts';

/** Something wrong with one requirement, with its finding where one was kept. */
export interface Trouble {
  readonly requirement: Requirement;
  readonly finding: AnyFinding | undefined;
}

/** What a report has to say, in the order in which a person needs it. */
export interface Standing {
  /** What makes the target nonconforming. */
  readonly failures: readonly Trouble[];
  readonly warnings: readonly Trouble[];
  /** Failures that the baseline bears. */
  readonly known: readonly Trouble[];
  readonly skipped: readonly Verdict[];
  readonly inconclusive: readonly Verdict[];
  /** What a client library has no call for. */
  readonly notExpressible: readonly Verdict[];
}

const rank: Readonly<Record<Level, number>> = { MUST: 0, SHOULD: 1, MAY: 2, OBSERVE: 3 };

/** Sorts a report into what failed, what is warned of, and what could not be judged. */
export function standingOf(report: RunReport, requirementOf: (id: RequirementId) => Requirement): Standing {
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
  const troubles = [...failed, ...orphans]
    .map((id) => ({ requirement: requirementOf(id), finding: findingOf.get(id) }))
    .toSorted(
      ({ requirement: left }, { requirement: right }) =>
        rank[left.level] - rank[right.level] || placeOf(left) - placeOf(right),
    );
  const borne = knownFailures(report.footer.baseline ?? []);
  return {
    failures: troubles.filter(({ requirement: { id } }) => isFailure(id) && !borne.has(id)),
    known: troubles.filter(({ requirement: { id } }) => isFailure(id) && borne.has(id)),
    warnings: troubles.filter(({ requirement: { id } }) => !isFailure(id)),
    skipped: report.verdicts.filter(({ kind }) => kind === 'skipped'),
    inconclusive: report.verdicts.filter(({ kind }) => kind === 'inconclusive'),
    notExpressible: report.verdicts.filter(({ kind }) => kind === 'notExpressible'),
  };
}
