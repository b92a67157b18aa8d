import type { Exchange } from '../../traffic/exchange.ts';
import { isAddressable } from '../../targets/ledger/addressable.ts';
import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';

/** The id of a card that was made. A number is no id, but the card behind it has to be removed all the same. */
export function idIn(body: Json | undefined): string | undefined {
  const id = at(body, '/id');
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : undefined;
}

/** The id of a card that was made, where a URL with it leads to that card and to no other. */
export function addressableIdIn(body: Json | undefined): string | undefined {
  const id = idIn(body);
  const isExact = typeof at(body, '/id') !== 'number' || Number.isSafeInteger(Number(id));
  return id !== undefined && isExact && isAddressable(id) ? id : undefined;
}

/** The text of the answer's body; empty without one. */
export function answerText({ outcome }: Exchange): string {
  return outcome.kind === 'response' && outcome.body.kind !== 'empty' ? outcome.body.text : '';
}

export function sameOrigin(link: string, baseUrl: string): boolean {
  return URL.canParse(link) && new URL(link).origin === new URL(baseUrl).origin;
}

/** The ids of the cards on a page of a list. */
export function cardIdsIn({ outcome }: Exchange): readonly string[] {
  const items = outcome.kind === 'response' && outcome.body.kind === 'json' ? at(outcome.body.value, '/value') : [];
  return Array.isArray(items) ? (items as readonly Json[]).flatMap((item) => idIn(item) ?? []) : [];
}
