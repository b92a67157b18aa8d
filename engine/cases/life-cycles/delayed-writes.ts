import type { Step } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read } from './card-life.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';

/** More than two of the seconds in which a service may count time (checks/assertions/moved-forward.ts). */
const apart = 2_100;

/** A write some time after what came before it, and a look. */
function later(name: string, step: Omit<Step, 'name'>): readonly Step[] {
  return [{ name, card: 'card', apart, ...step }, read(`read after: ${name}`)];
}

/**
 * Writes with time between them, for a server on which lastModifiedDateTime seemed to stand still: on a fast one the time
 * before and the time after a write may be the same. On any other server it sends nothing.
 */
export function delayedWrites({ people }: PlanSettings): PhasePlan {
  const { create, replace } = documentedBodies(people);
  const begin: readonly Step[] = [
    { name: 'create', operation: 'create', makes: 'card', body: create, ofToday: 10 },
    read('read'),
  ];
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
          ...begin,
          ...later('replace', { operation: 'replace', body: replace }),
          ...later('confirm', { operation: 'confirm' }),
        ],
      },
      {
        name: 'an edit of the notes with time before it',
        phase: 'lifeCycle',
        suites: ['replace'],
        settles: ['TC-REPLACE-031'],
        steps: [
          ...begin,
          // As it was created, and not as it was read: a service may refuse to be sent what only it knows.
          ...later('edit the notes', {
            operation: 'replace',
            body: { ...create, notes: { contentType: 'text', content: 'Left later' } },
            ofToday: 10,
          }),
        ],
      },
    ],
  };
}
