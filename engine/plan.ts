import type { Case } from './cases/case.ts';
import { delayedWrites } from './cases/lives/writes-apart.ts';
import { amidOthers } from './cases/lists/amid-others.ts';
import { applicationInBrief } from './cases/refusals/application.ts';
import { boundariesPhase } from './cases/boundaries/boundaries.ts';
import { refusalsInBrief, strangersInBrief } from './cases/refusals/refusals-in-brief.ts';
import { clockedInAgain } from './cases/lives/clocked-in-again.ts';
import { examplesOfToday, examplesPhase, otherExamples } from './cases/examples/examples.ts';
import { isolationInBrief, isolationThroughout } from './cases/isolation/isolation.ts';
import { lifeCyclePhase } from './cases/random/life-cycle.ts';
import { shortLifeCycles } from './cases/lives/lives-in-brief.ts';
import { otherTeamInBrief } from './cases/refusals/other-team.ts';
import { listsInBrief, longList } from './cases/lists/lists.ts';
import { sizeOf, type PhasePlan, type PlanSettings } from './cases/phase-plan.ts';
import { racesPhase } from './cases/races/races.ts';
import { randomPhase } from './cases/random/random.ts';
import { refusalsPhase } from './cases/refusals/refusals.ts';
import { confirmedByApplication, withoutUsers } from './cases/without-users.ts';
import type { SuiteName } from './cases/suite.ts';

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
    shortLifeCycles(settings),
    listsInBrief(settings),
    amidOthers(settings),
    applicationInBrief(settings),
    isolationInBrief(settings),
    delayedWrites(settings),
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
  const possible = settings.actors.has('caller')
    ? phases
    : [...phases.map(withoutUsers), confirmedByApplication(settings)];
  return possible
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
