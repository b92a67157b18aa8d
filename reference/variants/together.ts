import type { Behaviour } from '../behaviour.ts';
import type { FaultHooks } from '../fault.ts';
import { layered } from '../layers.ts';

/** Several ways to differ at once, one around the other. */
export function together(all: readonly Behaviour[]): Behaviour {
  return {
    policy: Object.assign({}, ...all.map(({ policy }) => policy)) as NonNullable<Behaviour['policy']>,
    start: () => all.map((one) => one.start?.() ?? {}).reduce<FaultHooks>(layered, {}),
  };
}
