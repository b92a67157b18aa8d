import type { Phase } from '../specs/exchange.ts';
import type { Finding } from '../specs/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { RequestCounts } from '../targets/target.ts';
import type { Tallies } from './tally.ts';

/** What a run tells whoever listens, as it happens. */
export type RunEvent =
  | { readonly kind: 'phase'; readonly phase: Phase; readonly cases: number }
  | { readonly kind: 'case'; readonly phase: Phase; readonly done: number; readonly requests: number; readonly failing: number }
  | { readonly kind: 'shrinking'; readonly requirement: RequirementId; readonly left: number; readonly requests: number }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'end'; readonly end: RunEnd };

/** How a run ended, with all that verdicts are made from. */
export interface RunEnd {
  readonly tallies: Tallies;
  /** Why the run did not go to its end; absent when it did. */
  readonly stopped?: string;
  readonly interrupted: boolean;
  readonly requests: RequestCounts;
  /** Milliseconds. */
  readonly longestLag: number;
  readonly leftBehind: readonly string[];
}
