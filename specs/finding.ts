import type { Exchange, Phase } from './exchange.ts';
import type { Violated } from './judgement.ts';
import type { RequirementId } from './requirements/index.ts';

/** What makes the failing traffic again. */
export interface Replay {
  readonly seed: number;
  readonly phase: Phase;
  /** Index of the case in the whole run, then fast-check's way through the shrinks: `3:0:1`. */
  readonly path: string;
}

/** A requirement that does not hold, with the smallest traffic that shows it. */
export interface Finding {
  readonly requirement: RequirementId;
  readonly violation: Violated;
  readonly seen: { readonly violated: number; readonly exercised: number };
  /** `flaky`: the same traffic did not fail again. The counts are for races, and for what could not be judged again. */
  readonly stability: 'reproduced' | 'flaky' | { readonly failed: number; readonly of: number };
  readonly reproduction: readonly Exchange[];
  /** False where a limit stopped the search for a smaller one. */
  readonly minimal: boolean;
  readonly replay: Replay;
}
