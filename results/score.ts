import type { ApiVersion } from '../traffic/operation.ts';
import type { RequirementRow } from '../specs/requirement.ts';
import type { Score } from './report.ts';
import { isExercised } from './target-verdict.ts';
import type { Verdict } from './verdict.ts';

/** True for the rows that count in the score of a server, or of a client, of this API version. */
function isScored(row: RequirementRow, apiVersion: ApiVersion, binds: 'server' | 'client'): boolean {
  return (
    row.versions.includes(apiVersion) &&
    (row.binds ?? 'server') === binds &&
    row.level !== 'OBSERVE' &&
    row.untestable === undefined
  );
}

/**
 * The two figures of a run. The total comes from the specs and not from the verdicts, so that a run of one suite, or
 * one that was cut off, cannot look complete.
 */
export function score(
  verdicts: readonly Verdict[],
  rows: readonly RequirementRow[],
  apiVersion: ApiVersion,
  binds: 'server' | 'client' = 'server',
): Score {
  const scored = new Set<string>();
  for (const row of rows) if (isScored(row, apiVersion, binds)) scored.add(row.id);
  const exercised = verdicts.filter((verdict) => scored.has(verdict.requirement) && isExercised(verdict));
  return {
    holding: exercised.filter(({ kind }) => kind === 'passed').length,
    exercised: exercised.length,
    total: scored.size,
  };
}
