import { documentedBodies } from './documented-bodies.ts';
import { read } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/** More than two of the seconds in which a service may count time (checks/moved-forward.ts). */
const apart = 2_100;

/**
 * Writes with time between them, for a server on which lastModifiedDateTime seemed to stand still: on a fast one the time
 * before and the time after a write may be the same. On any other server it sends nothing.
 */
export function writesApart({ people }: PlanSettings): PhasePlan {
  const { create, replace } = documentedBodies(people);
  return {
    phase: 'lifeCycle',
    kind: 'listed',
    cases: [
      {
        name: 'writes with time between them',
        phase: 'lifeCycle',
        suites: ['replace', 'confirm'],
        settles: ['TC-REPLACE-009', 'TC-CONFIRM-011'],
        steps: [
          { name: 'create', operation: 'create', makes: 'card', body: create, ofToday: 10 },
          read('read'),
          { name: 'replace', operation: 'replace', card: 'card', body: replace, apart },
          read('read the replaced'),
          { name: 'confirm', operation: 'confirm', card: 'card', apart },
          read('read the confirmed'),
        ],
      },
    ],
  };
}
