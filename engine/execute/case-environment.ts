import type { Judge } from '../../checks/judge.ts';
import type { Target } from '../../targets/target.ts';
import type { Crowd } from './crowd.ts';
import type { Lag } from './lag.ts';
import type { SteadyRefusals } from './repeated-requests.ts';
import type { TokenWatch } from './token-watch.ts';
import type { Wardrobe } from './wardrobe.ts';

/** What a case shares with the other cases of its run. */
export interface CaseEnvironment {
  readonly judge: Judge;
  readonly lag: Lag;
  readonly target: Target;
  readonly seed: number;
  readonly today: number;
  readonly nextRequestId: () => string;
  readonly refusals: SteadyRefusals;
  readonly tokens: TokenWatch;
  /** How many requests it may take to remove a card after the case. */
  readonly costOfCard: () => number;
  readonly wardrobe: Wardrobe;
  readonly crowd: Crowd;
}
