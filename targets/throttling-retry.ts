import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { isThrottling } from '../traffic/undecided-status.ts';
import { chainContextOf, type ChainContext } from './chain-context.ts';
import type { Clock } from './clock.ts';
import { LimitReached, type Limits } from './limits.ts';
import { waitOf } from './retry-after.ts';

const mostAttempts = 6;

export interface RetrySettings {
  /** Longest single wait that is granted, in milliseconds; a server that asks for more is given up. */
  readonly longestWait: number;
  /** False where whatever carries the requests sees to writes itself, since they may have been done. */
  readonly repeatsWrites: boolean;
}

export const usualRetries: RetrySettings = { longestWait: 60_000, repeatsWrites: true };
/** Of a tenant: a throttled team is waited for, and a write is looked for before it is sent again. */
export const liveRetries: RetrySettings = { longestWait: 300_000, repeatsWrites: false };

/**
 * Waits out 429 and 503 and counts them apart; they are never judged as failures.
 * Source: concepts/throttling (wait Retry-After, then repeat), concepts/errors (503, "maybe Retry-After").
 */
export class ThrottlingRetry implements Middleware {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #settings: RetrySettings;
  #next: Middleware | undefined;

  constructor(limits: Limits, clock: Clock, settings: RetrySettings = usualRetries) {
    this.#limits = limits;
    this.#clock = clock;
    this.#settings = settings;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const chain = chainContextOf(context);
    for (let attempt = 0; ; attempt += 1) {
      await this.#admit(chain);
      chain.spare = this.#limits.remaining() - chain.reserve;
      await this.#next?.execute(context);
      const { outcome } = chain;
      this.#limits.spend(chain.asides.requests);
      if (outcome?.kind !== 'response' || !isThrottling(outcome.status)) return;
      if (!this.#settings.repeatsWrites && (context.options?.method ?? 'GET') !== 'GET') return;
      if (attempt + 1 >= mostAttempts || this.#limits.remaining() - chain.reserve < 1) return;
      chain.throttledAttempts += 1;
      const wait = waitOf(outcome.headers, attempt, chain.endedAt);
      if (wait > this.#settings.longestWait)
        return this.#giveUp(chain, outcome.status, wait, 'longer than a run waits');
      if (!this.#limits.allows(wait)) return this.#giveUp(chain, outcome.status, wait, 'beyond the time limit');
      await this.#clock.pause(wait);
    }
  }

  /** A wait that is too long ends the run at once; clean-up goes on without it. */
  #giveUp(chain: ChainContext, status: number, wait: number, why: string): void {
    if (chain.purpose === 'cleanUp') return;
    const sentence = `the server answers ${status} and asks to wait ${Math.ceil(wait / 1000)} s, which is ${why}`;
    this.#limits.stop(sentence);
    chain.obstacle = new LimitReached(sentence);
    throw chain.obstacle;
  }

  async #admit(chain: ChainContext): Promise<void> {
    try {
      await this.#limits.admit(chain.purpose, chain.reserve);
    } catch (error) {
      chain.obstacle = error;
      throw error;
    }
  }
}
