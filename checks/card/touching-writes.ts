import type { Exchange } from '../../traffic/exchange.ts';
import type { Json, JsonObject } from '../../traffic/json.ts';
import type { Location } from '../../traffic/location.ts';
import { cardIn, spanShown, type History } from './history.ts';
import { sameId } from '../assertions/same-id.ts';
import { coverSameTime, spanOf } from '../assertions/same-time.ts';

/** What of a write tells which card it begins, and whose. */
export interface Write extends Pick<Exchange, 'operation'> {
  readonly location: Location | undefined;
  readonly answer: Json | undefined;
  readonly sent: JsonObject | undefined;
  readonly cardId: string | undefined;
  readonly before: History | undefined;
}

/** Whose card it is that a write makes or changes; undefined where that is not known. */
export function ownerAfter({ operation, answer, before }: Write): string | undefined {
  if (operation !== 'clockIn' && operation !== 'create') return before?.owner;
  const owner = cardIn(answer)?.['userId'];
  return typeof owner === 'string' ? owner : undefined;
}

/** What a card that begins does to one of the same user that is open or covers the same time is documented nowhere. */
export function mayTouch(entry: Write, card: JsonObject): boolean {
  return mayBegin(entry) && (card['state'] !== 'clockedOut' || coverSameTime(spanOf(card), spanOf(begunBy(entry))));
}

/** As above, of a card that may belong to anybody: one of another user or of another team is left alone. */
export function mayTouchKnown(entry: Write, { id, owner, state, latest, madeBy }: History): boolean {
  if (!mayBegin(entry) || state === 'gone' || id === entry.cardId || id === cardIn(entry.answer)?.id) return false;
  const [team, theirs] = [entry.location?.teamId.toLowerCase(), ownerAfter(entry)];
  if (madeBy?.teamId !== undefined && madeBy.teamId.toLowerCase() !== team) return false;
  if (owner !== undefined && theirs !== undefined && !sameId(owner, theirs)) return false;
  if (state !== 'clockedOut') return true;
  // Whoever clocks in now does not meet what has ended, even where no read has shown the end yet.
  return entry.operation !== 'clockIn' && coverSameTime(spanShown(latest), spanOf(begunBy(entry)));
}

/** True for a write that may begin a card. */
export function mayBegin({ operation }: Pick<Write, 'operation'>): boolean {
  return operation === 'clockIn' || operation === 'create' || operation === 'replace';
}

function begunBy({ operation, sent, answer }: Write): JsonObject | undefined {
  return operation === 'replace' ? sent : cardIn(answer);
}
