import type { Verdict } from '../../results/verdict.ts';
import { visible } from './visible.ts';

/** Why a requirement was not judged; where a setting would let it be, the run's own words name it. */
export function reasonText({ because }: Verdict): string {
  return visible(because ?? 'no reason was given');
}

/** The requirements by the reason for which they were not judged, in the order in which the reasons come up. */
export function byReason(verdicts: readonly Verdict[]): ReadonlyMap<string, readonly Verdict['requirement'][]> {
  const groups = new Map<string, Verdict['requirement'][]>();
  for (const verdict of verdicts) {
    const reason = reasonText(verdict);
    groups.set(reason, [...(groups.get(reason) ?? []), verdict.requirement]);
  }
  return groups;
}
