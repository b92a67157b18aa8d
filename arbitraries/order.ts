import { parseInstant } from '../schemas/date-time.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { formatInstant, simplestInstant } from './instants.ts';

/** At most so long between two neighbouring events, so that a shift with two breaks stays within a day. */
const longestGap = 3 * 3600_000;
const shortestGap = 1000;
const simplest = Date.parse(simplestInstant);

/**
 * The same body of create with its times in order: clock-in, the start and end of each break, clock-out, each at least a
 * second after the one before. Each time keeps what it had of a fraction, and how far it lies from the one before follows
 * from what it was, so that values shrink to events a second apart. Breaks that must have an end get one; at most two stay.
 */
export function timesInOrder(card: JsonObject): JsonObject {
  const clockIn = card['clockInEvent'];
  if (!isJsonObject(clockIn)) return card;
  const isClosed = isJsonObject(card['clockOutEvent']);
  const clock = new Clock(clockIn);
  const ordered: Record<string, Json> = { ...card };
  if (Array.isArray(card['breaks'])) {
    const breaks = (card['breaks'] as readonly JsonObject[]).slice(0, 2);
    ordered['breaks'] = breaks.map((each, index) => orderedBreak(each, clock, isClosed || index + 1 < breaks.length));
  }
  if (isJsonObject(card['clockOutEvent'])) ordered['clockOutEvent'] = clock.next(card['clockOutEvent']);
  return ordered;
}

function orderedBreak(each: JsonObject, clock: Clock, mustEnd: boolean): JsonObject {
  const start = clock.next(isJsonObject(each['start']) ? each['start'] : {});
  const end = each['end'];
  if (isJsonObject(end)) return { ...each, start, end: clock.next(end) };
  return mustEnd ? { ...each, start, end: clock.next({}) } : { ...each, start };
}

/** Hands out times that only go forward. */
class Clock {
  #now: number;

  constructor(first: JsonObject) {
    this.#now = parseInstant(String(first['dateTime'])) ?? simplest;
  }

  /** The event at a later time than the one before. */
  next(event: JsonObject): JsonObject {
    const wanted = String(event['dateTime'] ?? simplestInstant);
    const distance = Math.abs((parseInstant(wanted) ?? simplest) - simplest) % longestGap;
    const withFraction = wanted.includes('.');
    const later = this.#now + shortestGap + distance;
    // Without a fraction the time is cut to whole seconds, which must not eat the second between the two.
    this.#now = withFraction ? later : Math.ceil(later / 1000) * 1000;
    return { ...event, dateTime: formatInstant(this.#now, withFraction ? 3 : 0) };
  }
}
