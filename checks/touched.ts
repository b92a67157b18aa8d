import type { JsonObject } from '../specs/json.ts';
import { sameId } from './assertions.ts';
import { cardIn, type History } from './history.ts';
import { coverSameTime } from './same-time.ts';
import type { Entry } from './trace.ts';

/** Whose card it is that a write makes or changes; undefined where that is not known. */
export function ownerAfter({ operation, answer, before }: Entry): string | undefined {
  if (operation !== 'clockIn' && operation !== 'create') return before?.owner;
  const owner = cardIn(answer)?.['userId'];
  return typeof owner === 'string' ? owner : undefined;
}

/** What a card that begins does to one of the same user that is open or covers the same time is documented nowhere. */
export function mayTouch(entry: Entry, card: JsonObject): boolean {
  return begins(entry) && (card['state'] !== 'clockedOut' || coverSameTime(card, begunBy(entry)));
}

/** As above, of a card that may belong to anybody: one of another user or of another team is left alone. */
export function mayTouchKnown(entry: Entry, { id, owner, state, latest, madeBy }: History): boolean {
  if (!begins(entry) || state === 'gone' || id === entry.cardId || id === cardIn(entry.answer)?.id) return false;
  const [team, theirs] = [entry.location?.teamId.toLowerCase(), ownerAfter(entry)];
  if (madeBy?.teamId !== undefined && madeBy.teamId.toLowerCase() !== team) return false;
  if (owner !== undefined && theirs !== undefined && !sameId(owner, theirs)) return false;
  if (state !== 'clockedOut') return true;
  // Whoever clocks in now does not meet what has ended, even where no read has shown the end yet.
  return entry.operation !== 'clockIn' && coverSameTime(latest?.card ?? {}, begunBy(entry));
}

function begins({ operation }: Entry): boolean {
  return operation === 'clockIn' || operation === 'create' || operation === 'replace';
}

function begunBy({ operation, sent, answer }: Entry): JsonObject | undefined {
  return operation === 'replace' ? sent : cardIn(answer);
}
