import { isJsonObject, type Json } from '../../specs/json.ts';
import { at } from '../../specs/pointer.ts';
import type { Scope, Subject } from '../check.ts';
import type { History } from '../history.ts';
import { itemsOf, type Entry, type Trace } from '../trace.ts';

/** One answered list request. */
export interface Page extends Subject {
  readonly entry: Entry;
  readonly items: readonly Json[];
}

/** Every accepted list whose query, percent-decoded, matches. */
export function pages(query: RegExp): Scope<Page> {
  return {
    subjects(entry) {
      if (entry.operation !== 'list' || !entry.accepted || !query.test(queryOf(entry))) return [];
      return [{ entry, items: itemsOf(entry.answer), evidence: [entry.sequence] }];
    },
  };
}

/** All pages of one unfiltered list, from the first to the one without a nextLink. */
export interface Walk extends Subject {
  readonly pages: readonly Entry[];
  readonly ids: ReadonlySet<string>;
  /** Every card that the traffic so far has shown. */
  readonly cards: readonly History[];
}

export const wholeWalks: Scope<Walk> = {
  subjects(entry, trace, { teamId }) {
    if (entry.operation !== 'list' || !entry.accepted || nextLink(entry) !== undefined) return [];
    if (entry.location?.teamId !== teamId) return [];
    const walked = walkEndingWith(entry, trace);
    const first = walked[0];
    if (first === undefined || /\$(filter|skip|top|search)/i.test(queryOf(first))) return [];
    const ids = walked.flatMap((page) =>
      itemsOf(page.answer).map((item) => (isJsonObject(item) ? item['id'] : undefined)),
    );
    const known = new Set(ids.filter((id) => typeof id === 'string'));
    const cards = [...trace.cards.values()];
    const basis = cards.flatMap(({ deletedBy, madeBy }) => deletedBy ?? madeBy?.sequence ?? []);
    return [{ pages: walked, ids: known, cards, evidence: [...basis, ...walked.map(({ sequence }) => sequence)] }];
  },
};

function walkEndingWith(last: Entry, trace: Trace): readonly Entry[] {
  const walked = [last];
  for (;;) {
    const first = walked[0];
    const previous = trace.entries.findLast(
      (candidate) =>
        first !== undefined &&
        candidate.sequence < first.sequence &&
        nextLink(candidate) === first.exchange.request.url,
    );
    if (previous === undefined) return walked;
    walked.unshift(previous);
  }
}

function nextLink(entry: Entry): string | undefined {
  const link = at(entry.answer, '/@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}

export function queryOf(entry: Entry): string {
  try {
    return decodeURIComponent((entry.location?.query ?? '').replaceAll('+', ' '));
  } catch {
    return entry.location?.query ?? '';
  }
}
