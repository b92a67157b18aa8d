import type { Actor, Capability } from '../traffic/actor.ts';
import type { Exchange, Intent } from '../traffic/exchange.ts';
import type { ApiVersion, Method, Operation } from '../traffic/operation.ts';
import type { OtherCard } from './ledger/own-cards.ts';
import type { RecordingProvenance } from './recording/provenance.ts';
import type { TokenForm } from './token-forms.ts';

/** One request to make. The target adds what is the same for all: version, authentication, limits, capture. */
export interface RequestToSend {
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
  /** The card that is addressed: of a write one that this run made, or one that is made up so that no server can know it. */
  readonly card?: { readonly id: string; readonly madeUp: boolean };
  readonly intent?: Intent;
  readonly purpose: 'judge' | 'shrink' | 'cleanUp' | 'preflight';
  /** So many requests must still be allowed after this one, for removing what is there by then. */
  readonly reserve?: number;
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

/** A server that was gone for a while. */
export interface Restart {
  /** The last requests before it went, with what came of them. */
  readonly lastExchanges: readonly Exchange[];
  readonly milliseconds: number;
}

/** The server was gone and is back: what a case has made may be forgotten, so that what follows would show nothing. */
export class ServerRestarted extends Error {
  override readonly name = 'ServerRestarted';

  constructor() {
    super('the server was started anew');
  }
}

/** What is judged: takes a request, gives back an exchange. Nothing else in the project connects to anything. */
export interface Target {
  readonly kind: 'reference' | 'server' | 'live' | 'recording';
  /** Of a recording: where its answers come from, and when. */
  readonly recorded: { readonly provenance: RecordingProvenance; readonly startedAt: string } | undefined;
  /** Without the version. */
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  readonly people: People;
  readonly actors: ReadonlySet<Actor>;
  readonly capabilities: ReadonlySet<Capability>;
  /**
   * Sends one request and waits out 429 and 503.
   * @throws LimitReached before a request that a limit forbids
   * @throws ServerGone where nobody answers any more
   * @throws ServerRestarted where it was gone for a moment
   * @throws ForbiddenWrite for a write to what this run did not make
   */
  send(call: RequestToSend): Promise<Exchange>;
  /** Undefined where the server was there all the time. */
  readonly restart: Restart | undefined;
  /** True for a card that this run made, and so may write to. */
  owns(cardId: string): boolean;
  /** The same before a write, with a look at a deleted card where it is not certain that it is gone. */
  mayWriteTo(card: { readonly id: string }, write: RequestToSend): Promise<boolean>;
  /** True as long as an id of a deleted card may be given to another one, as far as was seen. */
  readonly mayGiveIdsAgain: boolean;
  /** Answers that showed a card that is not ours where a new one was asked for; undefined where there was none. */
  readonly otherCards: { readonly answers: number; readonly first: OtherCard } | undefined;
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
  /** How many texts of answers were so long that only their beginning is kept. */
  readonly notKept: number;
  /** Ends the run soon: from now on nothing is sent but clean-up, and nothing is waited for. `because`: the end of a sentence. */
  interrupt(because: string): void;
  close(): Promise<void>;
}
