import { suiteNames, type SuiteName } from '../engine/cases/suite.ts';

/** How much is measured: all that a figure needs, or a little, which shows that the benchmark still runs. */
export type Scale = 'whole' | 'small';

/** The suites that a measured run has. */
export function suitesOf(scale: Scale): ReadonlySet<SuiteName> {
  return new Set(scale === 'whole' ? suiteNames : ['confirm']);
}
