import type { Case, Step } from '../case.ts';
import type { Clothes } from '../clothes.ts';
import { documentedBodies } from './documented-bodies.ts';
import { read } from './lives.ts';
import type { PlanSettings } from './phase-plan.ts';

/** A card that is replaced more than once, by what differs in its notes alone: there is a change though no time has moved. */
export function repeatedEdits({ people }: Pick<PlanSettings, 'people'>): Case {
  const { create, replace } = documentedBodies(people);
  const edit = (name: string, notes: string | null, clothes?: Clothes): readonly Step[] => [
    {
      name,
      operation: 'replace',
      card: 'card',
      body: { ...replace, notes: notes === null ? null : { contentType: 'text', content: notes } },
      ofToday: 20,
      ...(clothes === undefined ? {} : { clothes }),
    },
    read(`read after ${name}`),
  ];
  return {
    name: 'a card is replaced again and again',
    phase: 'lifeCycle',
    suites: ['replace', 'shapes'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body: create, ofToday: 10 },
      read('read'),
      ...edit('replace', 'Left later'),
      // The same person in another letter case.
      ...edit('replace the notes alone', 'Left later, as agreed', ['capitalPeople']),
      ...edit('replace the notes by none', null),
    ],
  };
}
