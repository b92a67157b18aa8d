import type { Habit } from './clock-with-others.ts';
import { people } from './clock-with-others.ts';

const minute = 60_000;

/** Ids one after the other, so that a number that loses its last digit is that of a neighbour. */
function bigNumber(made: number): string {
  return String(9_007_199_254_740_990n + BigInt(made));
}

const leading = [
  '.',
  '..',
  '../..',
  '%2e%2e',
  'a/b',
  '../../members',
  String.raw`..\..`,
  ' x',
  'clockIn',
  '$ref',
  '?',
  '#',
  '',
];

/** Servers that lead a careless client to the cards of others. */
export const habits = {
  'clockIn is answered with the card that was open already': {
    instead: (clock, userId, operation) => (operation === 'clockIn' ? clock.open(userId) : undefined),
  },
  'the same, and no list shows it': {
    instead: (clock, userId, operation) => (operation === 'clockIn' ? clock.open(userId) : undefined),
    isListed: ({ madeBy }) => madeBy === 'us',
  },
  'now and then clockIn is answered with a card that its user opened a minute ago': {
    instead: (clock, userId, operation) =>
      operation === 'clockIn' && clock.random() < 0.3 ? clock.addTheirs(userId, minute, true) : undefined,
    isListed: ({ madeBy }) => madeBy === 'us',
  },
  'now and then a new card is answered with one of another user': {
    instead: (clock) => (clock.random() < 0.3 ? clock.addTheirs(people.stranger, 0, true) : undefined),
  },
  'create is answered with a card of the same user that was there before': {
    instead: (clock, userId, operation) =>
      operation === 'create' ? clock.cards.find(({ card }) => card['userId'] === userId) : undefined,
  },
  'a new card has two ids, the second one is another’s': {
    write: (card, clock) => JSON.stringify(card).replace(/\}$/, `,"id":${JSON.stringify(theirs(clock.cards))}}`),
  },
  'a new card has two ids, the first one is another’s': {
    write: (card, clock) => JSON.stringify(card).replace(/^\{/, `{"id":${JSON.stringify(theirs(clock.cards))},`),
  },
  'ids of deleted cards are given to the next that is made, whoever makes it': {
    nextId: ({ freed, made }) => freed.pop() ?? made,
    meanwhile: (clock) => {
      if (clock.freed.length > 0 && clock.random() < 0.3) clock.addTheirs(people.caller, 0, false);
    },
  },
  'the id of a deleted card is another’s at once': {
    afterDelete: (id, clock) => void clock.addTheirs(people.caller, 0, false, id),
  },
  'others delete their cards, and we are given the ids': {
    nextId: ({ freed, made }) => freed.pop() ?? made,
    meanwhile: (clock) => {
      const held = clock.cards.find(({ madeBy }) => madeBy === 'others');
      if (held === undefined || clock.random() > 0.2) return;
      clock.cards.splice(clock.cards.indexOf(held), 1);
      clock.freed.push(held.id);
      clock.addTheirs(people.caller, 0, false);
    },
  },
  'ids are numbers beyond 2^53': {
    nextId: ({ made }) => bigNumber(made),
    write: (card) => JSON.stringify(card).replace(/"id":"(\d+)"/, '"id":$1'),
  },
  'ids lead elsewhere': {
    nextId: ({ made }) => leading[made % leading.length] ?? '',
  },
  'ids are those of others with a blank around': {
    nextId: ({ cards, made }) => (cards.length < 6 ? `id ${made}` : ` ${String(theirs(cards))} `),
  },
  'no card is named': { namesNoIds: true },
  'no card is deleted': { refusesDeletes: true },
  'nothing is wrong': {},
} as const satisfies Readonly<Record<string, Habit>>;

function theirs(cards: readonly { readonly id: string | number; readonly madeBy: string }[]): string | number {
  return cards.find(({ madeBy }) => madeBy === 'others')?.id ?? 'none';
}
