import type { Case } from '../case.ts';
import { documentedBody } from './documented-body.ts';
import type { PlanSettings } from './phase-plan.ts';

/** A card of the one team, looked for in the other. */
export function otherTeamCases({ people, capabilities }: PlanSettings): readonly Case[] {
  if (!capabilities.has('otherTeam')) return [];
  return [
    {
      name: 'a card under another team',
      phase: 'paging',
      suites: ['reading'],
      steps: [
        { name: 'create', operation: 'create', makes: 'card', body: documentedBody('create_req', people) },
        { name: 'get', operation: 'get', card: 'card' },
        {
          name: 'get under the other team',
          operation: 'get',
          card: 'card',
          team: 'other',
          mutation: { pointer: 'url:team', keyword: 'other', controlOf: 'get' },
        },
        { name: 'list the other team', operation: 'list', team: 'other', walk: true },
      ],
    },
  ];
}
