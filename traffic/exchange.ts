import type { Actor } from './actor.ts';
import type { Json } from './json.ts';
import type { Operation } from './operation.ts';

/** A kind of traffic, in the order in which a run makes it. */
export const phases = ['examples', 'boundaries', 'random', 'lifeCycle', 'refusals', 'paging', 'races'] as const;
export type Phase = (typeof phases)[number];

/** Header names as sent or received, repeated ones kept, in order. */
export type Headers = readonly (readonly [name: string, value: string])[];

export type Body =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: Json; readonly text: string }
  /** `malformed` claims to be JSON and is not; `other` does not claim to be. */
  | { readonly kind: 'malformed' | 'other'; readonly text: string };

export interface SentRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: Body;
}

export type TransportFault = 'refused' | 'reset' | 'timeout' | 'truncated' | 'tooLarge';

/** What people are told of each. */
export const transportFaultWords: Readonly<Record<TransportFault, string>> = {
  refused: 'connection refused',
  reset: 'connection reset',
  timeout: 'no answer in time',
  truncated: 'answer broken off',
  tooLarge: 'answer too large',
};

export type Outcome =
  | { readonly kind: 'response'; readonly status: number; readonly headers: Headers; readonly body: Body }
  /** `detail` is the transport's own word, e.g. `ECONNREFUSED`. */
  | { readonly kind: 'transport'; readonly fault: TransportFault; readonly detail: string };

/** The one thing that makes a request invalid, and the valid request it is compared with. */
export interface Mutation {
  /** JSON pointer into the body, or `header:Name`, `url:team`, `url:card`, `url:query`, `method` for what is not in the body. */
  readonly pointer: string;
  /** The JSON Schema keyword that is broken, or what was done: `malformed`, `removed`, `unknown` … */
  readonly keyword: string;
  /** The `step` of the control: the same request without the defect, in the same case. */
  readonly controlOf: string;
}

/**
 * Why we sent a request. Traffic that we did not make has none, except where its times show that it overlapped another
 * request (`overlaps`), or its form that no document says what becomes of it (`mutation`, with no control).
 */
export interface Intent {
  readonly phase: Phase;
  /** Name of the case; exchanges of one case share it. */
  readonly case: string;
  /** Label of the step within its case. */
  readonly step: string;
  readonly mutation?: Mutation;
  /** Sent so that it overlaps with the request of that label in the same case: which comes first is left to chance. */
  readonly overlaps?: string;
  /** As above, but the other request is about something else, so that it does not matter which comes first. */
  readonly beside?: string;
  /**
   * The sequence number of an earlier request that this one repeats and takes the place of: a read, since reads may lag behind
   * writes, or a write that was refused, since a service may refuse one now and then.
   */
  readonly repeatOf?: number;
}

/** One request and what came of it. */
export interface Exchange {
  /** Position in the run, from 1. */
  readonly sequence: number;
  readonly operation: Operation | 'unknown';
  readonly actor: Actor | 'unknown';
  readonly request: SentRequest;
  readonly outcome: Outcome;
  /** Milliseconds since the epoch, on a clock that never steps back. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly intent?: Intent;
  /** Server's `Date` less our clock at the middle of the exchange, in milliseconds; absent without a `Date` header. */
  readonly serverClockOffset?: number;
  /** The answer to a request for a new card shows one that we did not make, or may not have made: nobody may touch it. */
  readonly showsCardOfOthers?: true;
  /** Answers 429 and 503 that were waited out before this outcome. */
  readonly throttledAttempts: number;
  /** Number of the entry, from 1, in the file that it was read from; absent on traffic of our own. */
  readonly entry?: number;
}
