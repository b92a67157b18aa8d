/**
 * What the numbers of two runs say about a value that only one of them saw. `sameTraffic`: the same requests, so that a new
 * value is a change. `counted`: both say how often, so that chance can be ruled out. `asOften`: the first is a lock and says
 * no numbers, but its run was of the same extent, so that it saw about as much. `uncounted`: nothing can be ruled out.
 */
export type Sampling = 'sameTraffic' | 'counted' | 'asOften' | 'uncounted';

/** What has to be known about two runs before their parts are compared. */
export interface CompareSettings {
  readonly sampling: Sampling;
  /** One of the runs is traffic that others made and a tool recorded: it may have left headers and answers out. */
  readonly isOfTools: boolean;
}

/** Less probable than this is no chance. */
const rare = 1e-6;

/**
 * Whether chance explains that the first run did not see something that the second saw `count` times among `among`.
 *
 * @param of how often the first run looked, where it says so
 */
export function mayBeChance(sampling: Sampling, count: number, among: number, of: number): boolean {
  switch (sampling) {
    case 'sameTraffic':
      return false;
    case 'counted':
      return (1 - count / among) ** of >= rare;
    case 'asOften':
      return (1 - count / among) ** among >= rare;
    case 'uncounted':
      return true;
  }
}
