import type { Exchange } from '../../traffic/exchange.ts';
import type { CaseCards } from './case-cards.ts';
import type { RunningCase } from './running-case.ts';

/**
 * After so many attempts in a row without effect a target counts as one that cannot do it, and not every case asks again:
 * soon where it answers as if there were no such operation, later where it may only have been busy.
 */
const believedMissing = 3;
const believedUnable = 6;
/** An attempt that is waited for in vain costs as much time as many others. */
const weightOfSilence = 3;

/**
 * Refusals that may pass: a service may refuse a delete now and then, a gateway lose its answer, a machine not have heard of
 * the card yet.
 */
const mayPass: ReadonlySet<number> = new Set([400, 403, 404, 409, 429, 500, 502, 503, 504]);
/** Milliseconds. */
const pauseBeforeRepeat = 200;

/** What a case leaves behind, and can do about it. */
interface Leaving extends Pick<RunningCase, 'remove' | 'close' | 'pause' | 'result'> {
  readonly cards: Pick<CaseCards, 'present' | 'mayBeOpen' | 'mayBeGone' | 'askedAt'>;
}

/** Removes the cards that cases leave, and closes those that cannot be removed. */
export class CleanUp {
  /** The ids of the cards that could not be removed. */
  readonly leftBehind = new Set<string>();
  /** When the first of them was made, in milliseconds since the epoch. */
  since: number | undefined;
  /** Deletes and clockOuts in a row that had no effect; those as if there were none are among them. */
  #deletesInVain = 0;
  #deletesMissing = 0;
  /** A card was removed once. */
  #deletes = false;
  #closesInVain = 0;
  /** A card could be deleted only once it was closed. */
  #closesFirst = false;

  /** How many requests it may take to remove a card, or else to close it. */
  get costOfCard(): number {
    if (!this.#believesInDelete()) return this.#closesInVain < believedUnable ? 1 : 0;
    // A delete that is refused is asked for once more, and then the card is closed.
    return this.#deletes && this.#deletesInVain === 0 && !this.#closesFirst ? 1 : 3;
  }

  /** @param isForgotten true where the server may have lost the cards: one that it does not know is not left behind */
  async after(running: Leaving, isForgotten = false): Promise<void> {
    for (const [handle, id] of running.cards.present) {
      const refusedWith = await this.#remove(running, handle);
      if (refusedWith === undefined || (isForgotten && refusedWith === 404)) continue;
      this.leftBehind.add(id);
      this.since ??= running.cards.askedAt(handle);
      if (!running.cards.mayBeOpen(handle) || this.#closesInVain >= believedUnable) continue;
      await running.close(handle);
      // Refused with 4xx, it is gone or closed already; that says nothing of the cards of later cases.
      const last = running.result().exchanges.at(-1);
      const status = statusOf(last);
      const isVain = status === 0 || status === 405 || status >= 500;
      this.#closesInVain = running.cards.mayBeOpen(handle) && isVain ? this.#closesInVain + weightOf(last) : 0;
      // What could not be deleted while it was open may be deleted now.
      const mayGoNow = !running.cards.mayBeOpen(handle) && (refusedWith === 409 || refusedWith === 423);
      if (mayGoNow && (await this.#remove(running, handle)) === undefined) {
        this.#closesFirst = true;
        this.leftBehind.delete(id);
      }
    }
  }

  /** The status with which a delete was refused; undefined where it was done. Not asked any more where it is in vain, which is 0. */
  async #remove(running: Leaving, handle: string): Promise<number | undefined> {
    if (!this.#believesInDelete()) return 0;
    const first = await running.remove(handle);
    if (!mayPass.has(statusOf(first))) return this.#hasRemoved(first) ? undefined : statusOf(first);
    await running.pause(pauseBeforeRepeat);
    const second = await running.remove(handle);
    // Nobody knew whether it was done, and now it is gone.
    const wasDone = running.cards.mayBeGone(handle) && [404, 410].includes(statusOf(second));
    if (wasDone) running.cards.present.delete(handle);
    return this.#hasRemoved(second) || wasDone ? undefined : statusOf(second);
  }

  #believesInDelete(): boolean {
    return this.#deletesMissing < believedMissing && this.#deletesInVain < believedUnable;
  }

  #hasRemoved(removal: Exchange | undefined): boolean {
    const status = statusOf(removal);
    const removed = status >= 200 && status < 300;
    this.#deletes ||= removed;
    this.#deletesInVain = removed ? 0 : this.#deletesInVain + weightOf(removal);
    this.#deletesMissing = status === 404 || status === 405 || status === 501 ? this.#deletesMissing + 1 : 0;
    return removed;
  }
}

function weightOf(exchange: Exchange | undefined): number {
  const outcome = exchange?.outcome;
  return outcome?.kind === 'transport' && outcome.fault === 'timeout' ? weightOfSilence : 1;
}

function statusOf(exchange: Exchange | undefined): number {
  return exchange?.outcome.kind === 'response' ? exchange.outcome.status : 0;
}
