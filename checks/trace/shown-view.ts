import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { spanOf, type Span } from '../assertions/same-time.ts';
import type { View } from '../card/history.ts';
import { answerIn } from './entry.ts';
import { itemsOf } from './items-of.ts';

/** A representation that is looked up in the answer that shows it: of what a capture keeps as text, no card stays taken apart. */
export class ShownView implements View {
  readonly by: View['by'];
  readonly #exchange: Exchange;
  readonly #item: number | undefined;
  #span: Span | undefined;

  /** @param item its place in the list that the answer is */
  constructor(exchange: Exchange, by: View['by'], item?: number) {
    this.by = by;
    this.#exchange = exchange;
    this.#item = item;
  }

  get sequence(): number {
    return this.#exchange.sequence;
  }

  get card(): JsonObject {
    const answer = answerIn(this.#exchange);
    const card = this.#item === undefined ? answer : itemsOf(answer)[this.#item];
    return isJsonObject(card) ? card : {};
  }

  /** Asked of every card that is there whenever one begins. */
  get span(): Span {
    return (this.#span ??= spanOf(this.card));
  }
}
