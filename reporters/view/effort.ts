import type { RunHeader } from '../../results/line.ts';
import { visible } from './visible.ts';

/** An effort that a reader has to know: not that of a normal run, of one of an earlier version, or of traffic of others. */
export function unusualEffort({ effort }: RunHeader): string | undefined {
  return effort === undefined || effort === 'normal' ? undefined : visible(effort);
}
