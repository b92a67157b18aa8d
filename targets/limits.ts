import { machineClock, type Clock } from './clock.ts';
import { deadlineAfter, noDeadline, type Deadline } from './deadline.ts';

/** A wall was hit. What was not judged by then is inconclusive, never passed. */
export class LimitReached extends Error {
  override readonly name: string = 'LimitReached';
}

export interface LimitSettings {
  readonly maxRequests?: number;
  /** Milliseconds from the first request. */
  readonly maxTime?: number;
  /** Requests per second. */
  readonly rate?: number;
  readonly clock?: Clock;
  /** Instead of one that follows from `maxTime`. */
  readonly deadline?: Deadline;
}

/** Counts every request that goes out, whatever it is for, and holds it back or refuses it. */
export class Limits {
  readonly #settings: LimitSettings;
  readonly #clock: Clock;
  readonly #deadline: Deadline;
  #sent = 0;
  #nextSlot = 0;
  #stopped: string | undefined;

  constructor(settings: LimitSettings) {
    const { maxTime, clock = machineClock, deadline } = settings;
    this.#settings = settings;
    this.#clock = clock;
    this.#deadline = deadline ?? (maxTime === undefined ? noDeadline : deadlineAfter(maxTime, clock));
  }

  /**
   * Waits for the next slot of `rate`. Clean-up is admitted when the time is over, so that no card is left open, and has
   * requests of its own, since what is sent before it leaves it a reserve.
   * @param reserve how many requests must still be allowed after this one
   * @throws LimitReached
   */
  async admit(purpose: 'judge' | 'shrink' | 'cleanUp' | 'preflight', reserve = 0): Promise<void> {
    this.#deadline.start();
    if (purpose === 'cleanUp') this.#refuseWithoutRequests(0);
    else this.#refusePastTheWall(reserve);
    const { rate } = this.#settings;
    if (rate !== undefined) await this.#waitForSlot(1000 / rate);
    this.#sent += 1;
    this.#deadline.sends();
  }

  /** Counts requests that went out without being admitted one by one. */
  spend(requests: number): void {
    this.#sent += requests;
  }

  /** Admits nothing more but clean-up. @param because the reason that is told, as the end of a sentence */
  stop(because: string): void {
    this.#stopped ??= because;
  }

  #refusePastTheWall(reserve: number): void {
    if (this.#stopped !== undefined) throw new LimitReached(this.#stopped);
    if (this.#deadline.isOver()) throw new LimitReached(`the limit of ${this.#seconds} was reached`);
    this.#refuseWithoutRequests(reserve);
  }

  #refuseWithoutRequests(reserve: number): void {
    if (this.#left - reserve < 1) throw new LimitReached(`the limit of ${this.#requests} was reached`);
  }

  get #left(): number {
    return (this.#settings.maxRequests ?? Infinity) - this.#sent;
  }

  /** The limits that are set, as a sentence has them: `300 requests`, `2 seconds`, or one or the other. */
  get inWords(): string {
    const { maxRequests, maxTime } = this.#settings;
    if (maxTime === undefined) return this.#requests;
    return maxRequests === undefined ? this.#seconds : `${this.#requests} or of ${this.#seconds}`;
  }

  get #requests(): string {
    return `${this.#settings.maxRequests} requests`;
  }

  get #seconds(): string {
    return `${(this.#settings.maxTime ?? 0) / 1000} seconds`;
  }

  /** True if so many milliseconds can be waited before the time is over. */
  allows(wait: number): boolean {
    return this.#deadline.allows(wait);
  }

  remaining(): number {
    return this.#stopped !== undefined || this.#deadline.isOver() ? 0 : this.#left;
  }

  /** @param share of the requests and of the time that a run may take, from 0 to 1 */
  leaves(share: number): boolean {
    const { maxRequests, maxTime = 0 } = this.#settings;
    const requests = maxRequests === undefined ? 0 : maxRequests * share;
    return this.remaining() >= requests && this.#deadline.allows(maxTime * share);
  }

  async #waitForSlot(interval: number): Promise<void> {
    const now = this.#clock.now();
    const slot = Math.max(now, this.#nextSlot);
    this.#nextSlot = slot + interval;
    if (slot > now) await this.#clock.pause(slot - now);
  }
}
