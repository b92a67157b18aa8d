import type { Clock } from '../clock.ts';
import type { Interaction } from './format.ts';

/** Something that is waited for: the end of a pause, or an answer. */
interface Event {
  readonly due: number;
  /** Of an answer: its place among all answers, in the order in which they came. */
  readonly rank?: number;
  readonly happen: () => void;
  readonly fail: (error: Error) => void;
}

/**
 * The time of a recording. It stands still while a run works, and steps on to the next event as soon as everything
 * waits: so no pause costs time, and answers come in the order in which they came.
 */
export class RecordedTime implements Clock {
  readonly #ranks: ReadonlyMap<Interaction, number>;
  readonly #waiting: Event[] = [];
  readonly #whyStalled: () => Error;
  #now: number;
  #arrived = 0;
  #busy = 0;
  #scheduled = false;

  /** @param whyStalled asked when everything waits for the answer to a request that nobody sends */
  constructor(startedAt: number, interactions: readonly Interaction[], whyStalled: () => Error) {
    this.#now = startedAt;
    this.#whyStalled = whyStalled;
    const byEnd = interactions.toSorted((left, right) => left.endedAt - right.endedAt || left.number - right.number);
    this.#ranks = new Map(byEnd.map((interaction, rank) => [interaction, rank]));
  }

  now(): number {
    return this.#now;
  }

  pause(milliseconds: number): Promise<void> {
    return this.#wait({ due: this.#now + milliseconds });
  }

  /** Resolves when it is time for the answer. */
  arrival(interaction: Interaction): Promise<void> {
    const rank = this.#ranks.get(interaction) ?? 0;
    return this.#wait({ due: interaction.endedAt, rank });
  }

  /** Time stands still until the work is done, as it does for work that goes through timers of others. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
      this.#schedule();
    }
  }

  #wait(event: Pick<Event, 'due' | 'rank'>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...event, happen: resolve, fail: reject });
      this.#schedule();
    });
  }

  /** After what is under way has come to its next wait: between events a run needs no timers. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#busy === 0 && this.#waiting.length > 0) this.#step();
    });
  }

  #step(): void {
    const possible = this.#waiting.filter(({ rank }) => rank === undefined || rank === this.#arrived);
    const [first] = possible.toSorted((left, right) => left.due - right.due || lateness(left) - lateness(right));
    if (first === undefined) {
      const error = this.#whyStalled();
      for (const { fail } of this.#waiting.splice(0)) fail(error);
      return;
    }
    this.#waiting.splice(this.#waiting.indexOf(first), 1);
    if (first.rank !== undefined) this.#arrived += 1;
    this.#now = Math.max(this.#now, first.due);
    first.happen();
    this.#schedule();
  }
}

/** What comes at the same time as a pause ends came before it was over. */
function lateness({ rank }: Event): number {
  return rank === undefined ? 1 : 0;
}
