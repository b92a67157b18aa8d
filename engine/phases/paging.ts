import type { Case } from '../case.ts';
import { documentedBody } from './documented-body.ts';
import { otherTeamCases } from './other-team.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/** Pages, `$top` and `$filter` of list, with an open and a closed card to tell apart; then the list of another team. */
export function pagingPhase(settings: PlanSettings): PhasePlan {
  const { people } = settings;
  const lists: Case = {
    name: 'list with $top and $filter',
    phase: 'paging',
    suites: ['reading', 'shapes'],
    steps: [
      { name: 'create', operation: 'create', makes: 'closed', body: documentedBody('create_req', people) },
      { name: 'clock in', operation: 'clockIn', makes: 'open', body: documentedBody('clockin1_req', people) },
      { name: 'list all', operation: 'list', walk: true },
      { name: 'list one by one', operation: 'list', query: '$top=1', walk: true },
      { name: 'list the closed', operation: 'list', query: "$filter=state%20eq%20'clockedOut'" },
    ],
  };
  return { phase: 'paging', kind: 'listed', cases: [lists, ...otherTeamCases(settings)] };
}
