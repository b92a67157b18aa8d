import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { every } from '../assertions/assertions.ts';
import { check, type Answer, type Check } from '../check.ts';
import type { JudgeContext } from '../context.ts';
import { everyCard, type ShownCard } from '../scopes/cards.ts';

type Part<T> = readonly [pointer: string, value: T];

/** The events of a card: clock-in, clock-out, both ends of each break, and the same within originalEntry. */
export function eventsOf(card: JsonObject): readonly Part<JsonObject>[] {
  if (latest?.card !== card) latest = { card, events: eventsIn(card) };
  return latest.events;
}

/** Many checks look at the events of one card before any looks at those of the next. */
let latest: { readonly card: JsonObject; readonly events: readonly Part<JsonObject>[] } | undefined;

function eventsIn(card: JsonObject): readonly Part<JsonObject>[] {
  const pointers = ['', '/originalEntry'].flatMap((entry) => [
    `${entry}/clockInEvent`,
    `${entry}/clockOutEvent`,
    ...breaksOf(card, entry).flatMap(([pointer]) => [`${pointer}/start`, `${pointer}/end`]),
  ]);
  return pointers.flatMap((pointer) => {
    const event = at(card, pointer);
    return isJsonObject(event) ? [[pointer, event] as const] : [];
  });
}

/** The breaks of a card, or of an entry within it. */
export function breaksOf(card: JsonObject, entry: string): readonly Part<Json>[] {
  const breaks = at(card, `${entry}/breaks`);
  return Array.isArray(breaks)
    ? (breaks as readonly Json[]).map((value, index) => [`${entry}/breaks/${index}`, value] as const)
    : [];
}

/** The values at those pointers that are there and not null. */
export function present(card: JsonObject, pointers: readonly string[]): readonly Part<Json>[] {
  return pointers.flatMap((pointer) => {
    const value = at(card, pointer);
    return value === undefined || value === null ? [] : [[pointer, value] as const];
  });
}

/** Applies a rule to each part of a card; the first part that breaks it is named with its pointer in the body. */
export function each<T>(parts: readonly Part<T>[], rule: (value: T, pointer: string) => Answer): Answer {
  return every(...parts.map(([pointer, value]) => rule(value, pointer)));
}

/** A rule on one card, reported with the card's place in the body. */
export function ofEveryCard(
  requirement: Check['requirement'],
  rule: (card: JsonObject, shown: ShownCard, context: JudgeContext) => Answer,
): Check {
  return check(requirement, everyCard, (shown, context) => {
    const answer = rule(shown.card, shown, context);
    return answer.kind === 'violated' ? { ...answer, pointer: shown.pointer + answer.pointer } : answer;
  });
}
