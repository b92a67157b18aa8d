import { unchanged } from '../../checks/assertions/assertions.ts';
import { comparedProperties } from '../../checks/card/card-properties.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { JsonObject } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { cardOf, cardShown, cardsShown, type CardAppearances } from './sightings.ts';

/** As long as a run repeats a read that shows no effect of a write. Milliseconds. */
const longEnough = 1500;

/**
 * True for a read that shows, or may show, what was there shortly before: a card that does not look like anything that it
 * has just been is no old state of it, however soon it is read.
 */
export function showsOldState(decisive: Exchange, earlier: readonly Exchange[], sightings: CardAppearances): boolean {
  const named = locate(decisive.request.method, decisive.request.url)?.cardId;
  const ids = named === undefined ? new Set(earlier.flatMap((one) => cardOf(one) ?? [])) : [named];
  return [...ids].some((id) => isOld(id, cardShown(decisive, id), decisive, sightings));
}

function isOld(id: string, shown: JsonObject | undefined, decisive: Exchange, sightings: CardAppearances): boolean {
  const { writes, views } = sightings.lifeOf(id);
  const before = writes.filter(({ sequence }) => sequence < decisive.sequence);
  const recent = before.filter(({ endedAt }) => decisive.startedAt - endedAt < longEnough);
  const [first] = recent;
  if (first === undefined) return false;
  const making = isMaking(first) ? first : undefined;
  // Not there yet, or, where something else hides it, perhaps there no more.
  if (shown === undefined) return making !== undefined || recent.some(({ request }) => request.method === 'DELETE');
  const since = making?.sequence ?? before.at(before.length - recent.length - 1)?.sequence ?? 0;
  const seen = views.filter(({ sequence }) => sequence >= since && sequence < decisive.sequence);
  // Of a state that no answer has shown nobody knows what it looks like.
  const isSeen = (from: number, to: number) => seen.some(({ sequence }) => sequence >= from && sequence < to);
  const steps = [...(making === undefined ? [since] : []), ...recent.map(({ sequence }) => sequence)];
  const unseen = steps.slice(0, -1).some((from, index) => !isSeen(from, steps[index + 1] ?? 0));
  return unseen || seen.some((view) => cardsShown(view).some((card) => card.id === id && looksLike(card, shown)));
}

function looksLike(earlier: JsonObject, shown: JsonObject): boolean {
  return unchanged(earlier, shown, comparedProperties).kind === 'holds';
}

function isMaking({ request }: Exchange): boolean {
  const operation = locate(request.method, request.url)?.operation;
  return operation === 'create' || operation === 'clockIn';
}
