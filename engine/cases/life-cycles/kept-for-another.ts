import { plainSampleAt } from '../../../arbitraries/text.ts';
import type { Case, Step } from '../case.ts';
import type { Clothes } from '../clothes.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { said } from './life-steps.ts';
import { remove } from './card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';
import { notes } from './distinctive-bodies.ts';

const clothesOfClockIn: readonly Clothes[] = [
  ['spaced', 'reversed', 'chunked'],
  ['escapedNames', 'charset'],
  ['escapedTexts', 'lines', 'capitalType'],
  ['capitalPeople'],
];

/**
 * Cards that the caller keeps for a colleague, by requests in other clothes: one in which the colleague is overlooked makes
 * a card of the caller. Whether an id in another letter case is that of the same person is left to the server; that it is
 * the caller's is not. Each card is removed before the next, so that a strict server takes that.
 */
export function keptForAnother({ people, capabilities }: PlanSettings): readonly Case[] {
  const { onBehalfOfUserId } = people;
  if (!capabilities.has('onBehalfOfUser') || onBehalfOfUserId === undefined) return [];
  const { create } = documentedBodies(people);
  const clockIns = clothesOfClockIn.flatMap((clothes, index): readonly Step[] => {
    const body = { ...said(true, notes('text', plainSampleAt(index))), onBehalfOfUserId };
    const made = `card ${index + 1}`;
    return [
      { name: `clock in, ${clothes.join(', ')}`, operation: 'clockIn', makes: made, body, clothes },
      remove(made),
    ];
  });
  return [
    {
      name: 'cards for another user in other clothes',
      phase: 'lifeCycle',
      suites: ['clockIn', 'create'],
      steps: [
        ...clockIns,
        {
          name: 'create, capitalPeople',
          operation: 'create',
          makes: 'created',
          body: { ...create, userId: onBehalfOfUserId },
          clothes: ['capitalPeople'],
        },
        remove('created'),
      ],
    },
  ];
}
