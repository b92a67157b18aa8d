import type { Classed } from './class-of-outcome.ts';
import type { Fact } from './fact.ts';
import type { RunDifference } from './difference.ts';
import { mayBeChance, type CompareSettings } from './sampling.ts';

/** What stands for a value where there was none. */
export const notSeen = 'not seen';

/** With fewer occasions, whether there is something to be seen follows from the seed. */
const enoughOccasions = 3;

/** Whose subject is named by what a server answers: a run may try all there is, and not come to it. */
const ofAnswers: ReadonlySet<string> = new Set(['TC-GEN-022', 'TC-GEN-023', 'TC-SHAPE-025', 'TC-SHAPE-026']);

/**
 * What one run saw and the other did not. A run that never tried it cannot say that it is gone, or new; one that tried it can,
 * where chance does not explain that it saw nothing.
 *
 * @param from absent, or without values, where the first run saw nothing
 */
export function oneSided(
  id: string,
  from: Fact | undefined,
  to: Fact | undefined,
  settings: CompareSettings,
): readonly RunDifference[] {
  const [seen, other] = isSeen(from) ? [from, to] : [to, from];
  if (!isSeen(seen)) return [];
  const isGone = seen === from;
  const values = [...seen.values.keys()].join(' | ');
  return [
    {
      id,
      subject: seen.subject,
      from: isGone ? values : notSeen,
      to: isGone ? notSeen : values,
      ...classOf(seen, other, isGone, settings),
    },
  ];
}

export function isSeen(fact: Fact | undefined): fact is Fact {
  return fact !== undefined && fact.values.size > 0;
}

function classOf(seen: Fact, other: Fact | undefined, isGone: boolean, settings: CompareSettings): Classed {
  const run = isGone ? 'the second run' : 'the first run';
  if (other === undefined)
    return {
      class: 'notComparable',
      because: ofAnswers.has(seen.requirement) ? `${run} got nothing of that kind` : `${run} never tried it`,
    };
  if (settings.isOfTools)
    return { class: 'notComparable', because: 'a tool that records traffic may leave out what would show it' };
  if (isChance(seen, other.unseen, isGone, settings))
    return { class: 'notComparable', because: `${run} tried it, and that there was nothing to see may be chance` };
  return {
    class: 'unknown',
    because: isGone ? 'it is tried as before, and not to be seen' : 'it was tried before, and not to be seen',
  };
}

function isChance(
  seen: Fact,
  inVain: number,
  isGone: boolean,
  { sampling }: Pick<CompareSettings, 'sampling'>,
): boolean {
  if (sampling === 'sameTraffic') return false;
  // A lock, which is the first side then, does not say how often it saw what it saw.
  if (sampling === 'asOften' && isGone) return true;
  const times = [...seen.values.values()].reduce((sum, { count }) => sum + count, 0);
  const occasions = times + seen.unseen;
  if (Math.min(occasions, inVain) < enoughOccasions) return true;
  return mayBeChance(sampling, times, occasions, inVain);
}
