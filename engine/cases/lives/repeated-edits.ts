import type { Case, Step } from '../case.ts';
import type { Clothes } from '../clothes.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read } from './card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';
import { edited } from './reopened-life.ts';

/**
 * A card that is replaced again and again by what differs in one part alone, notes or a place: there is a change though no
 * time has moved.
 */
export function repeatedReplaces({ people }: Pick<PlanSettings, 'people'>): Case {
  const { create, replace } = documentedBodies(people);
  const replaced = (name: string, notes: string | null, clothes?: Clothes): readonly Step[] => [
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
      ...edited('annotate', [{ pointer: '/notes', value: { contentType: 'text', content: 'Left later' } }]),
      // The same person in another letter case.
      ...replaced('replace', 'Left later, as agreed', ['capitalPeople']),
      ...replaced('replace the notes by none', null),
      ...edited('move the clock-out elsewhere', [{ pointer: '/clockOutEvent/isAtApprovedLocation', value: false }]),
      ...edited('annotate the clock-out', [
        { pointer: '/clockOutEvent/notes', value: { contentType: 'text', content: 'Locked up' } },
      ]),
      // As it was read: whether that is a change is documented nowhere. Who would like to see the card may be shown it, or not.
      ...edited('send the same again', [], { headers: { Prefer: 'return=representation' } }),
    ],
  };
}
