import type { Fault, FaultHooks } from '../reference/fault.ts';
import { layered } from '../reference/layers.ts';

/** Several faults at once, one around the other. */
export function combined(faults: readonly Fault[]): Fault {
  return {
    id: faults.map(({ id }) => id).join('+'),
    start: () => faults.map((one) => one.start()).reduce<FaultHooks>(layered, {}),
  };
}
