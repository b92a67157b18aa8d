import type { Level } from '../specs/requirement.ts';
import { requirement, type RequirementId } from '../specs/requirements/index.ts';
import type { TargetVerdict, Verdict } from './verdict.ts';

export interface TargetVerdictOptions {
  /** A SHOULD that does not hold fails the target as well. */
  readonly strict: boolean;
  /** Why the run did not go to its end; absent when it did. */
  readonly stopped?: string | undefined;
}

/**
 * What the verdicts on the requirements say about the target.
 *
 * A failure that was seen counts however the run ended: stopping early cannot make it unseen. Otherwise a target only
 * conforms if the run went to its end, something was exercised, and no MUST was left open.
 */
export function targetVerdict(
  verdicts: readonly Verdict[],
  { strict, stopped }: TargetVerdictOptions,
  levelOf: (id: RequirementId) => Level = (id) => requirement(id).level,
): TargetVerdict {
  if (verdicts.some((verdict) => failsTarget(verdict, strict, levelOf))) return 'nonconforming';
  if (stopped !== undefined || !verdicts.some(isExercised)) return 'inconclusive';
  const open = verdicts.some(({ kind, requirement: id }) => kind === 'inconclusive' && levelOf(id) === 'MUST');
  return open ? 'inconclusive' : 'conforming';
}

/** True for a verdict that rests on at least one exchange that could have failed it. */
export function isExercised({ kind }: Verdict): boolean {
  return kind === 'passed' || kind === 'failed' || kind === 'warned';
}

/** True for a verdict that alone makes the target nonconforming. */
export function failsTarget(
  { kind, requirement: id }: Verdict,
  strict: boolean,
  levelOf: (id: RequirementId) => Level = (known) => requirement(known).level,
): boolean {
  // Only a MUST is ever `failed`. Its level is not asked again, so that a wrong label cannot turn a failure green.
  return kind === 'failed' || (strict && kind === 'warned' && levelOf(id) === 'SHOULD');
}
