import type { RequirementId } from '../../specs/requirements/index.ts';
import type { Operation } from '../../traffic/operation.ts';
import type { TargetVerdict } from '../../results/verdict.ts';

/** What is known about a server before it is judged; written by hand, in docs/implementations/servers.json. */
export interface ServerSheet {
  readonly title: string;
  readonly package: string;
  readonly version: string;
  readonly how: string;
  /** The commands that start it, from the root of this repository. */
  readonly start: readonly string[];
  readonly port: number;
}

/** One run against it. */
export interface RecordedRun {
  readonly seed: number;
  readonly token: boolean;
  readonly verdict: TargetVerdict;
  readonly stopped?: string;
  readonly holding: number;
  readonly exercised: number;
  readonly total: number;
  readonly requests: number;
  readonly findings: number;
  /** Operations that the server answered as if there were none. */
  readonly notOffered?: readonly Operation[];
}

export interface RecordedFinding {
  readonly requirement: RequirementId;
  readonly pointer: string;
  /** JSON, cut where it is long. */
  readonly expected: string;
  readonly actual: string;
  /** In how many of the runs that were not stopped. */
  readonly runs: number;
}

/** What several runs against one server came to: docs/implementations/NAME.json, written by the record program. */
export interface ImplementationRecord {
  readonly suiteVersion: string;
  readonly apiVersion: string;
  readonly numRuns: number;
  /** The day of the first run. */
  readonly date: string;
  readonly runs: readonly RecordedRun[];
  readonly findings: readonly RecordedFinding[];
}

/** Our reading of the documents on each finding, by hand: per requirement, or for one server where it differs. */
export type Adjudications = Readonly<Record<string, Readonly<Partial<Record<RequirementId, string>>>>>;

/** The key of the adjudications that hold for every server. */
export const everyServer = 'every server';
