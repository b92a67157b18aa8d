import type { Actor } from '../traffic/actor.ts';
import type { Headers, Intent, TransportFault } from '../traffic/exchange.ts';
import type { Operation } from '../traffic/operation.ts';
import type { OwnershipChange } from './ledger/ownership.ts';

/** Who sends a request and why. Nothing of it goes over the wire; a recording keeps it beside the request. */
export interface Asked {
  readonly actor: Actor;
  readonly operation: Operation | 'unknown';
  readonly purpose: 'judge' | 'shrink' | 'cleanUp' | 'preflight';
  /** From 1; above that it repeats a request that was answered 429 or 503. */
  readonly attempt: number;
  readonly intent?: Intent;
}

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly text: string | undefined;
  readonly asked?: Asked;
  /** How many requests a wire may send by itself beside this one, where they are limited. */
  readonly spare?: number;
}

/** When a request was sent and when its answer was there, in milliseconds since the epoch. */
export interface Times {
  readonly startedAt: number;
  readonly endedAt: number;
}

export type WireOutcome =
  | { readonly kind: 'response'; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly kind: 'transport'; readonly fault: TransportFault; readonly detail: string };

/** The times are given by a wire that knows them better than whoever waits for its answer, such as a recording. */
export type WireAnswer = WireOutcome & {
  readonly times?: Times;
  readonly ownership?: OwnershipChange;
  readonly asides?: Asides;
};

/** What a wire sent by itself beside the request, to find out what came of it. */
export interface Asides {
  readonly requests: number;
  /** Answers 429 or 503, that of the request itself included. */
  readonly throttled: number;
}

/** What carries one request to a server and its answer back: a connection, a recording, or one that writes down another. */
export interface Wire {
  send(request: WireRequest): Promise<WireAnswer>;
  /** The run is to end: what is under way is given a moment, and what follows less time than otherwise. */
  hurry(): void;
  close(): void;
}
