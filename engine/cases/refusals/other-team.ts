import type { Case, Step } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read, writesOf } from '../life-cycles/card-life.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';

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
      ...pagesOfTheOther(people.callerId),
      ...writes.flatMap((step): readonly Step[] => [
        elsewhere(step),
        read(`get after ${step.operation} under the other team`),
        step,
        ...(step.operation === 'delete' ? [] : [read(`get after ${step.operation}`)]),
      ]),
    ],
  };
}

/** Two cards there make two pages: what keeps to the team on the first may forget it on the next, or for a filter. */
function pagesOfTheOther(userId: string): readonly Step[] {
  const shift = (day: number) => ({
    userId,
    clockInEvent: { dateTime: `2024-04-0${day}T08:00:00Z` },
    clockOutEvent: { dateTime: `2024-04-0${day}T08:05:00Z` },
  });
  const create = (day: number): Step => ({
    name: `create ${day} in the other team`,
    operation: 'create',
    makes: `elsewhere ${day}`,
    team: 'other',
    body: shift(day),
    ofToday: 10 * day,
  });
  const list = { operation: 'list', team: 'other', walk: true } as const;
  return [
    create(1),
    create(2),
    { ...list, name: 'list the other team one by one', query: '$top=1' },
    { ...list, name: 'list the open of the other team', query: "$filter=state%20eq%20'clockedIn'" },
  ];
}

function elsewhere(step: Step): Step {
  return {
    ...step,
    name: `${step.name} under the other team`,
    team: 'other',
    mutation: { pointer: 'url:team', keyword: 'other', controlOf: step.name },
  };
}
