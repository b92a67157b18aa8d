import { setTimeout as sleep } from 'node:timers/promises';

/** A wall was hit. What was not judged by then is inconclusive, never passed. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}

export interface LimitSettings {
  readonly maxRequests?: number;
  /** Milliseconds from the first request. */
  readonly maxTime?: number;
  /** Requests per second. */
  readonly rate?: number;
}

/** Counts every request that goes out, whatever it is for, and holds it back or refuses it. */
export class Limits {
  readonly #settings: LimitSettings;
  #sent = 0;
  #startedAt: number | undefined;
  #nextSlot = 0;

  constructor(settings: LimitSettings) {
    this.#settings = settings;
  }

  /**
   * Waits for the next slot of `rate`. Clean-up is admitted past a wall, so that no card is left open.
   * @throws LimitReached
   */
  async admit(purpose: 'judge' | 'shrink' | 'cleanUp' | 'preflight'): Promise<void> {
    this.#startedAt ??= performance.now();
    if (purpose !== 'cleanUp') this.#refusePastTheWall();
    const { rate } = this.#settings;
    if (rate !== undefined) await this.#waitForSlot(1000 / rate);
    this.#sent += 1;
  }

  #refusePastTheWall(): void {
    if (this.timeIsOver())
      throw new LimitReached(`the limit of ${(this.#settings.maxTime ?? 0) / 1000} seconds was reached`);
    if (this.remaining() < 1) throw new LimitReached(`the limit of ${this.#settings.maxRequests} requests was reached`);
  }

  timeIsOver(): boolean {
    const { maxTime } = this.#settings;
    return maxTime !== undefined && this.#startedAt !== undefined && performance.now() - this.#startedAt >= maxTime;
  }

  /** Milliseconds until the time is over; Infinity without a limit. */
  timeLeft(): number {
    const { maxTime } = this.#settings;
    if (maxTime === undefined || this.#startedAt === undefined) return Infinity;
    return Math.max(maxTime - (performance.now() - this.#startedAt), 0);
  }

  remaining(): number {
    if (this.timeIsOver()) return 0;
    return (this.#settings.maxRequests ?? Infinity) - this.#sent;
  }

  async #waitForSlot(interval: number): Promise<void> {
    const now = performance.now();
    const slot = Math.max(now, this.#nextSlot);
    this.#nextSlot = slot + interval;
    if (slot > now) await sleep(slot - now);
  }
}
