import type { Headers } from '../traffic/exchange.ts';
import { headerValue } from '../traffic/headers.ts';

/**
 * How long a server asks to wait, in milliseconds: Retry-After in seconds or as a date, relative to the server's own clock;
 * doubling from 250 ms without one.
 * @param attempt from 0
 * @param now when the answer came, in milliseconds since the epoch
 */
export function waitOf(headers: Headers, attempt: number, now: number): number {
  const asked = headerValue(headers, 'retry-after');
  const seconds = asked === undefined ? Number.NaN : Number(asked);
  if (Number.isFinite(seconds)) return Math.max(seconds * 1000, 0);
  const until = Date.parse(asked ?? '');
  const serverNow = Date.parse(headerValue(headers, 'date') ?? '');
  if (Number.isNaN(until)) return 250 * 2 ** attempt;
  return Math.max(until - (Number.isNaN(serverNow) ? now : serverNow), 0);
}
