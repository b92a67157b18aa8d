import type { Compared } from './difference.ts';

/** How late reads were at worst. The measured time is chance; its class is not. */
export const lagClasses = ['none', 'under a second', 'a second or more'] as const;
export type LagClass = (typeof lagClasses)[number];

/** @param longestLag milliseconds */
export function lagClass(longestLag: number): LagClass {
  if (longestLag === 0) return 'none';
  return longestLag < 1000 ? 'under a second' : 'a second or more';
}

/**
 * Compares how late reads showed a write. Undefined where nobody measured it. It counts for nothing that was compared: every run
 * has it, also one that came to nothing else.
 */
export function compareLag(from: LagClass | undefined, to: LagClass | undefined): Compared {
  if (from === undefined || to === undefined || from === to) return { compared: 0, differences: [] };
  const difference = {
    id: 'lag',
    class: 'unknown',
    subject: 'how long reads lag behind writes',
    from,
    to,
    because: 'no document says when a write is to be seen',
  } as const;
  return { compared: 0, differences: [difference] };
}
