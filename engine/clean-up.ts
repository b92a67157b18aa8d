import type { Exchange } from '../specs/exchange.ts';
import type { RunningCase } from './running-case.ts';

/**
 * After so many attempts in a row without effect a target counts as one that cannot do it, and not every case asks again:
 * soon where it answers as if there were no such operation, later where it may only have been busy.
 */
const believedMissing = 3;
const believedUnable = 6;

/** What a case leaves behind, and can do about it. */
type Leaving = Pick<RunningCase, 'cards' | 'remove' | 'close' | 'mayBeOpen' | 'result'>;

/** Removes the cards that cases leave, and closes those that cannot be removed. */
export class CleanUp {
  /** The ids of the cards that could not be removed. */
  readonly leftBehind = new Set<string>();
  /** Deletes and clockOuts in a row that had no effect; those as if there were none are among them. */
  #deletesInVain = 0;
  #deletesMissing = 0;
  /** A card was removed once. */
  #deletes = false;
  #closesInVain = 0;

  /** How many requests it may take to remove a card, or else to close it. */
  get costOfCard(): number {
    if (!this.#believesInDelete()) return this.#closesInVain < believedUnable ? 1 : 0;
    return this.#deletes && this.#deletesInVain === 0 ? 1 : 2;
  }

  async after(running: Leaving): Promise<void> {
    for (const [handle, id] of running.cards) {
      if (this.#believesInDelete() && this.#hasRemoved(await running.remove(handle))) continue;
      this.leftBehind.add(id);
      if (!running.mayBeOpen(handle) || this.#closesInVain >= believedUnable) continue;
      await running.close(handle);
      // Refused with 4xx, it is gone or closed already; that says nothing of the cards of later cases.
      const status = statusOf(running.result().exchanges.at(-1));
      const isVain = status === 0 || status === 405 || status >= 500;
      this.#closesInVain = running.mayBeOpen(handle) && isVain ? this.#closesInVain + 1 : 0;
    }
  }

  #believesInDelete(): boolean {
    return this.#deletesMissing < believedMissing && this.#deletesInVain < believedUnable;
  }

  #hasRemoved(removal: Exchange | undefined): boolean {
    const status = statusOf(removal);
    const removed = status >= 200 && status < 300;
    this.#deletes ||= removed;
    this.#deletesInVain = removed ? 0 : this.#deletesInVain + 1;
    this.#deletesMissing = status === 404 || status === 405 || status === 501 ? this.#deletesMissing + 1 : 0;
    return removed;
  }
}

function statusOf(exchange: Exchange | undefined): number {
  return exchange?.outcome.kind === 'response' ? exchange.outcome.status : 0;
}
