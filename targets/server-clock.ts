import { headerValue } from '../traffic/headers.ts';
import type { Headers } from '../traffic/exchange.ts';

/** An answer, and when it came: milliseconds since the epoch, by our clock. */
export interface Dated {
  readonly headers: Headers;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** So far from ours a clock is taken for one at first sight: what is off by more may be a date that stands still. */
const near = 5000;
/** So long a clock that is far from ours has to run in step with it before it is believed. */
const inStep = 3000;
/** So much two answers may disagree: a `Date` has whole seconds, and the machines of one service clocks of their own. */
const tolerance = 2000;

/**
 * What the server's clock says, by the `Date` headers of its answers, as long as they behave like a clock. A date that a
 * cache froze, that stands still or runs otherwise than ours is none, and nothing is compared with it from then on.
 * Source: RFC 9110, 6.6.1 (Date: when the message was originated; an intermediary may have kept it), RFC 9111, 5.1 (Age).
 */
export class ServerClock {
  #first: { readonly ours: number; readonly theirs: number } | undefined;
  #isClock = true;

  /** The server's clock less ours at the middle of the exchange, in milliseconds; undefined where it is not known. */
  offset(answer: Dated): number | undefined {
    const seen = this.#take(answer);
    if (seen === undefined || this.#first === undefined) return undefined;
    const [passedHere, passedThere] = [seen.ours - this.#first.ours, seen.theirs - this.#first.theirs];
    const offset = seen.theirs - seen.ours;
    const believed = Math.abs(offset) <= near || (passedHere >= inStep && passedThere >= inStep - tolerance);
    return this.#isClock && believed ? offset : undefined;
  }

  /** The same, as it seems at first sight: also of a clock that is far from ours, until it is seen to be none. */
  presumedOffset(answer: Dated): number | undefined {
    const seen = this.#take(answer);
    return this.#isClock && seen !== undefined ? seen.theirs - seen.ours : undefined;
  }

  /** False once the dates have not behaved like those of a clock. */
  get isClock(): boolean {
    return this.#isClock;
  }

  #take({ headers, startedAt, endedAt }: Dated): { readonly ours: number; readonly theirs: number } | undefined {
    const theirs = Date.parse(headerValue(headers, 'date') ?? '');
    if (Number.isNaN(theirs) || headerValue(headers, 'age') !== undefined) return undefined;
    const ours = (startedAt + endedAt) / 2;
    this.#first ??= { ours, theirs };
    const [passedHere, passedThere] = [ours - this.#first.ours, theirs - this.#first.theirs];
    this.#isClock &&= Math.abs(passedThere - passedHere) <= tolerance + (endedAt - startedAt) / 2;
    return { ours, theirs };
  }
}
