import { instantOf } from '../../checks/instants.ts';
import type { Exchange } from '../../specs/exchange.ts';
import { isJsonObject, type Json, type JsonObject } from '../../specs/json.ts';
import type { Violated } from '../../specs/judgement.ts';
import { locate } from '../../specs/location.ts';
import { at, equalJson } from '../../specs/pointer.ts';
import { cardOf, cardShown, teamOf, type Sightings } from './sightings.ts';

/**
 * Why a violation in traffic of others is not believed. `unseen`: the file does not hold what the violation is about.
 * `lag`: no document promises when a write is to be seen, and the read came soon after one. `stranger`: somebody whose
 * requests the file does not hold may have changed the card meanwhile.
 */
export type Doubt = 'unseen' | 'lag' | 'stranger';

/** As long as a run repeats a read that shows no effect of a write. Milliseconds. */
const longEnough = 1500;
/** Between a look at a card and a write to it, somebody else may come in; within a minute, hardly. Milliseconds. */
const soon = 60_000;
/** A `Date` header has whole seconds, and is written at either end of an exchange. Milliseconds. */
const clockTolerance = 2500;

/** Whether a violation can be believed, in the light of the whole capture; undefined if it can. */
export function doubtOf(violation: Violated, decisive: Exchange, sightings: Sightings): Doubt | undefined {
  const { evidence, pointer } = violation;
  if (pointer.startsWith('header:') && hasNoHeaders(decisive)) return 'unseen';
  if (decisive.request.method !== 'GET' || evidence.length < 2) return undefined;
  const earlier = evidence.flatMap((sequence) => sightings.at(sequence) ?? []).filter((one) => one !== decisive);
  if (isTooSoon(decisive, earlier, sightings)) return 'lag';
  return mayBeOfStranger(violation, decisive, earlier, sightings) ? 'stranger' : undefined;
}

/** A tool that keeps no headers, as no server sends none. */
function hasNoHeaders({ outcome }: Exchange): boolean {
  return outcome.kind === 'response' && outcome.headers.length === 0;
}

/** Of a card, its own writes and those of the evidence count; of a list, every write of the team. */
function isTooSoon(decisive: Exchange, earlier: readonly Exchange[], sightings: Sightings): boolean {
  const [card, team] = [cardOf(decisive), teamOf(decisive)];
  const named = locate(decisive.request.method, decisive.request.url)?.cardId !== undefined;
  const writes = sightings.writesBefore(decisive, (write) =>
    named ? write.card === card || earlier.includes(write.exchange) : write.team === team,
  );
  return writes.some(({ endedAt }) => decisive.startedAt - endedAt < longEnough);
}

function mayBeOfStranger(
  { pointer, expected }: Violated,
  decisive: Exchange,
  earlier: readonly Exchange[],
  sightings: Sightings,
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
  sightings: Sightings,
): boolean {
  const modified = timeIn(shown);
  const before = earlier.flatMap((one) => timeIn(cardShown(one, id)) ?? []);
  if (modified === undefined || before.length === 0 || modified <= Math.max(...before) + 1) return false;
  const writes = sightings.writesBefore(decisive, (write) => write.card === id || earlier.includes(write.exchange));
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
