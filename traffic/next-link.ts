import type { Exchange } from './exchange.ts';
import { at } from './pointer.ts';

/** The link to the next page in the answer of a list. */
export function nextLinkOf({ outcome }: Exchange): string | undefined {
  const link =
    outcome.kind === 'response' && outcome.body.kind === 'json'
      ? at(outcome.body.value, '/@odata.nextLink')
      : undefined;
  return typeof link === 'string' ? link : undefined;
}
