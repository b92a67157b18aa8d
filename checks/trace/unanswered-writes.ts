import type { Outcome } from '../../traffic/exchange.ts';
import { isWrite } from '../../traffic/operation.ts';
import { expectsSuccess, type Judgement } from '../../judgements/judgement.ts';
import type { Entry } from './entry.ts';

/** For so long a server may still be at a request that nobody waits for any more. Milliseconds; no document says. */
const longestWork = 300_000;

/** So many are remembered: more in so short a time are a server that answers nothing. */
const mostWrites = 200;

/**
 * Writes that got no answer: the client gave up, or the connection did. The server may do them at any later time, after
 * requests that were sent and answered since, and a read settles nothing: what shows by then may be undone by them.
 */
export class UnansweredWrites {
  readonly #writes: Entry[] = [];

  /** Takes in the next exchange. */
  add(entry: Entry): void {
    if (entry.operation === 'unknown' || !isWrite(entry.operation) || !mayGoOn(entry.exchange.outcome)) return;
    this.#writes.push(entry);
    if (this.#writes.length > mostWrites) this.#writes.shift();
  }

  /** Whether what the exchange shows may be the doing of one of them, rather than a violation. */
  mayExplain(judgement: Judgement, entry: Entry): boolean {
    return restsOnEarlier(judgement, entry) && this.#writes.some((write) => mayMeet(write, entry));
  }
}

/** Nobody heard the end of it. An answer that broke off in the middle was given after the write. */
function mayGoOn(outcome: Outcome): boolean {
  if (outcome.kind === 'transport') return outcome.fault === 'timeout' || outcome.fault === 'reset';
  // What a gateway says that has waited long enough. Source: RFC 9110, 15.6.3 and 15.6.5.
  return outcome.status === 502 || outcome.status === 504;
}

/** Violated by what is shown beside what was before, or by a refusal where the state that was seen promises success. */
function restsOnEarlier(judgement: Judgement, { accepted }: Entry): boolean {
  if (judgement.kind !== 'violated') return false;
  return judgement.pointer === 'status' ? !accepted && expectsSuccess(judgement) : judgement.evidence.length > 1;
}

/** In the same piece of traffic, not too long ago, and not on another card: of a new one nobody knows which it is. */
function mayMeet(write: Entry, later: Entry): boolean {
  if (write.exchange.intent?.case !== later.exchange.intent?.case) return false;
  if (later.exchange.startedAt - write.exchange.startedAt > longestWork) return false;
  const areOfTwoCards = write.cardId !== undefined && later.cardId !== undefined && write.cardId !== later.cardId;
  return write.sequence < later.sequence && !areOfTwoCards;
}
