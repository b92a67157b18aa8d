import { sameId } from '../../checks/assertions/assertions.ts';
import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import type { Target } from '../../targets/target.ts';
import { textAt } from './answer.ts';
import type { ReadinessLine } from './line.ts';

type People = Target['people'];

/** A run clocks its users in and out: a card of theirs that is open is left alone, and nothing begins. */
export function openCardsLine(cards: readonly Json[], people: People): ReadinessLine {
  const open = cards.filter((card) => isOfUsers(card, people) && at(card, '/state') !== 'clockedOut');
  const isReady = open.length === 0;
  return {
    what: 'open time cards of these users',
    state: isReady ? 'ready' : 'missing',
    is: isReady ? 'none' : open.map((card) => `${textAt(card, '/id')} of ${textAt(card, '/userId')}`).join(', '),
    needed: 'none, since a user has one at most',
    ...(isReady ? {} : { remedy: 'clock out in Teams, or run cleanup if an earlier run left them' }),
  };
}

/** @param isWhole false where there were more pages than are read */
export function countLine(cards: readonly Json[], people: People, isWhole: boolean): ReadinessLine {
  const ours = cards.filter((card) => isOfUsers(card, people)).length;
  return {
    what: 'time cards of the team',
    state: 'ready',
    is: `${isWhole ? '' : 'at least '}${ours} of these users, ${cards.length - ours} of others`,
    needed: 'any; those of others are never touched',
  };
}

function isOfUsers(card: Json, { callerId, onBehalfOfUserId }: People): boolean {
  const userId = at(card, '/userId');
  return sameId(userId, callerId) || (onBehalfOfUserId !== undefined && sameId(userId, onBehalfOfUserId));
}
