import type { RequirementId } from '../../specs/requirements/index.ts';

/** What one listed case was good for. */
export interface MeasuredCase {
  readonly name: string;
  /** Requests in the longer of the two versions, clean-up included. */
  readonly requests: number;
  /** What it lets be judged, by version; by the id of a variant what few cases let be judged on that server only. */
  readonly rows: Readonly<Record<string, readonly RequirementId[]>>;
  /** Ids of the defects that it shows. */
  readonly defects: readonly string[];
}

/** All that a case is good for, as names. */
export function goalsOf({ rows, defects }: Pick<MeasuredCase, 'rows' | 'defects'>): readonly string[] {
  return [...Object.entries(rows).flatMap(([server, ids]) => ids.map((id) => `${server} ${id}`)), ...defects];
}
