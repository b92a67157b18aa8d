import type { Cause } from '../specs/cause.ts';
import type { Phase } from '../specs/exchange.ts';
import type { Finding } from '../specs/finding.ts';
import type { Operation } from '../specs/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { ObservationRow, Verdict } from '../specs/verdict.ts';
import type { RequestCounts } from '../targets/target.ts';

/** What a run tells whoever listens, as it happens. Nothing of it holds a secret. */
export type RunEvent =
  /** The target cannot be judged: one sentence for the user. An `end` follows. */
  | { readonly kind: 'obstacle'; readonly sentence: string }
  | { readonly kind: 'phase'; readonly phase: Phase; readonly cases: number }
  | {
      readonly kind: 'case';
      readonly phase: Phase;
      readonly done: number;
      readonly requests: number;
      readonly failing: number;
    }
  | {
      readonly kind: 'shrinking';
      readonly requirement: RequirementId;
      readonly left: number;
      readonly requests: number;
    }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'end'; readonly end: RunEnd };

/** How a run ended: plain data, so that it can cross threads. */
export interface RunEnd {
  readonly verdicts: readonly Verdict[];
  readonly observations: readonly ObservationRow[];
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
  /** Operations that the target answers as if there were none. */
  readonly notOffered: readonly Operation[];
  /** What several findings have in common, the most important first. */
  readonly causes: readonly Cause[];
}
