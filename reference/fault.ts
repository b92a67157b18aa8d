import type { Json } from '../traffic/json.ts';
import type { Call, CallSoFar, Received } from './call.ts';
import type { Cards } from './card-store.ts';
import type { Reply } from './reply.ts';
import type { TimeCard } from './time-card.ts';
import type { Principal } from './tokens.ts';

/** What is known of a call before its body is read. */
export type Understood = Pick<Call, 'received' | 'operation' | 'principal'>;

/** What a write is about to change. `after` is absent for a delete, `before` for a new card. */
export interface Change {
  readonly before: TimeCard | undefined;
  readonly after: TimeCard | undefined;
  readonly call: Call;
  /** The cards of the team, as they were before. */
  readonly cards: Cards;
}

/**
 * The seams at which a fault or a variant acts, in the order in which a request passes them. Each takes what the honest
 * server would go on with and answers what it goes on with instead, or throws a refusal; `reply` throws nothing.
 */
export interface FaultHooks {
  /** Milliseconds that go by between a request and its answer, so that requests can meet. */
  readonly answersAfter?: number;
  /** The request as it came, before anything is made of it. */
  receive?(received: Received): Received;
  /** Whose request it is; undefined means that no valid token came. */
  identify?(principal: Principal | undefined): Principal | undefined;
  /** Whether the token may do this at all. */
  permit?(permitted: boolean, call: Understood): boolean;
  /** The parsed body, before it is checked. */
  read?(body: Json, call: Understood): Json;
  /** The card to hold from now on; undefined holds none under this id. */
  store?(change: Change): TimeCard | undefined;
  /** The cards that list and get see. */
  look?(cards: Cards, call: Call): Cards;
  /** The whole reply, refusals included, with every header but `date`, `content-type` and `content-length`. */
  reply?(reply: Reply, call: CallSoFar): Reply;
}

/** A named defect of the server. */
export interface Fault {
  readonly id: string;
  /** Called once for each server, so that a fault can count and remember without touching another server. */
  start(): FaultHooks;
}
