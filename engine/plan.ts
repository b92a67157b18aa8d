import type { Case } from './case.ts';
import { writesApart } from './phases/apart.ts';
import { amidOthers } from './phases/amid-others.ts';
import { applicationInBrief } from './phases/application.ts';
import { boundariesPhase } from './phases/boundaries.ts';
import { refusalsInBrief, strangersInBrief } from './phases/essentials.ts';
import { clockedInAgain } from './phases/clocked-in-again.ts';
import { examplesOfToday, examplesPhase, otherExamples } from './phases/examples.ts';
import { isolationInBrief, isolationThroughout } from './phases/isolation.ts';
import { lifeCyclePhase } from './phases/life-cycle.ts';
import { livesInBrief } from './phases/lives-in-brief.ts';
import { otherTeamInBrief } from './phases/other-team.ts';
import { listsInBrief, longList } from './phases/paging.ts';
import { sizeOf, type PhasePlan, type PlanSettings } from './phases/phase-plan.ts';
import { racesPhase } from './phases/races.ts';
import { randomPhase } from './phases/random.ts';
import { refusalsPhase } from './phases/refusals.ts';
import type { SuiteName } from './suite.ts';

/** A phase and where its cases stand in the whole run. Offsets do not depend on which suites are chosen. */
export interface PlacedPhase {
  readonly plan: PhasePlan;
  readonly offset: number;
}

/**
 * All phases of a run, in order. What shows most in few requests stands first: the examples, what must be refused, one life
 * beside other cards, and the lists; a limit of requests then cuts off the repetition.
 */
export function planOf(settings: PlanSettings): readonly PlacedPhase[] {
  const phases = [
    examplesPhase(settings),
    strangersInBrief(settings),
    livesInBrief(settings),
    listsInBrief(settings),
    amidOthers(settings),
    applicationInBrief(settings),
    isolationInBrief(settings),
    writesApart(settings),
    refusalsInBrief(settings),
    otherTeamInBrief(settings),
    otherExamples(settings),
    boundariesPhase(settings),
    examplesOfToday(settings),
    isolationThroughout(settings),
    longList(settings),
    randomPhase(settings),
    lifeCyclePhase(settings),
    refusalsPhase(settings),
    racesPhase(settings),
    clockedInAgain(settings),
  ];
  let offset = 0;
  // Some need a capability that is not there, and have no case without it.
  return phases
    .filter((plan) => sizeOf(plan) > 0)
    .map((plan) => {
      const placed = { plan, offset };
      offset += sizeOf(plan);
      return placed;
    });
}

/** How many cases a plan has in all. */
export function casesIn(plan: readonly PlacedPhase[]): number {
  return plan.reduce((sum, placed) => sum + sizeOf(placed.plan), 0);
}

/** True for a case that serves one of the chosen suites. */
export function serves({ suites }: Case, chosen: ReadonlySet<SuiteName>): boolean {
  return suites.some((suite) => chosen.has(suite));
}
