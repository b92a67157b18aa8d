import { expect, test } from 'vitest';
import { operations } from '../traffic/operation.ts';
import { effects, situationInWords, situationOf, successes } from './situation.ts';

test('an operation is shown to succeed nowhere else than where its effect is shown', () => {
  for (const operation of operations)
    expect([operation, effects[operation].card]).toEqual([operation, expectedCard(operation)]);
});

/** An accepted delete removes a card in any state, and an accepted replace replaces it; that they succeed is shown for a closed one. */
function expectedCard(operation: (typeof operations)[number]) {
  return operation === 'delete' || operation === 'replace' ? 'there' : successes[operation].card;
}

test('a row is about its write, or about its first operation', () => {
  expect(situationOf(['clockOut', 'get'], 'success')).toBe(successes.clockOut);
  expect(situationOf(['get', 'startBreak'], 'effect')).toBe(effects.startBreak);
  expect(situationOf(['get', 'list'], 'effect')).toBe(effects.get);
});

test.each([
  ['startBreak', 'a user, of a card that is clockedIn, before any confirmation or edit or break'],
  ['clockIn', 'a user, while the user has no open card'],
  ['confirmForUser', 'an application, of a card that is clockedOut, before any confirmation'],
  ['list', 'whoever may'],
] as const)('%s is shown for %s', (operation, words) => {
  expect(situationInWords(successes[operation])).toBe(words);
});
