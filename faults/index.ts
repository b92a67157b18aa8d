import type { Defect } from './defect.ts';
import { stateDefects } from './state.ts';
import { statusDefects } from './status.ts';

/** Every known way in which the reference server can be made to misbehave. */
export const faults: readonly Defect[] = [...statusDefects, ...stateDefects];

/** The defect with this id. */
export function fault(id: string): Defect | undefined {
  return faults.find((one) => one.id === id);
}
