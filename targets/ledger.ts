/** A write to a card that this run did not make was stopped before it reached the network. */
export class ForeignCard extends Error {
  override readonly name = 'ForeignCard';

  constructor(id: string) {
    super(`refused to write to card ${id}: this run did not make it`);
  }
}

/** The cards that this run made and has not removed. Only they can be the object of a write. */
export class Ledger {
  readonly #open = new Set<string>();

  made(id: string): void {
    this.#open.add(id);
  }

  removed(id: string): void {
    this.#open.delete(id);
  }

  /** @throws ForeignCard unless the card is ours or made up */
  permit(card: { readonly id: string; readonly madeUp: boolean }): void {
    if (!card.madeUp && !this.#open.has(card.id)) throw new ForeignCard(card.id);
  }
}
