import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { isAddressable } from './addressable.ts';
import { mostRemoved, type OwnershipChange, type WhyNotOurs } from './ownership.ts';

/** A card that was answered to a request for a new one and is not ours. */
export interface OtherCard {
  /** Undefined where it has none that can be told. */
  readonly id?: string;
  readonly why: WhyNotOurs;
}

/** The cards that a run may write to, under the ids by which it knows them: pseudonyms where it is recorded. */
export class OwnCards {
  /** Those that are still there, with their paths. */
  readonly #there = new Map<string, string>();
  readonly #removed = new Set<string>();
  readonly #mayComeAgain = new Set<string>();
  #givesIdsAgain = false;
  #forgetsDeleted = false;
  #others = 0;
  #firstOther: OtherCard | undefined;

  /** True for a card that may be written to: a deleted one where what is deleted is gone, and no id is given again. */
  has(id: string): boolean {
    return this.#there.has(id) || (this.#forgetsDeleted && !this.#givesIdsAgain && this.#removed.has(id));
  }

  /** True for a deleted card of which it is not certain yet that it is gone, and no other one in its place. */
  isDoubtful(id: string): boolean {
    return this.#removed.has(id) && !this.#forgetsDeleted && !this.#givesIdsAgain;
  }

  /** A get was answered 404 or 410. */
  unknown(id: string): void {
    this.#forgetsDeleted ||= this.#removed.has(id);
  }

  /** What is deleted is gone: a get of a deleted card has said so. */
  get forgetsDeleted(): boolean {
    return this.#forgetsDeleted;
  }

  /** The path of the card that was made last and is still there. */
  get latest(): string | undefined {
    return [...this.#there.values()].at(-1);
  }

  /** The server has given an id to a second card, or its ids are such that it may. */
  get givesIdsAgain(): boolean {
    return this.#givesIdsAgain || this.#mayComeAgain.size > 0;
  }

  /** How many answers showed a card that is not ours where a new one was asked for, and the first of them. */
  get others(): { readonly answers: number; readonly first: OtherCard } | undefined {
    return this.#firstOther === undefined ? undefined : { answers: this.#others, first: this.#firstOther };
  }

  /**
   * An accepted answer to a request for a new card.
   * @param collection the path that the card lies below
   */
  made(body: Json, { notOurs, idMayComeAgain }: OwnershipChange, collection: string): void {
    const id = at(body, '/id');
    const written = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
    if (idMayComeAgain === true) this.#mayComeAgain.add(written);
    if (notOurs === undefined) {
      if (isAddressable(written)) this.#there.set(written, `${collection}/${encodeURIComponent(written)}`);
      return;
    }
    this.#removed.delete(written);
    this.#others += 1;
    this.#firstOther ??= { why: notOurs, ...(written === '' ? {} : { id: written }) };
  }

  removed(id: string): void {
    // Somebody else's card may have the id by now.
    if (!this.#there.delete(id) || this.#mayComeAgain.has(id)) return;
    this.#removed.add(id);
    const [oldest] = this.#removed;
    if (this.#removed.size > mostRemoved && oldest !== undefined) this.#removed.delete(oldest);
  }

  /** What any answer may say of cards that were deleted. */
  heed(body: Json | undefined, { shownAgain = [], givesIdsAgain }: OwnershipChange): void {
    for (const pointer of shownAgain) this.#removed.delete(String(at(body, pointer)));
    if (givesIdsAgain !== true) return;
    this.#givesIdsAgain = true;
    this.#removed.clear();
  }
}
