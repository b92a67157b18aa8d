import type { RunHeader } from '../line.ts';
import type { DifferenceClass } from './difference-class.ts';

/** One thing that is otherwise in the second run. */
export interface RunDifference {
  /** Lasting: a requirement's id, a fact's, or `answers/OPERATION/ACTOR/INTENT`. */
  readonly id: string;
  readonly class: DifferenceClass;
  /** What was looked at, for people. It may quote what a server sent. */
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** Why it has this class, as a sentence fragment. */
  readonly because: string;
  /** Somebody else than the caller may do more than before. */
  readonly isOfRights?: true;
}

/** What was compared, and what of it differs. */
export interface Compared {
  readonly compared: number;
  readonly differences: readonly RunDifference[];
}

/** Differences with one old and one new value: told once, with all their places. */
export interface DifferenceGroup {
  readonly class: DifferenceClass;
  readonly from: string;
  readonly to: string;
  readonly because: string;
  readonly isOfRights?: true;
  readonly places: readonly { readonly id: string; readonly subject: string }[];
}

/** What the two runs are, as far as a reader has to know. */
export type Side = Pick<RunHeader, 'suiteVersion' | 'apiVersion'> &
  /** Absent for traffic of others, and for a lock. */
  Partial<Pick<RunHeader, 'seed' | 'startedAt'>> & {
    /** An address; for a client library its name, for traffic of others and for a lock the file. */
    readonly target: string;
    readonly stopped?: string;
  };

export interface Diff {
  readonly format: 1;
  readonly left: Side;
  readonly right: Side;
  /** How many verdicts, facts and rows of answers both runs have. */
  readonly compared: number;
  readonly counts: Readonly<Record<DifferenceClass, number>>;
  /** The worst first. What only one run tried is counted, and listed as `notComparable`. */
  readonly groups: readonly DifferenceGroup[];
  /** Ids that differ between runs of one server (`--noise`), and are ignored. */
  readonly unsteady: readonly string[];
  /** Ids of differences that somebody chose to hide (`none` in `--severities`). */
  readonly hidden: readonly string[];
  /** What makes the runs harder to compare: another seed, another budget, another suite. */
  readonly notes: readonly string[];
}

/** What a person decided of differences: by id or glob, another class, or `none` to leave them out. */
export type Severities = ReadonlyMap<string, DifferenceClass | 'none'>;
