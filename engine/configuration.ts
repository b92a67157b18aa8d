import type { RequirementId } from '../specs/requirements/index.ts';
import type { TargetSettings } from '../targets/settings.ts';
import type { Effort } from './cases/effort.ts';
import type { SuiteName } from './cases/suite.ts';

/** Everything that shapes a run: plain data without secrets. Tokens stay in the environment. */
export interface RunConfiguration extends TargetSettings {
  readonly seed: number;
  readonly effort: Effort;
  readonly numRuns: number;
  readonly suites: readonly SuiteName[];
  /** The requirements that were chosen; all without it. */
  readonly requirements?: readonly RequirementId[];
  /** The requirements that are not judged, with the reason that the user gave. */
  readonly excluded?: Readonly<Partial<Record<RequirementId, string>>>;
  readonly path?: string;
  readonly bail: boolean;
  readonly strict: boolean;
  /** When the run begins, in milliseconds since the epoch; the time at which it does if left out. */
  readonly today?: number;
}

/** What holds where the user says nothing. A seed is drawn by the command, so that every run looks a little elsewhere. */
export const defaultConfiguration = {
  apiVersion: 'v1.0',
  requestTimeout: 10_000,
  maxResponseSize: 5_000_000,
  effort: 'normal',
  bail: false,
  strict: false,
} as const;
