import type { Cause, CauseFact } from '../../judgements/cause.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { causeSentence } from './cause-sentence.ts';
import type { AnswerStatistics } from './answer-statistics.ts';
import type { ViolationSignature } from '../violation-signature.ts';
import { operationCauses } from './operation-causes.ts';
import { serverCauses } from './server-causes.ts';

/** A requirement that was violated, in each of these manners. */
export type Violation = readonly [requirement: RequirementId, manners: readonly ViolationSignature[]];

/**
 * What several of the violations follow from, the most important first. A cause explains a requirement only if
 * every violation of it follows, so that it hides nothing that has another reason; no requirement has two causes.
 */
export function causesOf(
  statistics: AnswerStatistics,
  violations: readonly Violation[],
  { exercisedNothing }: { readonly exercisedNothing: boolean },
): readonly Cause[] {
  let open = violations;
  const causes: Cause[] = [];
  for (const { fact: factOf, follows, suits = () => true } of [
    ...serverCauses(statistics),
    ...operationCauses(statistics),
  ]) {
    const explained = open.filter(
      ([id, manners]) => manners.length > 0 && ownOf(manners).every((manner) => follows(manner, id)),
    );
    if (!suits(explained.map(([id]) => id))) continue;
    const fact = factOf(explained.flatMap(([, manners]) => manners));
    // One finding speaks for itself. Where there is none, the cause may be why nothing could be judged.
    if (explained.length < 2 && !(exercisedNothing && isOfServer(fact))) continue;
    causes.push({ fact, sentence: causeSentence(fact), explains: explained.map(([id]) => id) });
    open = open.filter((violation) => !explained.includes(violation));
  }
  return causes.toSorted(
    (left, right) => rank(left.fact) - rank(right.fact) || right.explains.length - left.explains.length,
  );
}

/** What comes back because we sent it is no reason of its own, where there is another. */
function ownOf(manners: readonly ViolationSignature[]): readonly ViolationSignature[] {
  const own = manners.filter(({ sentWrong }) => !sentWrong);
  return own.length === 0 ? manners : own;
}

/** What is wrong with the whole server first, then what it does not do at all: that keeps much from being judged. */
function rank(fact: CauseFact): number {
  if (isOfServer(fact)) return 0;
  if (['unrelatedAnswers', 'nothingStored', 'operationFails'].includes(fact.kind)) return 1;
  // What shows only by what we send wrong comes last.
  return fact.kind === 'anyBodyAccepted' ? 3 : 2;
}

/** True for a cause that says something of the whole server and not of some operations. */
export function isOfServer(fact: CauseFact): boolean {
  return 'everywhere' in fact ? fact.everywhere : ['sameAnswer', 'noAnswer', 'echo'].includes(fact.kind);
}
