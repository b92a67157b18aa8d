import type { Json, JsonObject } from '../../traffic/json.ts';
import type { DriverError, DriverOperation } from '../protocol/messages.ts';

/** A request as it is about to go out. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | undefined;
  /** Over a connection of its own. */
  readonly fresh: boolean;
}

/** Why a request goes out. */
export interface Attempt {
  readonly op: DriverOperation;
  /** From 1; a repeat counts on. */
  readonly number: number;
  /** The answer that it repeats after. */
  readonly after?: number;
  /** How many calls this client has made before. */
  readonly earlierCalls: number;
}

/** How long to wait, in seconds. */
export interface Pause {
  /** As the answer names it. */
  readonly named: number | undefined;
  /** As the reference client waits. */
  readonly usual: number;
}

/** What is known of an object that is about to be written. */
export interface Writing {
  readonly op: DriverOperation;
  /** Whether the object was read from the service, or was sent before. */
  readonly isKept: boolean;
  /** How often this object was sent before. */
  readonly timesSent: number;
  /** Paths with dots that were set since it was read. */
  readonly touched: readonly string[];
  /** As it came, before anything was set; absent for a new object. */
  readonly came?: Json;
}

/**
 * The seams at which a defect or a variant acts. Each takes what the reference client would go on with, and answers what it
 * goes on with instead.
 */
export interface ClientSeams {
  /** Every request, repeats included, just before it goes out. */
  send?(request: Outgoing, attempt: Attempt): Outgoing;
  /** Seconds to wait before a repeat; undefined does not repeat. */
  wait?(pause: Pause, status: number): number | undefined;
  /** What is written for the caller's object. */
  write?(object: JsonObject, writing: Writing): JsonObject | undefined;
  /** An assignment of the caller; true where it was made, so that the usual way is not gone. */
  assign?(object: JsonObject, path: string, value: Json, isKept: boolean): boolean;
  stringify?(object: JsonObject): string;
  /** A JSON body that came, as the caller gets it. May throw. */
  read?(value: Json, op: DriverOperation): Json;
  /** The answer of a success, as the caller gets it. May throw. */
  succeed?(value: Json, status: number, op: DriverOperation): Json;
  fail?(error: DriverError, status: number): DriverError | 'success';
  /** Where a list goes on; undefined where it ends. */
  next?(link: string | undefined, page: JsonObject, list: string): string | undefined;
  /** A query option as it stands in the URL. */
  option?(name: string, value: string): string;
  /** An id as it stands in the path. */
  segment?(id: string): string;
}
