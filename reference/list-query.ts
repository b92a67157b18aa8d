import type { ApiVersion } from '../traffic/operation.ts';
import type { PlacedCard } from './card-store.ts';
import { Decisions } from './policy.ts';
import { Refusal } from './refusal.ts';
import type { TimeCard } from './time-card.ts';

/**
 * Query options of list. Source: list page ("$filter, $orderby, $top, $skipToken"), beta list example
 * (`$filter=state eq 'clockedOut'`), reported answer `Invalid filter clause`. Which properties can be filtered and sorted,
 * the size of a page and its maximum are not documented: these are this server's own.
 */
export interface ListQuery {
  readonly top: number;
  readonly matches: (card: TimeCard) => boolean;
  /** What the items are sorted by, smallest first; equal ones stay in the order of creation. */
  readonly rank: ((card: TimeCard) => number) | undefined;
  readonly after: PageMark | undefined;
}

/** The last item of a page, by what it is sorted by: the next page starts behind it, even if it is gone by then. */
export type PageMark = readonly [rank: number, position: number];

/**
 * Options without a meaning here are left aside; names of options match in any case (concepts/traverse-the-graph.md), and
 * in beta without their $ as well (concepts/query-parameters.md).
 */
export function readListQuery(query: string, decisions = new Decisions(), version: ApiVersion = 'v1.0'): ListQuery {
  const options = new Map([...new URLSearchParams(query)].map(([name, value]) => [nameOf(name, version), value]));
  return {
    top: readTop(options.get('$top'), decisions),
    matches: readFilter(options.get('$filter')),
    rank: readOrder(options.get('$orderby')),
    after: readMark(options.get('$skiptoken')),
  };
}

function nameOf(name: string, version: ApiVersion): string {
  const known = name.toLowerCase();
  return version === 'beta' && !known.startsWith('$') ? `$${known}` : known;
}

function readTop(text: string | undefined, decisions: Decisions): number {
  if (text === undefined) return decisions.on('pageSize');
  const top = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  const largest = decisions.on('largestPage');
  if (top > largest && decisions.on('beyondLargestPage') === 'largestPage') return largest;
  if (top < 1 || top > largest) throw bad(`Invalid value for $top: a number from 1 to ${largest} expected.`);
  return top;
}

function readFilter(text: string | undefined): ListQuery['matches'] {
  if (text === undefined) return () => true;
  const clause = /^\s*state\s+(eq|ne)\s+'(clockedIn|onBreak|clockedOut|unknownFutureValue)'\s*$/i.exec(text);
  if (clause === null) throw bad('Invalid filter clause');
  const [, operator, state] = clause;
  const wanted = operator?.toLowerCase() === 'eq';
  return (card) => (card.state.toLowerCase() === state?.toLowerCase()) === wanted;
}

const ranks: Readonly<Record<string, (card: TimeCard) => number>> = {
  createddatetime: (card) => Date.parse(card.createdDateTime),
  'clockinevent/datetime': (card) => (card.clockInEvent ? Date.parse(card.clockInEvent.dateTime) : 0),
};

function readOrder(text: string | undefined): ListQuery['rank'] {
  if (text === undefined) return undefined;
  const [, property = '', direction] = /^\s*([A-Za-z/]+)(?:\s+(asc|desc))?\s*$/i.exec(text) ?? [];
  const rank = ranks[property.toLowerCase()];
  if (rank === undefined) throw bad('Invalid orderby clause');
  return direction?.toLowerCase() === 'desc' ? (card) => -rank(card) : rank;
}

function readMark(token: string | undefined): PageMark | undefined {
  if (token === undefined) return undefined;
  const [, rank, position] = /^(-?\d{1,16}) (\d{1,16})$/.exec(Buffer.from(token, 'base64url').toString('latin1')) ?? [];
  if (rank === undefined || position === undefined) throw bad('Invalid skip token');
  return [Number(rank), Number(position)];
}

/** Opaque to the client: to be followed whole, inside `@odata.nextLink`. */
export function writeMark([rank, position]: PageMark): string {
  return Buffer.from(`${rank} ${position}`, 'latin1').toString('base64url');
}

export interface ListPage {
  readonly items: readonly PlacedCard[];
  /** Absent on the last page. */
  readonly next?: PageMark;
}

/** Looks one item further than the page, so that the last page carries no link. */
export function pageOf(all: Iterable<PlacedCard>, query: ListQuery): ListPage {
  const items: PlacedCard[] = [];
  for (const placed of inOrder(all, query)) {
    const last = items.at(-1);
    if (last && items.length === query.top) return { items, next: markOf(last, query) };
    items.push(placed);
  }
  return { items };
}

function* inOrder(all: Iterable<PlacedCard>, query: ListQuery): Iterable<PlacedCard> {
  const sorted = query.rank ? [...all].toSorted((a, b) => compare(markOf(a, query), markOf(b, query))) : all;
  for (const placed of sorted) {
    if (query.after && compare(markOf(placed, query), query.after) <= 0) continue;
    if (query.matches(placed.card)) yield placed;
  }
}

function markOf({ card, position }: PlacedCard, { rank }: ListQuery): PageMark {
  return [rank ? rank(card) : 0, position];
}

function compare(a: PageMark, b: PageMark): number {
  return a[0] - b[0] || a[1] - b[1];
}

function bad(message: string): Refusal {
  return new Refusal('BadRequest', message);
}
