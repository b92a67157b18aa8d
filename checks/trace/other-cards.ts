import type { History } from '../card/history.ts';
import type { Entry } from './entry.ts';
import type { Trace } from './trace.ts';

/** All that is known about each card that is not gone; of the one that the entry made, if it did, what was known before. */
export function otherCards(entry: Entry, trace: Trace): readonly History[] {
  return [...trace.living.values()].flatMap((card) => (isMadeBy(entry, card) ? (entry.shownBefore ?? []) : card));
}

/** The same of the cards that may be open. */
export function otherOpenCards(entry: Entry, trace: Trace): readonly History[] {
  const { shownBefore } = entry;
  const isMade = shownBefore !== undefined && isMadeBy(entry, trace.living.get(shownBefore.id));
  return [...[...trace.open.values()].filter((card) => !isMadeBy(entry, card)), ...(isMade ? [shownBefore] : [])];
}

function isMadeBy({ sequence }: Entry, card: History | undefined): boolean {
  return card?.madeBy?.sequence === sequence;
}
