import type { Case } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read } from '../life-cycles/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';

/**
 * A card of the caller that an application made: the application finds it in its list, and the caller, whose doing it was
 * not, is shown in list who made it as in get.
 */
export function madeByOthers({ people, actors }: PlanSettings): readonly Case[] {
  if (!actors.has('application')) return [];
  const { create } = documentedBodies(people);
  return [
    {
      name: 'a card that an application made',
      phase: 'paging',
      suites: ['reading'],
      steps: [
        { name: 'create as an application', operation: 'create', makes: 'card', body: create, actor: 'application' },
        { ...read('get as an application'), actor: 'application' },
        { name: 'list as an application', operation: 'list', walk: true, actor: 'application' },
        read('get'),
        read('get once more'),
        { name: 'list', operation: 'list', walk: true },
      ],
    },
  ];
}
