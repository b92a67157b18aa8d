import type { Call, CallSoFar, Received } from '../../reference/call.ts';
import type { PlacedCard } from '../../reference/card-store.ts';
import type { FaultHooks } from '../../reference/fault.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { answering, withJson } from '../seams.ts';

export const nextLinkMember = '@odata.nextLink';

/** The value of a query option, by its name in any case. */
export function option({ query }: Received, name: string): string | undefined {
  return [...new URLSearchParams(query)].find(([given]) => given.toLowerCase() === name)?.[1];
}

/** Whether a page behind the first is asked for. */
export function isLaterPage(received: Received): boolean {
  return option(received, '$skiptoken') !== undefined;
}

/** The query with one option changed; undefined takes it out. */
export function withOption(received: Received, name: string, change: (value: string) => string | undefined): Received {
  const options = [...new URLSearchParams(received.query)].flatMap(([given, value]) => {
    const changed = given.toLowerCase() === name ? change(value) : value;
    return changed === undefined ? [] : [[given, changed] as const];
  });
  return { ...received, query: options.map((one) => one.map(encodeURIComponent).join('=')).join('&') };
}

/** Changes the page that list answers. */
export function onPage(change: (page: JsonObject, call: CallSoFar) => JsonObject): FaultHooks {
  return answering('list', (reply, call) =>
    reply.content.kind === 'json' && isJsonObject(reply.content.value)
      ? withJson(reply, change(reply.content.value, call))
      : reply,
  );
}

/** The cards on a page. */
export function items(page: JsonObject): readonly JsonObject[] {
  return Array.isArray(page['value']) ? (page['value'] as readonly JsonObject[]) : [];
}

/** Changes which cards list sees, before it filters them and cuts pages. */
export function listing(change: (cards: readonly PlacedCard[], call: Call) => readonly PlacedCard[]): FaultHooks {
  return {
    look: (cards, call) =>
      call.operation === 'list' ? { get: (id) => cards.get(id), all: () => change([...cards.all()], call) } : cards,
  };
}

/** Oldest first, as the store keeps them. */
export function pagesInOrder(cards: readonly PlacedCard[]): readonly PlacedCard[] {
  return cards.toSorted((a, b) => a.position - b.position);
}
