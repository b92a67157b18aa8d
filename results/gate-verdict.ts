import { isAgainstBaseline, knownFailures, type BaselineRow } from './baseline.ts';
import { isExercised, targetVerdict, type TargetVerdictOptions } from './target-verdict.ts';
import type { TargetVerdict, Verdict } from './verdict.ts';

/** What the exit code goes by: failures that are known do not count, entries of the baseline that no longer fit do. */
export function gateVerdict(
  verdicts: readonly Verdict[],
  options: TargetVerdictOptions,
  baseline: readonly BaselineRow[] | undefined,
): TargetVerdict {
  if (baseline === undefined) return targetVerdict(verdicts, options);
  if (baseline.some(isAgainstBaseline)) return 'nonconforming';
  const known = knownFailures(baseline);
  const others = verdicts.filter(({ requirement }) => !known.has(requirement));
  // What is known was exercised, too: a run in which nothing else could be judged is not empty.
  const isEmpty = known.size > 0 && options.stopped === undefined && !others.some(isExercised);
  return isEmpty ? 'conforming' : targetVerdict(others, options);
}
