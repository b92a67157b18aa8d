import type { AnswerRow } from '../judgements/answer-row.ts';
import type { Cause } from '../judgements/cause.ts';
import type { Exchange, Phase } from '../traffic/exchange.ts';
import type { Finding } from '../judgements/finding.ts';
import type { Judged } from '../judgements/judgement.ts';
import type { Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { ObservationRow, UnseenRow, Verdict } from '../judgements/verdict.ts';
import type { OtherCard } from '../targets/ledger/own-cards.ts';
import type { RequestCounts, Restart } from '../targets/target.ts';

/** What a run tells whoever listens, as it happens. Nothing of it holds a secret. */
export type RunEvent =
  /** The target cannot be judged: one sentence for the user. An `end` follows. */
  | { readonly kind: 'obstacle'; readonly sentence: string }
  | { readonly kind: 'phase'; readonly phase: Phase; readonly cases: number; readonly requests: number }
  | {
      readonly kind: 'case';
      readonly phase: Phase;
      readonly name: string;
      readonly done: number;
      readonly requests: number;
      readonly failing: number;
      /** What the checks said of its traffic; nothing where the server was gone meanwhile. */
      readonly judged: readonly Judged[];
    }
  | {
      readonly kind: 'shrinking';
      readonly requirement: RequirementId;
      readonly left: number;
      readonly requests: number;
    }
  /** A requirement is violated for the first time: this is what was seen, whatever becomes of the run. */
  | { readonly kind: 'violation'; readonly finding: Finding }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'end'; readonly end: RunEnd };

/** How a run ended: plain data, so that it can cross threads. */
export interface RunEnd {
  readonly verdicts: readonly Verdict[];
  readonly observations: readonly ObservationRow[];
  readonly unseen: readonly UnseenRow[];
  /** Statuses by operation, actor and intent. */
  readonly answers: readonly AnswerRow[];
  /** Why the run did not go to its end; absent when it did. */
  readonly stopped?: string;
  readonly interrupted: boolean;
  /** A safety rule stopped a request: the plan was wrong, and nothing of it was sent. */
  readonly refused: boolean;
  /** The disk, or something of ours, was at fault; `stopped` says what. */
  readonly fault: boolean;
  readonly requests: RequestCounts;
  /** Milliseconds. */
  readonly longestLag: number;
  readonly leftBehind: readonly string[];
  /** When the first of them was made, in milliseconds since the epoch. */
  readonly leftBehindSince?: number;
  /** Requests for a card of which no answer says what they made, and when the first of them was sent. */
  readonly unnamed?: { readonly requests: number; readonly since: number };
  readonly otherCards?: { readonly answers: number; readonly first: OtherCard };
  /** What went before the end of the server; absent where it answered to the end. */
  readonly lastExchanges?: readonly Exchange[];
  readonly restart?: Restart;
  /** Texts of answers that were cut, and cases that ended early, as there would have been too much to keep. */
  readonly notKept?: { readonly texts: number; readonly cases: number };
  /** Operations that the target answers as if there were none. */
  readonly notOffered: readonly Operation[];
  /** What several findings have in common, the most important first. */
  readonly causes: readonly Cause[];
}
