import type { Case, Step } from '../case.ts';
import { documentedBodies } from './documented-bodies.ts';
import { said } from './life-steps.ts';
import { read, remove } from './lives.ts';
import { meetingsOnOneCard } from './meetings.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';
import { sideBySide } from './side-by-side.ts';
import { notes } from './telling-bodies.ts';

/** Requests that overlap: on one card, on two, and of one user who clocks in twice. */
export function racesPhase(settings: PlanSettings): PhasePlan {
  return {
    phase: 'races',
    kind: 'listed',
    cases: [...meetingsOnOneCard(settings), ...sideBySide(settings), clockInsOfOneUser(settings)],
  };
}

/** Milliseconds by which the second request of a pair starts later, in one overlap after the other. */
const delays = [0, 1];

/** Two clockIns of one user at once, where a strict server takes only one. */
function clockInsOfOneUser({ people }: PlanSettings): Case {
  const { clockIn } = documentedBodies(people);
  return {
    name: 'two clockIns of one user at the same time',
    phase: 'races',
    suites: ['races'],
    steps: delays.flatMap((delay, index): readonly Step[] => {
      const [a, b] = [`first of ${index + 1}`, `second of ${index + 1}`];
      const first = `clock in, ${a}`;
      const body = said(true, notes('text', 'the second request'));
      return [
        { name: first, operation: 'clockIn', makes: a, body: clockIn },
        { name: `clock in, ${b}`, operation: 'clockIn', makes: b, body, overlaps: first, delay },
        read(`look at the ${a}`, a),
        read(`look at the ${b}`, b),
        remove(a),
        remove(b),
      ];
    }),
  };
}
