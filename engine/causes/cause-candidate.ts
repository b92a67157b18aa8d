import type { CauseFact } from '../../judgements/cause.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { ViolationSignature } from '../violation-signature.ts';

/** What may be the cause of several findings. */
export interface Candidate {
  /** With the manners of the violations that follow from it. */
  readonly fact: (explained: readonly ViolationSignature[]) => CauseFact;
  /** Which violations follow from it. */
  readonly follows: (manner: ViolationSignature, requirement: RequirementId) => boolean;
  /** Whether these follow from it and from nothing less; any do without it. */
  readonly suits?: (requirements: readonly RequirementId[]) => boolean;
}

/** A candidate whose fact is the same whatever it explains. */
export function candidate(fact: CauseFact, follows: Candidate['follows']): Candidate {
  return { fact: () => fact, follows };
}
