import type { Exchange } from '../../traffic/exchange.ts';

type Caller = Exchange['actor'] | undefined;

/** True where both are known to be the same: two of whom nothing is known may be anybody. */
export function sameActor(one: Caller, other: Caller): boolean {
  return one === other && one !== undefined && one !== 'unknown';
}
