import type { Case } from './cases/case.ts';
import { delayedWrites } from './cases/life-cycles/delayed-writes.ts';
import { amidOthers } from './cases/lists/amid-others.ts';
import { applicationInBrief } from './cases/refusals/application.ts';
import { boundariesPhase } from './cases/boundaries/boundaries.ts';
import { refusalsInBrief, shortRefusals } from './cases/refusals/refusals-in-brief.ts';
import { clockedInAgain } from './cases/life-cycles/clocked-in-again.ts';
import { examplesOfToday, examplesPhase, otherExamples } from './cases/examples/examples.ts';
import { caseOrder } from './cases/case-order.ts';
import { includes, type Effort } from './cases/effort.ts';
import { isolationInBrief, isolationThroughout } from './cases/isolation/isolation.ts';
import { lifeCyclePhase } from './cases/random/life-cycle.ts';
import { shortLifeCycles } from './cases/life-cycles/short-life-cycles.ts';
import { otherTeamInBrief } from './cases/refusals/other-team.ts';
import { listsInBrief, longList } from './cases/lists/lists.ts';
import { sizeOf, type PhasePlan, type PlanSettings } from './cases/phase-plan.ts';
import { mostTellingFirst, movableIn } from './cases/most-telling-first.ts';
import { racesPhase } from './cases/races/races.ts';
import { randomPhase } from './cases/random/random.ts';
import { refusalsPhase } from './cases/refusals/refusals.ts';
import { confirmedByApplication, withoutUsers } from './cases/without-users.ts';
import { indexOf } from './shrink/path.ts';
import type { SuiteName } from './cases/suite.ts';

/** A phase and where its cases stand in the whole run. Offsets do not depend on which suites are chosen. */
export interface PlacedPhase {
  readonly plan: PhasePlan;
  readonly offset: number;
}

/**
 * All phases of a run, in order. What shows most in few requests stands first, as cases/case-order.ts has it; a limit of
 * requests then cuts off the repetition.
 */
export function planOf(settings: PlanSettings): readonly PlacedPhase[] {
  const plans = possible(settings, orderedPhases(settings));
  // What stands in for lists that are not read to their end is as good as what it stands in for.
  const standIns = movableIn(plans).filter(({ amidOthers: isStandIn }) => isStandIn === true);
  const order = [...caseOrder.quick, ...standIns.map(({ name }) => name), ...caseOrder.normal];
  const phases = [
    ...mostTellingFirst(plans, order),
    ...possible(settings, [clockedInAgain(settings)]),
    ...(settings.actors.has('caller') ? [] : [confirmedByApplication(settings)]),
  ];
  let offset = 0;
  return phases
    .filter((plan) => sizeOf(plan) > 0)
    .map((plan) => {
      const placed = { plan, offset };
      offset += sizeOf(plan);
      return placed;
    });
}

/** The cases that every run may make, in any order. */
export function movableCases(settings: PlanSettings): readonly Case[] {
  return movableIn(possible(settings, orderedPhases(settings))).filter(
    ({ amidOthers: isStandIn }) => isStandIn !== true,
  );
}

/** By kind, from what is documented to what is left to chance. */
function orderedPhases(settings: PlanSettings): readonly PhasePlan[] {
  return [
    examplesPhase(settings),
    shortRefusals(settings),
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
  ];
}

/** Some need a capability that is not there, and have no case without it. */
function possible({ actors }: PlanSettings, phases: readonly PhasePlan[]): readonly PhasePlan[] {
  return actors.has('caller') ? phases : phases.map(withoutUsers);
}

/** Why the case to make again is not there: another version, or other settings, plan other cases. */
export function missingCase(plan: readonly PlacedPhase[], path: string | undefined): string | undefined {
  const cases = plan.reduce((sum, placed) => sum + sizeOf(placed.plan), 0);
  if (path === undefined || indexOf(path) < cases) return undefined;
  return `case ${indexOf(path)} does not exist: with these settings a run has ${cases}`;
}

const [quick, thorough] = [new Set(caseOrder.quick), new Set(caseOrder.thorough)];

/** True for a case that serves one of the chosen suites and is made with that effort. */
export function isChosen(
  { name, suites }: Case,
  chosen: { readonly suites: ReadonlySet<SuiteName>; readonly effort?: Effort },
): boolean {
  const least = quick.has(name) ? 'quick' : thorough.has(name) ? 'thorough' : 'normal';
  return suites.some((suite) => chosen.suites.has(suite)) && includes(chosen.effort ?? 'normal', least);
}
