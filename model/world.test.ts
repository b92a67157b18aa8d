import { expect, test } from 'vitest';
import { after, openCardOf, presentCards, type Move, type World } from './world.ts';

const handle = 'card 1';

function worldAfter(...moves: readonly Move[]): World {
  return moves.reduce(after, [] as World);
}

const clockIn: Move = { kind: 'clockIn', owner: 'caller', handle, state: 'clockedIn' };

test.each<[Move['kind'][], state: string, breaks: number]>([
  [[], 'clockedIn', 0],
  [['startBreak'], 'onBreak', 1],
  [['startBreak', 'endBreak'], 'clockedIn', 1],
  [['startBreak', 'endBreak', 'startBreak', 'endBreak', 'clockOut'], 'clockedOut', 2],
  [['clockOut', 'delete'], 'gone', 0],
  // What the documents leave open changes nothing: the server's answer says what became of it.
  [['endBreak'], 'clockedIn', 0],
  [['startBreak', 'clockOut'], 'onBreak', 1],
  [['clockOut', 'startBreak'], 'clockedOut', 0],
  [['delete', 'clockOut'], 'gone', 0],
])('after clockIn and %j the card is %s', (kinds, state, breaks) => {
  const moves = kinds.map((kind) => ({ kind, handle }) as Move);
  expect(worldAfter(clockIn, ...moves)).toMatchObject([{ state, breaks }]);
});

test('a replaced card is what was sent', () => {
  const world = worldAfter(clockIn, { kind: 'replace', handle, state: 'clockedOut', breaks: 2 });
  expect(world).toMatchObject([{ state: 'clockedOut', breaks: 2, edited: true }]);
  expect(
    worldAfter(clockIn, { kind: 'delete', handle }, { kind: 'replace', handle, state: 'clockedIn', breaks: 0 }),
  ).toMatchObject([{ state: 'gone', edited: false }]);
});

const closed: Move = { kind: 'create', owner: 'caller', handle, state: 'clockedOut' };
const confirm: Move = { kind: 'confirm', handle };

test.each<[moves: readonly Move[], confirmed: boolean]>([
  [[clockIn], false],
  [[closed], false],
  [[closed, confirm], true],
  [[closed, confirm, confirm], true],
  // The documents show confirmations of closed cards only.
  [[clockIn, confirm], false],
  // Whether a confirmation survives a replace is left open.
  [[closed, confirm, { kind: 'replace', handle, state: 'clockedOut', breaks: 0 }], false],
  [[closed, confirm, { kind: 'edit', handle }], false],
  [[closed, confirm, { kind: 'get', handle }], true],
  [[closed, confirm, { kind: 'replace', handle, state: 'onBreak', breaks: 1 }, confirm], false],
])('after %j confirmed is %j', (moves, confirmed) => {
  expect(worldAfter(...moves)).toMatchObject([{ confirmed }]);
});

test('a confirmation changes nothing but that', () => {
  const [card] = worldAfter(closed);
  expect(worldAfter(closed, confirm)).toEqual([{ ...card, confirmed: true }]);
});

test('a card that nobody replaced is not edited', () => {
  expect(worldAfter(clockIn, { kind: 'startBreak', handle })).toMatchObject([{ edited: false }]);
});

test('a move changes one card, and the open card of a user is known', () => {
  const colleague: Move = { kind: 'create', owner: 'colleague', handle: 'card 2', state: 'clockedOut' };
  const world = worldAfter(clockIn, colleague, { kind: 'startBreak', handle });
  expect(openCardOf(world, 'caller')).toMatchObject({ handle, state: 'onBreak' });
  expect(openCardOf(world, 'colleague')).toBeUndefined();
  expect(presentCards(after(world, { kind: 'delete', handle })).map((card) => card.handle)).toEqual(['card 2']);
});
