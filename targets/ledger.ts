/** A write to a card that this run did not make was stopped before it reached the network. */
class ForeignCard extends Error {
  override readonly name = 'ForeignCard';

  constructor(id: string) {
    super(`refused to write to card ${id}: this run did not make it`);
  }
}

/** How many removed cards are remembered, so that the ledger does not grow with the run. */
const mostRemoved = 1000;

/** The cards that this run made. Only they can be the object of a write; removing one twice harms nobody. */
export class Ledger {
  readonly #open = new Set<string>();
  readonly #removed = new Set<string>();

  made(id: string): void {
    this.#open.add(id);
  }

  removed(id: string): void {
    this.#open.delete(id);
    this.#removed.add(id);
    const [oldest] = this.#removed;
    if (this.#removed.size > mostRemoved && oldest !== undefined) this.#removed.delete(oldest);
  }

  /** @throws ForeignCard unless the card is ours or made up */
  permit(card: { readonly id: string; readonly madeUp: boolean }): void {
    if (!card.madeUp && !this.#open.has(card.id) && !this.#removed.has(card.id)) throw new ForeignCard(card.id);
  }
}
