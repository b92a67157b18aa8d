import { searchesLess } from '../../engine/cases/effort.ts';
import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import { twins } from '../../specs/requirements/twins.ts';
import type { VerdictKind } from '../../judgements/verdict.ts';
import type { Classed } from './class-of-outcome.ts';
import type { ComparableRun } from './comparable-run.ts';
import type { Compared, RunDifference } from './difference.ts';

type Verdict = ComparableRun['verdicts'][number];

/** Verdicts that rest on an exchange that could have failed them. */
export const judged: ReadonlySet<VerdictKind> = new Set(['passed', 'failed', 'warned']);

/** Compares what two runs say of each requirement. */
export function compareVerdicts(left: ComparableRun, right: ComparableRun): Compared {
  const twinOf = twinsBetween(left.side.apiVersion, right.side.apiVersion);
  const after = new Map(right.verdicts.map((verdict) => [twinOf(verdict.requirement), verdict]));
  let compared = 0;
  const differences: RunDifference[] = [];
  for (const from of left.verdicts) {
    const to = after.get(from.requirement);
    const isJudged = judged.has(from.kind) && to !== undefined && judged.has(to.kind);
    if (isJudged) compared += 1;
    const classed = isJudged
      ? (notCameTo(from, to, left, right) ?? classOf(from, to, right.flaky.has(to.requirement)))
      : unjudged(from, to);
    if (classed !== undefined) differences.push({ ...named(from), from: textOf(from), to: textOf(to), ...classed });
  }
  const before = new Set(left.verdicts.map((verdict) => verdict.requirement));
  for (const to of right.verdicts)
    if (!before.has(twinOf(to.requirement)) && judged.has(to.kind))
      differences.push({ ...named(to), from: textOf(undefined), to: textOf(to), ...unjudgedBy('first') });
  return { compared, differences };
}

/** Between v1.0 and beta, the id in the first of the row that says the same of it; between runs of one version every id itself. */
function twinsBetween(from: ApiVersion, to: ApiVersion): (id: RequirementId) => RequirementId {
  if (from === to) return (id) => id;
  const pairs = new Map([...twins].map(([v1, beta]) => (from === 'v1.0' ? [beta, v1] : [v1, beta])));
  return (id) => pairs.get(id) ?? id;
}

/** That a smaller run saw nothing wrong is no sign that nothing was. */
function notCameTo(from: Verdict, to: Verdict, left: ComparableRun, right: ComparableRun): Classed | undefined {
  if (left.extent === undefined || right.extent === undefined || from.kind === to.kind) return undefined;
  const isOnlyIn = (run: 'first' | 'second'): Classed => ({
    class: 'notComparable',
    because: `the ${run} run searched less, and may not have come to what does not hold`,
  });
  if (from.kind === 'passed' && searchesLess(left.extent, right.extent)) return isOnlyIn('first');
  return to.kind === 'passed' && searchesLess(right.extent, left.extent) ? isOnlyIn('second') : undefined;
}

function unjudgedBy(run: 'first' | 'second'): Classed {
  return { class: 'notComparable', because: `the ${run} run did not judge it` };
}

function unjudged(from: Verdict, to: Verdict | undefined): Classed | undefined {
  if (judged.has(from.kind)) return unjudgedBy('second');
  return to !== undefined && judged.has(to.kind) ? unjudgedBy('first') : undefined;
}

function classOf(from: Verdict, to: Verdict, isFlaky: boolean): Classed | undefined {
  if (from.kind === to.kind) return undefined;
  if (to.kind === 'passed') return { class: 'fixed', because: 'it did not hold, and does' };
  if (from.kind !== 'passed') return { class: 'unknown', because: 'it did not hold before either' };
  if (isFlaky) return { class: 'risky', because: 'it held, and sometimes does not' };
  return to.kind === 'failed'
    ? { class: 'breaking', because: 'a requirement held, and does not' }
    : { class: 'risky', because: 'a recommendation was kept, and is not' };
}

function named({ requirement: id }: Verdict): Pick<RunDifference, 'id' | 'subject'> {
  return { id, subject: requirement(id).statement };
}

function textOf(verdict: Verdict | undefined): string {
  return verdict?.kind ?? 'no verdict';
}
