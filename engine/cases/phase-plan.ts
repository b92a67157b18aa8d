import type fc from 'fast-check';
import type { Actor, Capability } from '../../traffic/actor.ts';
import type { Phase } from '../../traffic/exchange.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import type { People } from '../../targets/target.ts';
import type { Case } from './case.ts';

/** What a plan depends on; with the same of it, the same cases in the same order. */
export interface PlanSettings {
  readonly apiVersion: ApiVersion;
  readonly people: People;
  readonly actors: ReadonlySet<Actor>;
  readonly capabilities: ReadonlySet<Capability>;
  readonly numRuns: number;
}

/** The cases of one phase: a list, or as many as `numRuns` of an arbitrary. */
export type PhasePlan =
  | { readonly phase: Phase; readonly kind: 'listed'; readonly cases: readonly Case[] }
  | {
      readonly phase: Phase;
      readonly kind: 'generated';
      readonly arbitrary: fc.Arbitrary<Case>;
      readonly numRuns: number;
    };

export function sizeOf(plan: PhasePlan): number {
  return plan.kind === 'listed' ? plan.cases.length : plan.numRuns;
}
