import type { Case, Step } from '../case.ts';
import { documentedBodies } from './documented-bodies.ts';
import { read, writesOf } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/** A card of the one team, looked for and written to under the other; each write then comes as its own control. */
export function otherTeamInBrief(settings: PlanSettings): PhasePlan {
  const cases = settings.capabilities.has('otherTeam') ? [underOtherTeam(settings)] : [];
  return { phase: 'paging', kind: 'listed', cases };
}

function underOtherTeam({ people }: PlanSettings): Case {
  const bodies = documentedBodies(people);
  const { clockIn } = bodies;
  const writes = writesOf(bodies);
  return {
    name: 'a card under another team',
    phase: 'paging',
    suites: ['reading', 'isolation'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      read('get'),
      elsewhere(read('get')),
      { name: 'list the other team', operation: 'list', team: 'other', walk: true },
      ...writes.flatMap((step): readonly Step[] => [
        elsewhere(step),
        read(`get after ${step.operation} under the other team`),
        step,
        ...(step.operation === 'delete' ? [] : [read(`get after ${step.operation}`)]),
      ]),
    ],
  };
}

function elsewhere(step: Step): Step {
  return {
    ...step,
    name: `${step.name} under the other team`,
    team: 'other',
    mutation: { pointer: 'url:team', keyword: 'other', controlOf: step.name },
  };
}
