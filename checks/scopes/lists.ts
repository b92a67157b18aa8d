import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import type { Scope, Subject } from '../check.ts';
import { linkIn } from '../page-link.ts';
import { itemsOf, type Entry } from '../trace/trace.ts';

/** One answered list request. */
export interface Page extends Subject {
  readonly entry: Entry;
  readonly items: readonly Json[];
}

/** Every accepted list whose query, percent-decoded, matches, and whose answer holds items. */
export function pages(query: RegExp): Scope<Page> {
  return {
    subjects(entry) {
      if (entry.operation !== 'list' || !entry.accepted || !query.test(queryOf(entry))) return [];
      if (!Array.isArray(at(entry.answer, '/value'))) return [];
      return [{ entry, items: itemsOf(entry.answer), evidence: [entry.sequence] }];
    },
  };
}

/** The query of a list of all cards in an order, percent-decoded. */
export const inAnOrder = /^(\$top=\d+&)?\$orderby=[^&]+$/i;

export function nextLink(entry: Entry): string | undefined {
  return linkIn(entry.answer);
}

/** The ids of a page's items; items without one are left out. */
export function idsIn(entry: Entry): readonly string[] {
  const known = idsOfPages.get(entry);
  if (known !== undefined) return known;
  const ids = itemsOf(entry.answer).flatMap((item) => {
    const id = isJsonObject(item) ? item['id'] : undefined;
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
  });
  idsOfPages.set(entry, ids);
  return ids;
}

/** Asked by many checks, and found once. */
const idsOfPages = new WeakMap<Entry, readonly string[]>();

export function queryOf(entry: Entry): string {
  try {
    return decodeURIComponent((entry.location?.query ?? '').replaceAll('+', ' '));
  } catch {
    return entry.location?.query ?? '';
  }
}
