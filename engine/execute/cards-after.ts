import type { RequestToSend } from '../../targets/target.ts';

/** How many cards may have to be removed once a call is answered. @param before how many there are before it */
export function cardsAfter({ method, card, purpose }: RequestToSend, before: number): number {
  const made = method === 'POST' && card === undefined ? 1 : 0;
  // What removes or closes a card needs no reserve for that card itself.
  const removes = purpose === 'cleanUp' || (method === 'DELETE' && card !== undefined && !card.madeUp);
  return Math.max(before + made - (removes ? 1 : 0), 0);
}
