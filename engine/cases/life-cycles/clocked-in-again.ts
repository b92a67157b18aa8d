import type { Case, Step } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read, remove } from './card-life.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';

/** The caller clocks in where a server that keeps who is in beside the cards may think that they are: they have no open card. */
export function clockedInAgain(settings: PlanSettings): PhasePlan {
  const { people, capabilities } = settings;
  const { onBehalfOfUserId } = people;
  const { clockIn, replace } = documentedBodies(people);
  const again: readonly Step[] = [
    { name: 'clock in again', operation: 'clockIn', makes: 'again', body: clockIn },
    read('read the new', 'again'),
  ];
  const suites = ['clockIn'] as const;
  const afterAnEdit: Case = {
    name: 'a clockIn after an edit that closed the card',
    phase: 'lifeCycle',
    suites,
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      { name: 'close it by a replace', operation: 'replace', card: 'card', body: replace, ofToday: 10 },
      read('read'),
      ...again,
    ],
  };
  const besideAColleague = (colleague: string): Case => ({
    name: 'a clockIn while a colleague is in whom the caller clocked in',
    phase: 'lifeCycle',
    suites,
    steps: [
      {
        name: 'clock a colleague in',
        operation: 'clockIn',
        makes: 'card',
        body: { ...clockIn, onBehalfOfUserId: colleague },
      },
      read('read'),
      ...again,
      remove('again'),
      remove('card'),
    ],
  });
  const mayClockIn = capabilities.has('onBehalfOfUser') && onBehalfOfUserId !== undefined;
  return {
    phase: 'lifeCycle',
    kind: 'listed',
    cases: [afterAnEdit, ...(mayClockIn ? [besideAColleague(onBehalfOfUserId)] : [])],
  };
}
