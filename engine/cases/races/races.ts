import type { Case } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { said } from '../lives/life-steps.ts';
import { read, remove } from '../lives/card-life.ts';
import { meetingsOnOneCard, readWhileReplaced } from './meetings.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { sideBySideRaces } from './side-by-side.ts';
import { notes } from '../lives/distinctive-bodies.ts';

/** Requests that overlap: on one card, on two, and of one user who clocks in twice. */
export function racesPhase(settings: PlanSettings): PhasePlan {
  return {
    phase: 'races',
    kind: 'listed',
    cases: [
      ...meetingsOnOneCard(settings),
      ...sideBySideRaces(settings),
      clockInsOfOneUser(settings),
      readWhileReplaced(settings),
    ],
  };
}

/** Two clockIns of one user at once, where a strict server takes only one. */
function clockInsOfOneUser({ people }: PlanSettings): Case {
  const { clockIn } = documentedBodies(people);
  const body = said(true, notes('text', 'the second request'));
  const [first, second] = ['first', 'second'] as const;
  return {
    name: 'two clockIns of one user at the same time',
    phase: 'races',
    suites: ['races'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: first, body: clockIn },
      { name: 'clock in as well', operation: 'clockIn', makes: second, body, overlaps: 'clock in' },
      ...[first, second].map((card) => read(`look at the ${card}`, card)),
      ...[first, second].map(remove),
    ],
  };
}
