import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { clockIn, closedCard, createdCard, openCard } from '../../test/card-exchanges.ts';
import { changed, otherTeam, secondUser, team } from '../../test/exchanges.ts';
import { afterSight, unseenCard, type History } from './history.ts';
import { mayTouch, mayTouchKnown, ownerAfter, type Write } from './touching-writes.ts';

const id = 'TCK_other';
const historyOf = (card: JsonObject): History => afterSight(unseenCard(id), { card, sequence: 1, by: 'get' });
const [open, closed] = [historyOf({ ...openCard, id }), historyOf({ ...closedCard, id })];
const ofTeam = (teamId: string): Partial<History> => ({
  madeBy: { operation: 'clockIn', sequence: 1, actor: 'caller', teamId },
});

function write(operation: Write['operation'], rest: Partial<Write> = {}): Write {
  const { request } = clockIn();
  return {
    operation,
    location: locate(request.method, request.url),
    answer: openCard,
    sent: {},
    cardId: undefined,
    before: undefined,
    ...rest,
  };
}

/** A create at the time of the closed card, and one on another day. */
const atThatTime = write('create', { answer: { ...closedCard, id: 'TCK_made' } });
const anotherDay = write('create', { answer: { ...createdCard, ...changed(createdCard, dayBefore()) } });

function dayBefore(): Readonly<Record<string, string>> {
  return { '/clockInEvent/dateTime': '2025-01-06T08:00:00Z', '/clockOutEvent/dateTime': '2025-01-06T09:00:00Z' };
}

test('whose card it is after a write', () => {
  expect(ownerAfter(write('clockIn'))).toBe(openCard['userId']);
  expect(ownerAfter(write('create', { answer: { ...createdCard, userId: secondUser }, before: open }))).toBe(
    secondUser,
  );
  expect(ownerAfter(write('create', { answer: { ...createdCard, userId: null } }))).toBeUndefined();
  expect(ownerAfter(write('create', { answer: null }))).toBeUndefined();
  expect(ownerAfter(write('replace', { before: { ...open, owner: secondUser } }))).toBe(secondUser);
  expect(ownerAfter(write('clockOut'))).toBeUndefined();
});

describe('a write may touch', () => {
  test.each<[name: string, entry: Write, card: History]>([
    ['an open card, if a card begins', write('clockIn'), open],
    ['an open card, if one is created of another day', anotherDay, open],
    ['an open card, if another one is replaced', write('replace', { cardId: 'TCK_replaced' }), open],
    ['a closed card, if one is created of the same time', atThatTime, closed],
    ['a closed card, if another one is replaced by that time', write('replace', { sent: closedCard }), closed],
    ['a card of no owner, if one of somebody begins', write('clockIn'), historyOf({ ...openCard, id, userId: null })],
    ['a card of nobody known', write('clockIn', { answer: null }), open],
    ['a card whose team nobody knows', write('clockIn'), { ...open, ...ofTeam(team.toUpperCase()) }],
    ['a card in an unknown state', anotherDay, { ...closed, state: 'unknown' }],
  ])('%s', (_name, entry, card) => {
    expect(mayTouchKnown(entry, card)).toBe(true);
  });
});

describe('a write leaves alone', () => {
  test.each<[name: string, entry: Write, card: History]>([
    ['every card, if none begins', write('clockOut'), open],
    ['a card that is gone', write('clockIn'), { ...open, state: 'gone' }],
    ['the card that it replaces', write('replace', { cardId: id, answer: null }), open],
    ['the card that it makes', write('clockIn', { answer: { ...openCard, id } }), open],
    ['a card of another team', write('clockIn'), { ...open, ...ofTeam(otherTeam) }],
    ['a card of another user', write('clockIn'), { ...open, owner: secondUser }],
    ['a closed card, if one begins now', write('clockIn', { answer: { ...closedCard, id: 'TCK_made' } }), closed],
    ['a closed card, if one is created of another day', anotherDay, closed],
    [
      'a closed card, if another one is replaced by another day',
      write('replace', { sent: changed(createdCard, dayBefore()) }),
      closed,
    ],
  ])('%s', (_name, entry, card) => {
    expect(mayTouchKnown(entry, card)).toBe(false);
  });
});

test('of a card of the same user, the time counts once it is closed', () => {
  expect(mayTouch(anotherDay, openCard)).toBe(true);
  expect(mayTouch(anotherDay, closedCard)).toBe(false);
  expect(mayTouch(atThatTime, closedCard)).toBe(true);
  expect(mayTouch(write('clockOut'), openCard)).toBe(false);
});
