import type { RunHeader } from '../../results/line.ts';

/** An effort that a reader has to know: not that of a normal run, of one of an earlier version, or of traffic of others. */
export function unusualEffort({ effort }: RunHeader): 'quick' | 'thorough' | undefined {
  return effort === 'normal' ? undefined : effort;
}
