import type { Json } from '../../traffic/json.ts';
import { isAddressable } from './addressable.ts';
import type { WhyNotOurs } from './ownership.ts';
import { rawMembers } from './raw-members.ts';

/** The id of the card that an answer shows, or why the card cannot be addressed by it. */
export type CardId = { readonly id: string } | { readonly unusable: WhyNotOurs };

/**
 * Reads an id from the text of an answer: JSON.parse would hide that there are two, and rounds numbers beyond 2^53 to the id
 * of a neighbour. Undefined where there is none.
 *
 * @param text whole JSON, which JSON.parse takes
 */
export function cardIdIn(text: string): CardId | undefined {
  const [first, ...others] = rawMembers(text).filter(([name]) => name === 'id');
  if (first === undefined) return undefined;
  if (others.length > 0) return { unusable: 'idTwice' };
  const [, raw] = first;
  const value = JSON.parse(raw) as Json;
  if (value === null || value === '') return undefined;
  const id = typeof value === 'number' ? exact(value, raw) : value;
  return typeof id === 'string' && isAddressable(id) ? { id } : { unusable: 'notAddressable' };
}

function exact(value: number, raw: string): string | undefined {
  return Number.isSafeInteger(value) && String(value) === raw ? raw : undefined;
}
