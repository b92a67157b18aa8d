import type { Outcome } from '../../specs/exchange.ts';
import { headerValue } from '../../specs/headers.ts';

/** How far the server's clock is ahead of ours, by its `Date` header at the middle of the exchange; undefined without one. */
export function clockOffset(outcome: Outcome, middle: number): number | undefined {
  if (outcome.kind !== 'response') return undefined;
  const date = Date.parse(headerValue(outcome.headers, 'date') ?? '');
  return Number.isNaN(date) ? undefined : date - middle;
}
