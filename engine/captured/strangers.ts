import { instantOf } from '../../checks/assertions/instants.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { Violated } from '../../judgements/judgement.ts';
import { locate } from '../../traffic/location.ts';
import { at, equalJson } from '../../traffic/pointer.ts';
import { cardOf, cardShown, type CardAppearances } from './sightings.ts';

/** Between a look at a card and a write to it, somebody else may come in; within a minute, hardly. Milliseconds. */
const soon = 60_000;
/** A `Date` header has whole seconds, and is written at either end of an exchange. Milliseconds. */
const clockTolerance = 2500;

/** True where somebody whose requests the file does not hold may have made the card what the read shows. */
export function mayBeOfOtherWriter(
  { pointer, expected }: Violated,
  decisive: Exchange,
  earlier: readonly Exchange[],
  sightings: CardAppearances,
): boolean {
  const ids = new Set(earlier.flatMap((one) => cardOf(one) ?? []));
  const named = locate(decisive.request.method, decisive.request.url)?.cardId;
  if (named === undefined) {
    const missing = [...ids].filter((id) => cardShown(decisive, id) === undefined);
    if (pointer === '/value' || pointer === '/@odata.nextLink')
      return missing.some((id) => !wasDeleted(id, earlier) && !sightings.isSeenAfter(id, decisive.sequence));
    return [...ids].some((id) => changedUnseen(id, cardShown(decisive, id), decisive, earlier, sightings));
  }
  const shown = cardShown(decisive, named);
  if (shown === undefined) {
    const isGone = decisive.outcome.kind === 'response' && [404, 410].includes(decisive.outcome.status);
    return isGone && !wasDeleted(named, earlier) && !sightings.isSeenAfter(named, decisive.sequence);
  }
  return changedUnseen(named, shown, decisive, earlier, sightings) || isKeptTooLong(named, pointer, expected, earlier);
}

function wasDeleted(id: string, earlier: readonly Exchange[]): boolean {
  return earlier.some(({ request, ...one }) => request.method === 'DELETE' && cardOf({ request, ...one }) === id);
}

/** The card says that it was modified after the last look at it, and at no time at which the file holds a write to it. */
function changedUnseen(
  id: string,
  shown: JsonObject | undefined,
  decisive: Exchange,
  earlier: readonly Exchange[],
  sightings: CardAppearances,
): boolean {
  const modified = timeIn(shown);
  const before = earlier.flatMap((one) => timeIn(cardShown(one, id)) ?? []);
  if (modified === undefined || before.length === 0 || modified <= Math.max(...before) + 1) return false;
  const writes = sightings.writesBefore(decisive, id, earlier);
  return !writes.some((write) => isDuring(modified, write));
}

function isDuring(time: number, { startedAt, endedAt, serverClockOffset }: Exchange): boolean {
  // Without a Date header the server's clock is unknown.
  if (serverClockOffset === undefined) return true;
  const tolerance = clockTolerance + (endedAt - startedAt) / 2;
  return time > startedAt + serverClockOffset - tolerance && time < endedAt + serverClockOffset + tolerance;
}

function timeIn(card: JsonObject | undefined): number | undefined {
  const time = card?.['lastModifiedDateTime'];
  return typeof time === 'string' ? instantOf(time) : undefined;
}

/** What should have stayed as it was may have been changed before the write, and long after the last look. */
function isKeptTooLong(id: string, pointer: string, expected: Json, earlier: readonly Exchange[]): boolean {
  const [look, ...others] = earlier.filter((one) => cardShown(one, id) !== undefined).toReversed();
  const write = earlier.findLast(({ request }) => request.method !== 'GET');
  if (look === undefined || write === undefined || write === look || others.length > 1) return false;
  const card = cardShown(look, id);
  const kept = isJsonObject(card) && equalJson(at(card, pointer) ?? null, expected);
  return kept && write.startedAt - look.endedAt > soon;
}
