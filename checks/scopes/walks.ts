import type { Exchange } from '../../traffic/exchange.ts';
import { equalJson } from '../../traffic/pointer.ts';
import { sameId } from '../assertions/assertions.ts';
import { sameActor } from '../assertions/same-actor.ts';
import type { Scope, Subject } from '../check.ts';
import type { JudgeContext } from '../context.ts';
import type { History } from '../card/history.ts';
import { itemsOf, type Entry, type Trace } from '../trace/trace.ts';
import { idsIn, inAnOrder, nextLink, queryOf, type Page } from './lists.ts';
import { listedBefore, type ListedIds } from './shown-by-lists.ts';
import { pageBefore, walkEndingWith, type Pages } from './walk-end.ts';

/** All pages of one list, from the first to the one without a nextLink, or to one that leads to itself. */
export interface Walk extends Subject {
  readonly pages: Pages;
  /** The ids of the items, in order, as often as they come. */
  readonly ids: readonly string[];
  /** The cards of the caller that were there all the while and that whoever lists can see: they made them, or were shown them. */
  readonly own: readonly History[];
  /** True for a card that was made in the team, for whomever, and is still there. */
  readonly isMade: (id: string) => boolean;
  /** The ids that an unlimited list showed before. */
  readonly listed: ListedIds;
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

/** The same before it is known where they end. */
export function walksSoFar(query: RegExp, through: 'own team' | 'another team'): Scope<Walk> {
  return {
    subjects(entry, trace, context) {
      const pages = pagesSoFar(query, through, entry, trace, context);
      if (pages === undefined || nextLink(entry) === undefined) return [];
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
 * pages by their place in the list, in whatever order that is, does not lose its place by them. In an order, also before it
 * is known where they end.
 */
export const walksPastDeletes: Scope<Walk & { readonly goesOnWithOwn: boolean }> = {
  subjects(entry, trace, context) {
    if (entry.operation !== 'list' || !entry.accepted) return [];
    const pages = walkEndingWith(entry, trace);
    const [first] = pages;
    const isOrdered = inAnOrder.test(queryOf(first));
    if (nextLink(entry) !== undefined && !isOrdered) return [];
    const deletes = trace.writesBetween(first.sequence, entry.sequence);
    if (deletes.length === 0 || !deletes.every((write) => isDeleteOfUnseen(write, pages))) return [];
    const isBySize = isOrdered || /^\$top=\d+$/.test(queryOf(first));
    if (first.location?.teamId !== context.teamId || !isBySize) return [];
    const walk = walkOf(pages, undefined, trace, context);
    const last = Math.max(...deletes.map(({ sequence }) => sequence));
    const behind = new Set(pages.filter(({ sequence }) => sequence > last).flatMap(idsIn));
    // Not spread: what takes much work is told only to whoever asks.
    return [Object.assign(walk, { goesOnWithOwn: walk.own.some(({ id }) => behind.has(id)) })];
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
    // In traffic of others a token may have ended, or have been spoiled to see what comes of it.
    if (exchange.intent === undefined && status === 401) return [];
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
    isMade: (id) => trace.living.get(id)?.madeBy?.teamId === context.teamId,
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
  shown: ListedIds,
): readonly History[] {
  return [...trace.living.values()].filter(
    (card) => isOwn(card, context) && (sameActor(card.madeBy?.actor, reader) || shown.has(card.id)),
  );
}

/** Made by this traffic, still there, and of the caller as far as that is known: who sees other people's cards is not documented. */
function isOwn({ madeBy, deletedBy, doubtful, owner }: History, context: JudgeContext): boolean {
  if (madeBy?.teamId !== context.teamId || deletedBy !== undefined || doubtful !== undefined) return false;
  // Ours are made for the caller; others make cards for whom they like.
  if (!context.capabilities.has('callerIdentity')) return context.ofOthers !== true;
  return sameId(owner, context.callerId);
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
