import { headerValue } from '../../../traffic/headers.ts';
import type { KeptExchange } from './as-har-entry.ts';

/**
 * With a time for each, for tools that do one request after the other and do not keep when: what the tool or the `Date` of
 * the answer says, to the second, and later than the one before. Their order is that of the file.
 */
export function oneAfterTheOther(kept: readonly KeptExchange[], from: number | undefined): readonly KeptExchange[] {
  let free = from ?? 0;
  return kept.map((one) => {
    const told = one.startedAt ?? Date.parse(headerValue(one.responseHeaders, 'date') ?? '');
    const startedAt = Number.isNaN(told) ? free : Math.max(told, free);
    free = startedAt + one.duration + 1;
    return { ...one, startedAt };
  });
}
