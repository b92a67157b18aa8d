import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { isWrite } from '../../traffic/operation.ts';
import { leavesInDoubt } from '../../traffic/undecided-status.ts';
import {
  cardIn,
  afterUnknownOutcome,
  afterRefusal,
  afterSight,
  afterSiblingOpened,
  unseenCard,
  written,
  type History,
  type View,
} from '../card/history.ts';
import { answerIn, areReadsBeside, isMeantAsSent, operationAt, TracedEntry, type Entry } from './entry.ts';
import { isDocumentedCard, saysItsState } from '../card/documented-card.ts';
import { mayBegin, mayTouchKnown } from '../card/touching-writes.ts';
import { itemsOf } from './items-of.ts';
import { ShownView } from './shown-view.ts';
import { TraceIndex } from './trace-index.ts';

export type { Entry } from './entry.ts';
export { itemsOf } from './items-of.ts';

/** So many of the latest exchanges are looked at again and again. */
const mostFresh = 32;

/** Follows traffic, exchange by exchange, and keeps one history per card. */
export class Trace extends TraceIndex {
  readonly #entries: TracedEntry[] = [];
  readonly #cards = new Map<string, History>();
  /** What of the cards is still there, as far as is known, and what is not. */
  readonly #living = new Map<string, History>();
  readonly #deleted = new Map<string, History>();
  /** What of the living may be open. */
  readonly #open = new Map<string, History>();
  /** The last exchange, or the last two where both are reads that were sent together, and are repeated together. */
  #last: Entry[] = [];
  /** What they changed, so that a repeated read can step back. */
  #undo: (readonly [id: string, before: History | undefined])[] = [];

  /** Ids of cards that were there before the first exchange, as far as they are known. */
  readonly #before: ReadonlySet<string>;

  constructor(cardsBefore: readonly { readonly id: string }[] = []) {
    super();
    this.#before = new Set(cardsBefore.map(({ id }) => id));
  }

  /** The exchanges so far, those that were repeated left out. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** The cards that are not gone, as far as is known. */
  get living(): ReadonlyMap<string, History> {
    return this.#living;
  }

  /** The living cards that are not known to be closed. */
  get open(): ReadonlyMap<string, History> {
    return this.#open;
  }

  /** The cards that were deleted. */
  get deleted(): ReadonlyMap<string, History> {
    return this.#deleted;
  }

  /** All that is known about each card, as of the last exchange. */
  get cards(): ReadonlyMap<string, History> {
    return this.#cards;
  }

  /** Takes in the next exchange. A repeated request takes the place of the one that it repeats. */
  add(exchange: Exchange): Entry {
    const repeated = exchange.intent?.repeatOf;
    if (this.#last.some(({ sequence }) => sequence === repeated)) this.#stepBack();
    const entry = this.#entryOf(exchange);
    if (!this.#last.some((one) => areReadsBeside(one, entry))) {
      this.#last = [];
      this.#undo = [];
    }
    this.#last.push(entry);
    this.#entries.push(entry);
    this.#entries.at(-1 - mostFresh)?.letGo();
    this.place(entry);
    this.#learn(entry);
    return entry;
  }

  /** Takes the last exchange back, as if it had not been: a read that may show an old state says nothing of its card. */
  withdraw(): void {
    this.#stepBack();
  }

  #entryOf(exchange: Exchange): TracedEntry {
    const { request, outcome } = exchange;
    const location = locate(request.method, request.url);
    const status = outcome.kind === 'response' ? outcome.status : undefined;
    const cardId = location?.cardId;
    const shownId = cardIn(answerIn(exchange))?.id;
    return new TracedEntry({
      exchange,
      operation: operationAt(exchange, location),
      location,
      status,
      accepted: status !== undefined && status >= 200 && status < 300,
      cardId,
      before: cardId === undefined ? undefined : this.#cards.get(cardId),
      shownBefore: shownId === undefined ? undefined : this.#cards.get(shownId),
    });
  }

  #stepBack(): void {
    for (const entry of this.#last.toReversed()) {
      this.#entries.pop();
      this.remove(entry);
    }
    this.#last = [];
    for (const [id, before] of this.#undo.toReversed()) this.#put(id, before);
    this.#undo = [];
  }

  #learn(entry: Entry): void {
    const { operation, sequence, cardId, before } = entry;
    if (before !== undefined && isInDoubt(entry)) this.#keep(afterUnknownOutcome(before, operation));
    if (before !== undefined && isRefusedWrite(entry)) this.#keep(afterRefusal(before, sequence));
    const met = (entry.accepted || isInDoubt(entry)) && this.#touchOthers(entry);
    if (!entry.accepted) return;
    if (operation === 'clockIn' || operation === 'create') {
      this.#make(entry, operation);
      const made = met ? this.#cards.get(cardIn(entry.answer)?.id ?? '') : undefined;
      // Which of two at once came first is not known, so that either may have been touched by the other.
      if (made !== undefined && entry.exchange.intent?.overlaps !== undefined)
        this.#keep(afterSiblingOpened(made, sequence));
    } else if (operation === 'list') {
      if (showsWholeCards(entry))
        for (const [index, item] of itemsOf(entry.answer).entries()) this.#list(item, entry.exchange, index);
    } else if (operation === 'get') {
      const card = cardIn(entry.answer);
      // Another card than the one asked for is no word on either.
      if (card !== undefined && card.id === cardId && showsWholeCards(entry))
        this.#see(new ShownView(entry.exchange, 'get'), card.id);
    } else if (operation !== 'unknown' && before !== undefined) {
      // Under another team there is no such card: what an accepted write did there, if anything, a read must tell.
      const elsewhere = before.madeBy !== undefined && before.madeBy.teamId !== entry.location?.teamId;
      // A confirmation sets the flag of its confirmer: of somebody unknown nothing shows whether it is there yet.
      const shows = operation !== 'confirm' || entry.exchange.actor !== 'unknown';
      const saysState = isMeantAsSent(entry) && saysItsState(entry.sent ?? {});
      this.#keep(
        elsewhere ? afterUnknownOutcome(before, operation) : written(before, { operation, sequence, shows, saysState }),
      );
    }
  }

  #make(entry: Entry, operation: 'clockIn' | 'create'): void {
    const { answer, sequence, exchange, location, sent } = entry;
    const card = cardIn(answer);
    if (card === undefined) return;
    if (this.#wasThereBefore(entry)) {
      this.#keep(
        afterSight(
          afterUnknownOutcome(this.#cards.get(card.id) ?? unseenCard(card.id), operation),
          new ShownView(exchange, operation),
        ),
      );
      return;
    }
    const madeBy = { operation, sequence, actor: exchange.actor, teamId: location?.teamId };
    const documented =
      exchange.intent?.mutation === undefined && (operation === 'clockIn' || isDocumentedCard(sent ?? {}));
    const made: History = {
      ...unseenCard(card.id),
      madeBy,
      ...(documented ? { documentedLife: true, knownState: true } : {}),
    };
    this.#keep(afterSight(made, new ShownView(exchange, operation)));
  }

  /** The card in the answer had been shown before it was asked for: none was made, and what was done to it no page says. */
  #wasThereBefore({ shownBefore: known, exchange, answer }: Entry): boolean {
    if (this.#before.has(cardIn(answer)?.id ?? '')) return true;
    const shownBy = this.at(known?.latest?.sequence ?? known?.madeBy?.sequence)?.exchange;
    return shownBy !== undefined && known?.deletedBy === undefined && shownBy.endedAt <= exchange.startedAt;
  }

  /** A second clockIn may close the first card (TC-CLOCKIN-024), or a create cut one of the same time (TC-CREATE-014). */
  #touchOthers(entry: Entry): boolean {
    if (!mayBegin(entry)) return false;
    // Whoever clocks in does not meet what has ended.
    const met = entry.operation === 'clockIn' ? this.#open : this.#living;
    const others = [...met.values()].filter((card) => mayTouchKnown(entry, card));
    for (const card of others) this.#keep(afterSiblingOpened(card, entry.sequence));
    return others.length > 0;
  }

  /** A list may lag behind, and is judged on its own: it never overrules what a get or the making of a card has shown. */
  #list(item: Json, exchange: Exchange, index: number): void {
    const card = cardIn(item);
    const known = card === undefined ? undefined : this.#cards.get(card.id);
    if (card === undefined || (known !== undefined && known.latest?.by !== 'list') || known?.writes.length) return;
    this.#see(new ShownView(exchange, 'list', index), card.id);
  }

  #see(view: View, id: string): void {
    const known = this.#cards.get(id) ?? unseenCard(id);
    // A card that was deleted and shows again is TC-DELETE-002's business; it is expected to be gone all the same.
    if (known.deletedBy === undefined) this.#keep(afterSight(known, view));
  }

  #keep(history: History): void {
    if (this.#cards.get(history.id) === history) return;
    this.#undo.push([history.id, this.#cards.get(history.id)]);
    this.#put(history.id, history);
  }

  #put(id: string, history: History | undefined): void {
    if (history === undefined) this.#cards.delete(id);
    else this.#cards.set(id, history);
    if (history === undefined || history.state === 'gone') this.#living.delete(id);
    else this.#living.set(id, history);
    if (history === undefined || history.state === 'gone' || history.state === 'clockedOut') this.#open.delete(id);
    else this.#open.set(id, history);
    if (history?.deletedBy === undefined) this.#deleted.delete(id);
    else this.#deleted.set(id, history);
  }
}

/** True for a write of which nobody knows whether it was done: broken off, or answered with a status that does not tell. */
export function isInDoubt({ operation, status }: Pick<Entry, 'operation' | 'status'>): boolean {
  return operation !== 'unknown' && isWrite(operation) && (status === undefined || leavesInDoubt(status));
}

/** True for a write that was refused for good. After a timeout (408) nobody knows, and 429 says only "not now". */
function isRefusedWrite({ operation, status = 0 }: Entry): boolean {
  const refusal = status >= 400 && status < 500 && !leavesInDoubt(status);
  return operation !== 'unknown' && isWrite(operation) && refusal;
}

/** False where the query may have left properties out or added some. */
export function showsWholeCards({ location, operation }: Entry): boolean {
  const query = location?.query ?? '';
  return operation === 'get' ? query === '' : !/(\$|%24)(select|expand|apply)/i.test(query);
}
