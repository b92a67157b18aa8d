import type { Deadline } from '../deadline.ts';
import type { Moment, RecordingEnd } from './format.ts';

/** Counts the questions between requests: the place of a question in a run, the same in its replay. */
class Place {
  #afterRequests = 0;
  #question = 0;

  sends(): void {
    this.#afterRequests += 1;
    this.#question = 0;
  }

  next(): Moment {
    this.#question += 1;
    return { afterRequests: this.#afterRequests, question: this.#question };
  }
}

/** Notes where a deadline said no, so that its answers can be given again. Only the clock knows them otherwise. */
export class NotedDeadline implements Deadline {
  readonly #inner: Deadline;
  readonly #place = new Place();
  readonly #waitsRefused: Moment[] = [];
  #timeOver: Moment | undefined;

  constructor(inner: Deadline) {
    this.#inner = inner;
  }

  /** What the recording keeps of it. */
  noted(): Pick<RecordingEnd, 'timeOver' | 'waitsRefused'> {
    return {
      ...(this.#timeOver === undefined ? {} : { timeOver: this.#timeOver }),
      ...(this.#waitsRefused.length === 0 ? {} : { waitsRefused: this.#waitsRefused }),
    };
  }

  start(): void {
    this.#inner.start();
  }

  sends(): void {
    this.#inner.sends();
    this.#place.sends();
  }

  isOver(): boolean {
    const moment = this.#place.next();
    const over = this.#inner.isOver();
    if (over) this.#timeOver ??= moment;
    return over;
  }

  allows(wait: number): boolean {
    const moment = this.#place.next();
    const allowed = this.#inner.allows(wait);
    if (!allowed) this.#waitsRefused.push(moment);
    return allowed;
  }
}

/** Gives the answers that were noted, and asks no clock. */
export class ReplayedDeadline implements Deadline {
  readonly #place = new Place();
  readonly #timeOver: Moment | undefined;
  readonly #waitsRefused: ReadonlySet<string>;
  #over = false;

  constructor({ timeOver, waitsRefused = [] }: Pick<RecordingEnd, 'timeOver' | 'waitsRefused'>) {
    this.#timeOver = timeOver;
    this.#waitsRefused = new Set(waitsRefused.map(nameOf));
  }

  start(): void {
    // The recording knows when it began.
  }

  sends(): void {
    this.#place.sends();
  }

  isOver(): boolean {
    const { afterRequests, question } = this.#place.next();
    const over = this.#timeOver;
    this.#over ||= over !== undefined && afterRequests === over.afterRequests && question === over.question;
    return this.#over;
  }

  allows(): boolean {
    return !this.#waitsRefused.has(nameOf(this.#place.next()));
  }
}

function nameOf({ afterRequests, question }: Moment): string {
  return `${afterRequests}/${question}`;
}
