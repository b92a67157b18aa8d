import type { JsonObject } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import type { TimeCard, TimeCardEntry, TimeCardEvent } from './time-card.ts';

/**
 * A card as a version shows it. In beta every event also carries the older name of the boolean, with the same value.
 * Source: beta timeCardEvent page, deprecated row.
 */
export function presentCard(card: TimeCard, version: ApiVersion): JsonObject {
  if (version === 'v1.0') return card;
  return { ...card, ...presentEntry(card), originalEntry: presentEntry(card.originalEntry) };
}

function presentEntry({ clockInEvent, clockOutEvent, breaks }: TimeCardEntry) {
  return {
    clockInEvent: presentEvent(clockInEvent),
    clockOutEvent: presentEvent(clockOutEvent),
    breaks: breaks.map((one) => ({ ...one, start: presentEvent(one.start), end: presentEvent(one.end) })),
  };
}

function presentEvent(event: TimeCardEvent | null) {
  return event && { ...event, atApprovedLocation: event.isAtApprovedLocation };
}
