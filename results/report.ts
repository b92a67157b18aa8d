import type { AnswerRow } from '../judgements/answer-row.ts';
import type { AnyFinding } from '../judgements/finding.ts';
import type { ObservationRow, UnseenRow } from '../judgements/verdict.ts';
import type { RunFooter, RunHeader } from './line.ts';
import type { Verdict } from './verdict.ts';

/** Two figures, never one: how much of what was exercised holds, and how much could be exercised at all. */
export interface Score {
  readonly holding: number;
  readonly exercised: number;
  /** Requirements of this API version that bind who is judged, a server or a client, and are judged (MUST, SHOULD, MAY). */
  readonly total: number;
}

export type { ObservationRow } from '../judgements/verdict.ts';

/** A whole run, as every reporter gets it: read from the result stream and from nothing else. */
export interface RunReport {
  readonly header: RunHeader;
  /** One row per requirement of the API version, in the order of the specs. */
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly AnyFinding[];
  readonly observations: readonly ObservationRow[];
  /** What could have been observed and was not; absent of a stream that has none. */
  readonly unseen?: readonly UnseenRow[];
  /** Statuses by operation, actor and intent; absent of a stream that has none. */
  readonly answers?: readonly AnswerRow[];
  readonly score: Score;
  readonly footer: RunFooter;
  /** The stream had no footer: the one above only says so, and its figures are not known. */
  readonly cutOff?: true;
}
