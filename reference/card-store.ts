import type { Held } from './time-clock.ts';
import type { TimeCard } from './time-card.ts';

/** A card at its place in the order of creation. */
export interface PlacedCard extends Held {
  /** Grows with every card and is never used again, so that a page token can point behind a deleted card. */
  readonly position: number;
}

/** The cards of one team, to look at, oldest first. */
export interface Cards {
  get(id: string): PlacedCard | undefined;
  all(): Iterable<PlacedCard>;
}

export class CardStore implements Cards {
  readonly #byId = new Map<string, PlacedCard>();
  readonly #openByUser = new Map<string, Set<string>>();
  #lastPosition = 0;

  get(id: string): PlacedCard | undefined {
    return this.#byId.get(id);
  }

  /** Adds a card behind all others, or puts it in the place of the one with its id. */
  put(held: Held): void {
    const { card } = held;
    const previous = this.#byId.get(card.id);
    if (previous) this.#forgetOpen(previous.card);
    this.#byId.set(card.id, { ...held, position: previous?.position ?? ++this.#lastPosition });
    if (card.state === 'clockedOut') return;
    const open = this.#openByUser.get(card.userId) ?? new Set();
    this.#openByUser.set(card.userId, open.add(card.id));
  }

  delete(id: string): void {
    const previous = this.#byId.get(id);
    if (previous) this.#forgetOpen(previous.card);
    this.#byId.delete(id);
  }

  /** In the order of creation: a map keeps it, also where a value is put anew. */
  all(): Iterable<PlacedCard> {
    return this.#byId.values();
  }

  openCardOf(userId: string): PlacedCard | undefined {
    const [id] = this.#openByUser.get(userId) ?? [];
    return id === undefined ? undefined : this.#byId.get(id);
  }

  #forgetOpen(card: TimeCard): void {
    const open = this.#openByUser.get(card.userId);
    open?.delete(card.id);
    if (open?.size === 0) this.#openByUser.delete(card.userId);
  }
}
