import { isThrottling } from '../../traffic/undecided-status.ts';
import type { Clock } from '../clock.ts';
import { waitOf } from '../retry-after.ts';
import type { Wire, WireAnswer } from '../wire.ts';

export interface GateSettings {
  /** Requests per second. */
  readonly rate: number;
  readonly clock: Clock;
}

/** A service that asks for more is not waited for: what would go out is left undone and told of. Milliseconds. */
const longestWait = 600_000;

/**
 * The last place before a tenant: every request passes it, whatever it is for, so that the rate holds for all of them together
 * and none goes out before the time that the service asked for. Source: concepts/throttling; throttling-limits (4 requests a
 * second for each app and team).
 */
export class Gate {
  readonly #interval: number;
  readonly #clock: Clock;
  #next = 0;
  /** Before that nothing is sent: milliseconds since the epoch. */
  #notBefore = 0;

  constructor({ rate, clock }: GateSettings) {
    this.#interval = 1000 / rate;
    this.#clock = clock;
  }

  /** A wire whose requests pass the gate first. */
  before(inner: Wire): Wire {
    return {
      send: async (request) => (await this.#wait()) ?? this.#heed(await inner.send(request)),
      hurry: () => inner.hurry(),
      close: () => inner.close(),
    };
  }

  #heed(answer: WireAnswer): WireAnswer {
    const now = this.#clock.now();
    if (answer.kind === 'response' && isThrottling(answer.status))
      this.#notBefore = Math.max(this.#notBefore, now + waitOf(answer.headers, 0, now));
    return answer;
  }

  /** Waits for the turn; an answer in the place of that of the service where the wait would be too long. */
  async #wait(): Promise<WireAnswer | undefined> {
    for (;;) {
      const now = this.#clock.now();
      const from = Math.max(this.#next, this.#notBefore);
      if (from - now > longestWait) return notSent(from - now);
      if (from <= now) {
        this.#next = now + this.#interval;
        return undefined;
      }
      // Meanwhile another request may take its turn, or an answer ask for a longer wait.
      await this.#clock.pause(from - now);
    }
  }
}

function notSent(wait: number): WireAnswer {
  const detail = `not sent: the service asked to wait another ${Math.ceil(wait / 1000)} s`;
  return { kind: 'transport', fault: 'refused', detail };
}
