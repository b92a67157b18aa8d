import type { Received } from '../../reference/call.ts';
import type { Cards, Placed } from '../../reference/card-store.ts';
import type { TimeCard, TimeCardEntry } from '../../reference/time-card.ts';
import { isJsonObject, type Json } from '../../specs/json.ts';

/** Milliseconds that an answer takes where requests have to meet. */
export const pause = 20;

/** What one request leaves behind for the next one that was in at the same time, as a global variable would. */
export class Leftover<T> {
  #left: { readonly value: T; readonly until: number } | undefined;

  leave(received: Received, value: T): void {
    if (received.underWay > 1) this.#left = { value, until: Date.now() + pause };
  }

  take(): T | undefined {
    const left = this.#left;
    this.#left = undefined;
    return left !== undefined && Date.now() <= left.until ? left.value : undefined;
  }
}

function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value with everything in it changed, from the inside to the outside; items of a list go by the list's name. */
export function rewritten(value: Json, change: (value: Json, name: string) => Json, name = ''): Json {
  if (isJsonList(value)) {
    return change(
      value.map((item) => rewritten(item, change, name)),
      name,
    );
  }
  if (!isJsonObject(value)) return change(value, name);
  const members = Object.entries(value).map(([key, one]) => [key, rewritten(one, change, key)] as const);
  return change(Object.fromEntries(members), name);
}

/** The body with the text of every event's time changed. */
export function withTimes(body: Json, change: (text: string) => string): Json {
  return rewritten(body, (value, name) => (name === 'dateTime' && typeof value === 'string' ? change(value) : value));
}

/** Cards as a read sees them: changed one by one, and without those that the change leaves out. */
export function shownAs(cards: Cards, change: (placed: Placed) => Placed | undefined): Cards {
  return {
    get: (id) => {
      const placed = cards.get(id);
      return placed && change(placed);
    },
    *all() {
      for (const placed of cards.all()) {
        const shown = change(placed);
        if (shown) yield shown;
      }
    },
  };
}

export function entryOf({ clockInEvent, clockOutEvent, breaks }: TimeCard): TimeCardEntry {
  return { clockInEvent, clockOutEvent, breaks };
}

export function stateOf({ clockOutEvent, breaks }: TimeCardEntry): TimeCard['state'] {
  if (clockOutEvent !== null) return 'clockedOut';
  return breaks.some((one) => one.end === null) ? 'onBreak' : 'clockedIn';
}

/** The last segment of a request's path, as it was spelled. */
export function lastSegment({ path }: Received): string {
  return path.split('/').at(-1) ?? '';
}
