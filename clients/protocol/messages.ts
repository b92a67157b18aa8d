import type { Json, JsonObject } from '../../traffic/json.ts';

/** Version of the protocol that this suite speaks with drivers. */
export const protocolVersion = 1;

/** What a driver can be told to do: the operations of the API by their names, and what libraries offer beside them. */
export const driverOperations = [
  'echo',
  'clockIn',
  'clockOut',
  'startBreak',
  'endBreak',
  'confirm',
  'confirmForUser',
  'create',
  'get',
  'list',
  'listAll',
  'update',
  'replace',
  'delete',
] as const;
export type DriverOperation = (typeof driverOperations)[number];

/** An object that the driver builds by the setters of its library. */
export interface BodyToBuild {
  /** Name under which an earlier call kept the object to change; a new one if left out. */
  readonly from?: string;
  /** Assignments, in order: path with dots to value. `{ "$time": text }` is an instant, in the date type of the library. */
  readonly set: JsonObject;
}

/** One call of the library. */
export interface LibraryCall {
  readonly cmd: 'call';
  readonly id: number;
  /** With the version, without a slash at the end: `http://127.0.0.1:4123/k7/v1.0`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly team: string;
  readonly op: DriverOperation;
  readonly card?: string;
  readonly query?: { readonly filter?: string; readonly top?: number };
  readonly body?: BodyToBuild;
  /** Keep the object that the call gives under this name. */
  readonly keep?: string;
  /** Keep the object that was built for the body under this name. */
  readonly keepBody?: string;
}

export type DriverMessage =
  | { readonly cmd: 'start'; readonly version: typeof protocolVersion }
  | LibraryCall
  | { readonly cmd: 'stop' };

/** The library that a driver drives. */
export interface LibraryName {
  readonly name: string;
  readonly version: string;
  /** With its version: `Python 3.11.7`. */
  readonly language: string;
}

/** What a user of the library can reach of an error. */
export interface DriverError {
  readonly type?: string;
  readonly message?: string;
  readonly status?: number;
  readonly code?: string;
}

/** What a driver says to a call. */
export type CallAnswer =
  | { readonly id: number; readonly value: Json }
  | { readonly id: number; readonly error: DriverError }
  /** The library has no such call: a reason, as a sentence fragment. */
  | { readonly id: number; readonly unsupported: string };

export interface Hello {
  readonly version: number;
  readonly library: LibraryName;
}
