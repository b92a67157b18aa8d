import type { Phase } from '../traffic/exchange.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Effort } from './cases/effort.ts';
import type { SuiteName } from './cases/suite.ts';

/** What a run is to judge, and with which effort. */
export interface RunSettings {
  readonly seed: number;
  readonly numRuns: number;
  /** How much of the plan is made; `normal` without it. */
  readonly effort?: Effort;
  /** When the run begins, in milliseconds since the epoch, if not now by the target's clock; the times of some requests follow from its hour. */
  readonly today?: number;
  readonly suites: ReadonlySet<SuiteName>;
  /** The kinds of traffic to make; all without it. */
  readonly phases?: ReadonlySet<Phase>;
  /** The requirements to judge; all that are checked without it. */
  readonly requirements?: ReadonlySet<RequirementId>;
  /** The requirements that are not judged, with the reason that the user gave. */
  readonly excluded?: ReadonlyMap<RequirementId, string>;
  /** One case of the run: its index, and the way through its shrinks. */
  readonly path?: string;
  /** False where reads are known to show every write at once, so that none is repeated. */
  readonly expectsLag?: boolean;
  /** Stop searching after the first violated MUST. */
  readonly bail?: boolean;
  readonly signal?: AbortSignal;
}
