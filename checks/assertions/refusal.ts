import type { Entry } from '../trace/trace.ts';

/**
 * What the refusal says of a request that the documents show to succeed in this situation. `wrong`: the request itself is
 * called wrong, or the operation is not there, or fails. `refused`: a role, a lock, another system or the time clock's own
 * settings may stand in the way, and no document says that they must not. Source: errors page, table of status codes.
 */
export function refusalSays({
  operation,
  status,
  before,
}: Pick<Entry, 'operation' | 'status' | 'before'>): 'wrong' | 'refused' | 'transport' | 'lag' {
  if (status === undefined || hasNoUsableAnswer(status)) return 'transport';
  if (mayHaveReasons.has(status)) return 'refused';
  // A machine that has not heard of the card yet. A get that does not find it is asked again until it does.
  if (status === 404 && operation !== 'get' && before !== undefined && before.latest?.by !== 'get') return 'lag';
  return 'wrong';
}

/** No usable answer: none at all, or one that says "not now", of the service or of what stands before it. */
export function hasNoUsableAnswer(status: number | undefined): boolean {
  return status === undefined || [408, 429, 502, 503, 504, 509].includes(status);
}

/** Written by what stands before the service, in a form of its own. Source: RFC 9110, 15.6.3 and 15.6.5. */
export function isFromGateway(status: number): boolean {
  return status === 502 || status === 504;
}

/** Not signed in for it, not paid, not allowed, in conflict, out of date, locked, full. */
const mayHaveReasons: ReadonlySet<number> = new Set([401, 402, 403, 409, 412, 423, 428, 507]);
