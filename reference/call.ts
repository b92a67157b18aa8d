import type { JsonObject } from '../traffic/json.ts';
import type { Address } from './routing.ts';
import type { Principal } from './tokens.ts';
import type { Identity } from './time-card.ts';
import type { Team } from './identities.ts';

/** What came in, as far as HTTP goes. */
export interface Received {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Scheme, host and port that the caller used, and the path below which all lies, for absolute links. */
  readonly origin: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** When its turn came, by the server's clock, in milliseconds since the epoch. */
  readonly time: number;
  /** Requests that were in and not answered when this one's turn came, itself included: more than one overlap. */
  readonly underWay: number;
}

/** One request that was understood: who asks for what. */
export interface Call extends Address {
  readonly received: Received;
  readonly principal: Principal;
  readonly team: Team;
  /** The user in whose name it happens; absent for an application that names none. */
  readonly user: Identity | undefined;
  /** `{}` where the operation has no body, or where an action came without one. */
  readonly body: JsonObject;
}

/** The reply's place in the traffic, as far as it could be told. */
export type CallSoFar = { readonly received: Received } & Partial<Call>;
