import type { Exchange } from '../specs/exchange.ts';
import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import { locate, type Location } from '../specs/location.ts';
import { isWrite, type Operation } from '../specs/operation.ts';
import { at } from '../specs/pointer.ts';
import { cardIn, doubted, seen, written, type History } from './history.ts';

/** One exchange with everything that the traffic before it says about it. */
export interface Entry {
  readonly exchange: Exchange;
  readonly sequence: number;
  readonly operation: Operation | 'unknown';
  readonly location: Location | undefined;
  readonly status: number | undefined;
  /** Answered with a status of success. */
  readonly accepted: boolean;
  /** The body of the answer, if it is JSON. */
  readonly answer: Json | undefined;
  /** The body of the request, if it is a JSON object. */
  readonly sent: JsonObject | undefined;
  readonly cardId: string | undefined;
  /** What was known about the addressed card before this exchange. */
  readonly before: History | undefined;
}

/** Follows traffic, exchange by exchange, and keeps one history per card. */
export class Trace {
  readonly #entries: Entry[] = [];
  readonly #cards = new Map<string, History>();
  /** What the last exchange changed, so that a repeated read can step back. */
  #undo: (readonly [id: string, before: History | undefined])[] = [];

  /** The exchanges so far, the repeated reads left out. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** All that is known about each card, as of the last exchange. */
  get cards(): ReadonlyMap<string, History> {
    return this.#cards;
  }

  /** Takes in the next exchange. A repeated read takes the place of the one that it repeats. */
  add(exchange: Exchange): Entry {
    if (exchange.intent?.rereadOf !== undefined) this.#stepBack();
    this.#undo = [];
    const entry = this.#entryOf(exchange);
    this.#entries.push(entry);
    this.#learn(entry);
    return entry;
  }

  #entryOf(exchange: Exchange): Entry {
    const { request, outcome } = exchange;
    const location = locate(request.method, request.url);
    const status = outcome.kind === 'response' ? outcome.status : undefined;
    const cardId = location?.cardId;
    return {
      exchange,
      sequence: exchange.sequence,
      operation: exchange.operation === 'unknown' ? (location?.operation ?? 'unknown') : exchange.operation,
      location,
      status,
      accepted: status !== undefined && status >= 200 && status < 300,
      answer: outcome.kind === 'response' && outcome.body.kind === 'json' ? outcome.body.value : undefined,
      sent: request.body.kind === 'json' && isJsonObject(request.body.value) ? request.body.value : undefined,
      cardId,
      before: cardId === undefined ? undefined : this.#cards.get(cardId),
    };
  }

  #stepBack(): void {
    this.#entries.pop();
    for (const [id, before] of this.#undo.toReversed()) {
      if (before === undefined) this.#cards.delete(id);
      else this.#cards.set(id, before);
    }
  }

  #learn(entry: Entry): void {
    const { operation, sequence, cardId, before } = entry;
    if (isInDoubt(entry) && before !== undefined) this.#keep(doubted(before));
    if (!entry.accepted) return;
    if (operation === 'clockIn' || operation === 'create') {
      const card = cardIn(entry.answer);
      if (card === undefined) return;
      this.#keep(
        seen({ id: card.id, madeBy: { operation, sequence }, writes: [], state: 'unknown' }, { card, sequence }),
      );
    } else if (operation === 'list') {
      // Only a get settles what a write did: a list may lag behind, and is judged on its own.
      for (const item of itemsOf(entry.answer)) this.#see(item, sequence, (known) => known.writes.length === 0);
    } else if (operation === 'get') {
      this.#see(entry.answer, sequence, () => true);
    } else if (operation !== 'unknown' && cardId !== undefined && before !== undefined) {
      this.#keep(written(before, { operation, sequence }));
    }
  }

  #see(value: Json | undefined, sequence: number, settles: (known: History) => boolean): void {
    const card = cardIn(value);
    if (card === undefined) return;
    const known = this.#cards.get(card.id) ?? { id: card.id, writes: [], state: 'unknown' };
    if (settles(known)) this.#keep(seen(known, { card, sequence }));
  }

  #keep(history: History): void {
    this.#undo.push([history.id, this.#cards.get(history.id)]);
    this.#cards.set(history.id, history);
  }
}

/** True for a write of which nobody knows whether it was done: broken off, or answered 5xx, where 501 says that it was not. */
export function isInDoubt({ operation, status }: Pick<Entry, 'operation' | 'status'>): boolean {
  return operation !== 'unknown' && isWrite(operation) && (status === undefined || (status >= 500 && status !== 501));
}

/** The items of a list answer; none if it is not one. */
export function itemsOf(answer: Json | undefined): readonly Json[] {
  const value = at(answer, '/value');
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
