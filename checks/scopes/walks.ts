import type { Exchange } from '../../specs/exchange.ts';
import { equalJson } from '../../specs/pointer.ts';
import { sameId } from '../assertions.ts';
import { sameActor } from '../same-actor.ts';
import type { Scope, Subject } from '../check.ts';
import type { JudgeContext } from '../context.ts';
import type { History } from '../history.ts';
import { itemsOf, type Entry, type Trace } from '../trace.ts';
import { idsIn, nextLink, queryOf, type Page } from './lists.ts';

/** All pages of one list, from the first to the one without a nextLink, or to one that leads to itself. */
export interface Walk extends Subject {
  readonly pages: Pages;
  /** The ids of the items, in order, as often as they come. */
  readonly ids: readonly string[];
  /** The cards of the caller that were there all the while and that whoever lists can see: they made them, or were shown them. */
  readonly own: readonly History[];
  /** The ids that an unlimited list showed before. */
  readonly listed: Pick<ReadonlySet<string>, 'has'>;
  /** The cards that were gone before the first page, by their id. */
  readonly gone: ReadonlyMap<string, History>;
  /** The link of a page that leads to the same page again, or of the last of so many empty ones. */
  readonly endless: string | undefined;
  /** No page is to come. */
  readonly isOver: boolean;
}

/** Walks whose first query, percent-decoded, matches, through the team of the configuration or through another. */
export function walks(query: RegExp, through: 'own team' | 'another team'): Scope<Walk> {
  return {
    subjects(entry, trace, context) {
      const pages = pagesSoFar(query, through, entry, trace, context);
      if (pages === undefined) return [];
      const link = nextLink(entry);
      const endless = turnsInCircle(pages, entry) || isEmptyForLong(pages) ? link : undefined;
      return link !== undefined && endless === undefined ? [] : [walkOf(pages, endless, trace, context)];
    },
  };
}

/** The same from the second page on, before it is known where they end. */
export function walksSoFar(query: RegExp, through: 'own team' | 'another team'): Scope<Walk> {
  return {
    subjects(entry, trace, context) {
      const pages = pagesSoFar(query, through, entry, trace, context);
      if (pages === undefined || pages.length === 1 || nextLink(entry) === undefined) return [];
      return turnsInCircle(pages, entry) ? [] : [walkOf(pages, undefined, trace, context)];
    },
  };
}

/** The pages that lead to this one, if it is one of such a walk and nothing was written since the first. */
function pagesSoFar(
  query: RegExp,
  through: 'own team' | 'another team',
  entry: Entry,
  trace: Trace,
  context: JudgeContext,
): Pages | undefined {
  if (entry.operation !== 'list' || !entry.accepted) return undefined;
  const pages = walkEndingWith(entry, trace);
  const [first] = pages;
  const { location, exchange } = first;
  if (location === undefined || (location.teamId === context.teamId) !== (through === 'own team')) return undefined;
  if (!query.test(queryOf(first)) || exchange.intent?.mutation !== undefined) return undefined;
  return isDisturbed(first, entry, trace) ? undefined : pages;
}

/**
 * Lists by pages during which nothing was written but deletes of cards that no page had shown yet: a server that counts
 * pages by their place in the list, in whatever order that is, does not lose its place by them.
 */
export const walksPastDeletes: Scope<Walk> = {
  subjects(entry, trace, context) {
    if (entry.operation !== 'list' || !entry.accepted || nextLink(entry) !== undefined) return [];
    const pages = walkEndingWith(entry, trace);
    const [first] = pages;
    const deletes = trace.writesBetween(first.sequence, entry.sequence);
    if (deletes.length === 0 || !deletes.every((write) => isDeleteOfUnseen(write, pages))) return [];
    if (first.location?.teamId !== context.teamId || !/^\$top=\d+$/.test(queryOf(first))) return [];
    return [walkOf(pages, undefined, trace, context)];
  },
};

function isDeleteOfUnseen({ operation, accepted, cardId, sequence }: Entry, pages: Pages): boolean {
  const shown = pages.filter((page) => page.sequence < sequence).flatMap(idsIn);
  return operation === 'delete' && accepted && cardId !== undefined && !shown.some((id) => sameId(id, cardId));
}

/** A link of a page that was just read, and what came of following it. */
export interface FollowedLink extends Subject {
  readonly entry: Entry;
}

/** How long a link must be good for, in milliseconds: no page says it, and a client that reads on at once needs less. */
const soon = 60_000;

/** Every link to a next page that the reader of the page before it followed at once, with no write in between. */
export const followedLinks: Scope<FollowedLink> = {
  subjects(entry, trace) {
    const { exchange, sequence, status } = entry;
    const isRead = exchange.request.method === 'GET' && entry.cardId === undefined && status !== undefined;
    if (!isRead || exchange.intent?.mutation !== undefined) return [];
    const page = pageBefore(entry, trace);
    if (page === undefined || !page.accepted || !sameActor(page.exchange.actor, exchange.actor)) return [];
    if (exchange.startedAt - page.exchange.endedAt > soon || isDisturbed(page, entry, trace)) return [];
    return [{ entry, evidence: [page.sequence, sequence] }];
  },
};

/** The first page with items of a list whose first query matches: those before it, if any, are empty. */
export function firstFilledPages(query: RegExp): Scope<Page> {
  return {
    subjects(entry, trace) {
      const items = itemsOf(entry.answer);
      if (entry.operation !== 'list' || !entry.accepted || items.length === 0) return [];
      const pages = walkEndingWith(entry, trace);
      if (!query.test(queryOf(pages[0])) || pages.slice(0, -1).some((page) => idsIn(page).length > 0)) return [];
      return [{ entry: pages[0], items, evidence: pages.map(({ sequence }) => sequence) }];
    },
  };
}

/** A page behind the first, with those that lead to it: it can be judged before the last one is there. */
export interface LaterPage extends Subject {
  readonly first: Entry;
  readonly page: Entry;
}

/** The pages behind the first of lists whose first query, percent-decoded, matches, through the team of the configuration. */
export function laterPages(query: RegExp): Scope<LaterPage> {
  return {
    subjects(entry, trace, context) {
      if (entry.operation !== 'list' || !entry.accepted) return [];
      const pages = walkEndingWith(entry, trace);
      const [first] = pages;
      if (pages.length === 1 || first.location?.teamId !== context.teamId || !query.test(queryOf(first))) return [];
      if (first.exchange.intent?.mutation !== undefined || isDisturbed(first, entry, trace)) return [];
      return [{ first, page: entry, evidence: pages.map(({ sequence }) => sequence) }];
    },
  };
}

/**
 * What is known of the cards is known since before the first page: nothing was written meanwhile. What a walk takes much work
 * to tell it tells only whoever asks.
 */
function walkOf(pages: Pages, endless: string | undefined, trace: Trace, context: JudgeContext): Walk {
  const [{ exchange, sequence: start }] = pages;
  let own: readonly History[] | undefined;
  return {
    pages,
    ids: pages.flatMap(idsIn),
    get own() {
      own ??= ownCards(trace, context, exchange.actor, listedBefore(start, trace, exchange.actor));
      return own;
    },
    listed: listedBefore(start, trace),
    gone: trace.deleted,
    endless,
    isOver: nextLink(pages.at(-1) ?? pages[0]) === undefined || endless !== undefined,
    get evidence() {
      const basis = [...this.own.flatMap(({ madeBy }) => madeBy?.sequence ?? []), ...deletesOf(this.gone)];
      return [...basis, ...pages.map(({ sequence }) => sequence)];
    },
  };
}

function deletesOf(gone: ReadonlyMap<string, History>): readonly number[] {
  return [...gone.values()].flatMap(({ deletedBy }) => deletedBy ?? []);
}

function ownCards(
  trace: Trace,
  context: JudgeContext,
  reader: Exchange['actor'],
  shown: Walk['listed'],
): readonly History[] {
  return [...trace.living.values()].filter(
    (card) => isOwn(card, context) && (sameActor(card.madeBy?.actor, reader) || shown.has(card.id)),
  );
}

/** The ids on any page of a whole list before that number, of anybody or of that reader: the first page may be empty. */
function listedBefore(start: number, trace: Trace, reader?: Exchange['actor']): Walk['listed'] {
  return { has: (id) => firstShown(id, trace, reader) < start };
}

/** What the whole lists of a trace show: for each reader, and for all of them, where an id was first shown. */
interface Shown {
  /** So many exchanges of the trace are in. */
  seen: number;
  readonly byReader: Map<Exchange['actor'] | undefined, Map<string, number>>;
}

const shownByLists = new WeakMap<Trace, Shown>();
/** The last exchange may be taken back, and with it one that was beside it. */
const mayBeTakenBack = 2;

function firstShown(id: string, trace: Trace, reader: Exchange['actor'] | undefined): number {
  const shown = shownByLists.get(trace) ?? { seen: 0, byReader: new Map() };
  shownByLists.set(trace, shown);
  const { entries } = trace;
  for (; shown.seen < entries.length - mayBeTakenBack; shown.seen += 1) noteShown(shown, entries[shown.seen], trace);
  const known = shown.byReader.get(reader)?.get(id);
  if (known !== undefined) return known;
  const latest = entries.slice(shown.seen).find((entry) => {
    const isByReader = reader === undefined || sameActor(entry.exchange.actor, reader);
    return isByReader && isOfWholeList(entry, trace) && idsIn(entry).includes(id);
  });
  return latest?.sequence ?? Infinity;
}

function noteShown({ byReader }: Shown, entry: Entry | undefined, trace: Trace): void {
  if (entry === undefined || !isOfWholeList(entry, trace)) return;
  const { actor } = entry.exchange;
  for (const reader of sameActor(actor, actor) ? [undefined, actor] : [undefined]) {
    const known = byReader.get(reader) ?? new Map<string, number>();
    byReader.set(reader, known);
    for (const id of idsIn(entry)) if (!known.has(id)) known.set(id, entry.sequence);
  }
}

function isOfWholeList(entry: Entry, trace: Trace): boolean {
  return entry.operation === 'list' && entry.accepted && walkEndingWith(entry, trace)[0].location?.query === '';
}

/** Made by this traffic, still there, and of the caller as far as that is known: who sees other people's cards is not documented. */
function isOwn({ madeBy, deletedBy, doubtful, owner }: History, context: JudgeContext): boolean {
  if (madeBy?.teamId !== context.teamId || deletedBy !== undefined || doubtful !== undefined) return false;
  // Ours are made for the caller; others make cards for whom they like.
  if (!context.capabilities.has('callerIdentity')) return context.ofOthers !== true;
  return sameId(owner, context.callerId);
}

/** In order; never empty, as the last one is there. */
type Pages = readonly [first: Entry, ...others: Entry[]];

const walkOfLastPage = new WeakMap<Entry, Pages>();

/** The pages that lead to the last one, link by link, and that one. Asked by many checks, and found once. */
export function walkEndingWith(last: Entry, trace: Trace): Pages {
  const known = walkOfLastPage.get(last);
  if (known !== undefined) return known;
  const previous = pageBefore(last, trace);
  const pages: Pages = previous === undefined ? [last] : [...walkEndingWith(previous, trace), last];
  walkOfLastPage.set(last, pages);
  return pages;
}

/** The latest answer before it that links to it. */
function pageBefore({ exchange, sequence }: Entry, trace: Trace): Entry | undefined {
  return trace.linkingTo(exchange.request.url, sequence);
}

/** True where the last page is for the second time what it was before: the same URL, the same answer, the same link. */
function turnsInCircle(pages: Pages, last: Entry): boolean {
  const { url } = last.exchange.request;
  return pages.filter((page) => page.exchange.request.url === url && equalJson(page.answer, last.answer)).length === 2;
}

/** A page may be empty, and a next one follow; so many in a row lead nowhere. */
const mostEmptyPages = 20;

function isEmptyForLong(pages: Pages): boolean {
  const latest = pages.slice(-mostEmptyPages);
  return latest.length === mostEmptyPages && latest.every((page) => idsIn(page).length === 0);
}

/** A write between two pages may move cards from one to the other. */
function isDisturbed(first: Entry, last: Entry, trace: Trace): boolean {
  return trace.writesBetween(first.sequence, last.sequence).length > 0;
}
