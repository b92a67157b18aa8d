import type { FaultHooks } from './fault.ts';
import type { Policy } from './policy.ts';

/** How a server differs from the reference server, with or without reason. */
export interface Behaviour {
  readonly policy?: Partial<Policy>;
  /** Called once for each server, so that it can count and remember without touching another server. */
  start?(): FaultHooks;
}
