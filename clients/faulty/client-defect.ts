import type { RequirementId } from '../../specs/requirements/index.ts';
import type { ClientSeams } from '../reference-client/seams.ts';

/** A named defect of the reference client, with the bug of real libraries that it imitates, and what must catch it. */
export interface ClientDefect {
  readonly id: string;
  readonly title: string;
  readonly imitates: string;
  /** The requirement that must catch it first; others that see it too may follow. */
  readonly caughtBy: readonly [RequirementId, ...RequirementId[]];
  /** Called once for each run, so that a defect can count and remember. */
  start(): ClientSeams;
}

/** A client that differs from the reference client only where the documents leave it free. */
export interface ClientVariant {
  readonly id: string;
  readonly title: string;
  /** Why no document forbids it. */
  readonly allows: string;
  start(): ClientSeams;
}
