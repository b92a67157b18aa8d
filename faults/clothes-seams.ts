import type { FaultHooks, Understood } from '../reference/fault.ts';
import type { Received } from '../reference/call.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';

/** Changes the parsed body of some operations, with a view of how it came. */
export function knowing(
  operations: readonly Operation[],
  change: (body: JsonObject, call: Understood) => Json,
): FaultHooks {
  return {
    read: (body, call) => (isJsonObject(body) && operations.includes(call.operation) ? change(body, call) : body),
  };
}

/** The body as it was written. */
export function rawOf({ received }: Pick<Understood, 'received'>): string {
  return received.body.toString('utf8');
}

export function isChunked({ headers }: Received): boolean {
  return /chunked/i.test(headers['transfer-encoding'] ?? '');
}

/** The media type with its parameters, as it was written. */
export function typeOf({ headers }: Received): string {
  return headers['content-type'] ?? '';
}
