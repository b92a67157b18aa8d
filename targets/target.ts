import type { Actor, Capability } from '../specs/actor.ts';
import type { Exchange, Intent } from '../specs/exchange.ts';
import type { ApiVersion, Method, Operation } from '../specs/operation.ts';
import type { Provenance } from './recording/provenance.ts';
import type { TokenForm } from './token-forms.ts';

/** One request to make. The target adds what is the same for all: version, authentication, limits, capture. */
export interface Call {
  readonly operation: Operation | 'unknown';
  readonly method: Method;
  /** Below the API version, percent-encoded, from the slash: `/teams/…`; or an absolute nextLink of this target. */
  readonly path: string;
  readonly actor: Actor;
  /** Sends the actor's token otherwise than it should be. */
  readonly tokenForm?: TokenForm;
  readonly headers: Readonly<Record<string, string>>;
  /** The body's text as it goes over the wire; undefined sends none. */
  readonly text?: string | undefined;
  /** The card that a write addresses. It must come from this run, or be made up so that no server can know it. */
  readonly card?: { readonly id: string; readonly madeUp: boolean };
  readonly intent?: Intent;
  readonly purpose: 'judge' | 'shrink' | 'cleanUp' | 'preflight';
}

/** Who and where, as far as it is known. */
export interface People {
  readonly teamId: string;
  readonly otherTeamId?: string;
  /** The user id of the caller; a made-up default unless `callerIdentity` is among the capabilities. */
  readonly callerId: string;
  readonly onBehalfOfUserId?: string;
}

export interface RequestCounts {
  readonly sent: number;
  readonly throttled: number;
  readonly shrinking: number;
  readonly cleanUp: number;
}

/** What is judged: takes a request, gives back an exchange. Nothing else in the project connects to anything. */
export interface Target {
  readonly kind: 'reference' | 'server' | 'recording';
  /** Of a recording: where its answers come from, and when. */
  readonly recorded: { readonly provenance: Provenance; readonly startedAt: string } | undefined;
  /** Without the version. */
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  readonly people: People;
  readonly actors: ReadonlySet<Actor>;
  readonly capabilities: ReadonlySet<Capability>;
  /**
   * Sends one request and waits out 429 and 503.
   * @throws LimitReached before a request that a limit forbids
   * @throws ForeignCard for a write to a card that this run did not make
   */
  send(call: Call): Promise<Exchange>;
  /** The time that the run goes by, in milliseconds since the epoch: that of a recording while it is replayed. */
  now(): number;
  /** Waits, by the clock of the target: a recording is not waited for. */
  pause(milliseconds: number): Promise<void>;
  /** How many more requests the limits allow; Infinity without a limit. */
  remaining(): number;
  /** The limits, as a sentence has them: `300 requests`. */
  readonly limits: string;
  /** True while at least this share of the limits, of requests and of time, is left: from 0 to 1. */
  leaves(share: number): boolean;
  counts(): RequestCounts;
  close(): Promise<void>;
}
