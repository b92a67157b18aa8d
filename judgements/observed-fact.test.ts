import { describe, expect, it } from 'vitest';
import { factId, outcomeOf } from './observed-fact.ts';

describe('outcomeOf', () => {
  it.each([
    [200, { status: 200 }],
    ['204', { status: 204 }],
    ['no answer', { status: null }],
    ['404 NotFound > Inner', { status: 404, code: 'NotFound > Inner' }],
    ['200, ignored', { status: 200, effect: 'ignored' }],
    ['204 without a timeCard', { status: 204, effect: 'withoutCard' }],
    ['the card changes', { effect: 'changed' }],
    ['accepted', { effect: 'accepted' }],
  ] as const)('reads %j', (value, outcome) => {
    expect(outcomeOf(value)).toEqual(outcome);
  });

  it.each([null, 7, 'date, etag', 'constructor', '999 x', 'up to milliseconds'])('finds none in %j', (value) => {
    expect(outcomeOf(value)).toBeUndefined();
  });
});

describe('factId', () => {
  it('is made of the requirement and the words', () => {
    expect(factId('TC-AUTH-009', 'startBreak by a second user of another’s card')).toBe(
      'TC-AUTH-009/startbreak-by-a-second-user-of-another-s-card',
    );
    expect(factId('TC-LIST-009', 'list with $select=id')).toBe('TC-LIST-009/list-with-select-id');
  });
});
