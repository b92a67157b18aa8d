import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { every, notApplicable } from '../assertions/assertions.ts';
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
  const events: Part<JsonObject>[] = [];
  const add = (part: Json | undefined, name: string, pointer: string): void => {
    const event = isJsonObject(part) && Object.hasOwn(part, name) ? part[name] : undefined;
    if (isJsonObject(event)) events.push([pointer, event]);
  };
  for (const [entry, part] of [['', card] as const, ['/originalEntry', at(card, '/originalEntry')] as const]) {
    add(part, 'clockInEvent', `${entry}/clockInEvent`);
    add(part, 'clockOutEvent', `${entry}/clockOutEvent`);
    for (const [pointer, one] of breaksOf(card, entry)) {
      add(one, 'start', `${pointer}/start`);
      add(one, 'end', `${pointer}/end`);
    }
  }
  return events;
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
  const parts: Part<Json>[] = [];
  for (const pointer of pointers) {
    const value = at(card, pointer);
    if (value !== undefined && value !== null) parts.push([pointer, value]);
  }
  return parts;
}

/** The values of that member of each part that has one; `member` is its name, or a pointer to it. */
export function presentIn(parts: readonly Part<JsonObject>[], member: `/${string}`): readonly Part<Json>[] {
  return parts.flatMap(([pointer, part]) => present(part, [member]).map(([, value]) => [pointer + member, value]));
}

/** Applies a rule to each part of a card; the first part that breaks it is named with its pointer in the body. */
export function each<T>(parts: readonly Part<T>[], rule: (value: T, pointer: string) => Answer): Answer {
  if (parts.length === 0) return notApplicable;
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
