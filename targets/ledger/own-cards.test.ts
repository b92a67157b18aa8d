import { expect, test } from 'vitest';
import { OwnCards } from './own-cards.ts';

const collection = '/teams/team/schedule/timeCards';

test('a card that is deleted after an id was given again is not written to, as the ledger does not permit it either', () => {
  const cards = new OwnCards();
  for (const id of ['a', 'b']) cards.made({ id }, {}, collection);
  cards.removed('a');
  cards.unknown('a');
  expect(cards.has('a')).toBe(true);
  cards.heed({ id: 'x' }, { shownAgain: ['/id'], givesIdsAgain: true });
  cards.removed('b');
  expect(['a', 'b'].map((id) => [cards.has(id), cards.isDoubtful(id)])).toEqual([
    [false, false],
    [false, false],
  ]);
});
