import type { CauseFact } from '../specs/cause.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Manner } from './manner.ts';

/** What may be the cause of several findings. */
export interface Candidate {
  /** With the manners of the violations that follow from it. */
  readonly fact: (explained: readonly Manner[]) => CauseFact;
  /** Which violations follow from it. */
  readonly follows: (manner: Manner, requirement: RequirementId) => boolean;
}

/** A candidate whose fact is the same whatever it explains. */
export function candidate(fact: CauseFact, follows: Candidate['follows']): Candidate {
  return { fact: () => fact, follows };
}
