import type { Cause, CauseFact } from '../specs/cause.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { candidates } from './cause-candidates.ts';
import { causeSentence } from './cause-sentence.ts';
import type { Census } from './census.ts';
import type { Manner } from './manner.ts';

/** A requirement that was violated, in each of these manners. */
export type Violation = readonly [requirement: RequirementId, manners: readonly Manner[]];

/**
 * What several of the violations follow from, the one that explains most first. A cause explains a requirement only if
 * every violation of it follows, so that it hides nothing that has another reason; no requirement has two causes.
 */
export function causesOf(
  census: Census,
  violations: readonly Violation[],
  { exercisedNothing }: { readonly exercisedNothing: boolean },
): readonly Cause[] {
  let open = violations;
  const causes: Cause[] = [];
  for (const { fact, follows } of candidates(census)) {
    const explained = new Set(
      open.flatMap(([id, manners]) =>
        manners.length > 0 && manners.every((manner) => follows(manner, id)) ? [id] : [],
      ),
    );
    // One finding speaks for itself. Where there is none, the cause may be why nothing could be judged.
    if (explained.size < 2 && !(exercisedNothing && isOfServer(fact))) continue;
    causes.push({ fact, sentence: causeSentence(fact), explains: [...explained] });
    open = open.filter(([id]) => !explained.has(id));
  }
  return causes.toSorted(
    (left, right) =>
      Number(isOfServer(right.fact)) - Number(isOfServer(left.fact)) || right.explains.length - left.explains.length,
  );
}

/** True for a cause that says something of the whole server and not of some operations. */
export function isOfServer(fact: CauseFact): boolean {
  return 'everywhere' in fact ? fact.everywhere : ['sameAnswer', 'noAnswer', 'echo'].includes(fact.kind);
}
