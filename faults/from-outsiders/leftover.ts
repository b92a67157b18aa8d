import type { Received } from '../../reference/call.ts';

/** Milliseconds that an answer takes, so that requests meet. */
export const answersAfter = 5;

/** What one request leaves behind for the next one that was in at the same time, as a global variable would. */
export class Leftover<T> {
  #left: { readonly value: T; readonly until: number } | undefined;

  leave(received: Received, value: T): void {
    if (received.underWay > 1) this.#left = { value, until: Date.now() + answersAfter };
  }

  take(): T | undefined {
    const left = this.#left;
    this.#left = undefined;
    return left !== undefined && Date.now() <= left.until ? left.value : undefined;
  }
}
