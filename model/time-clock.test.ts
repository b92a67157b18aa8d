import { expect, test } from 'vitest';
import { operations, type Operation } from '../specs/operation.ts';
import { allowed, cardStates, type CardState } from './time-clock.ts';

/** What the pages say: the state that a success leads to, `refused`, or `open` where they say nothing. */
type Said = CardState | 'refused' | 'open';

const said: Readonly<Record<CardState, Readonly<Record<Operation, Said>>>> = {
  clockedIn: {
    ...{ list: 'open', create: 'open', clockIn: 'open', replace: 'open', confirm: 'open', confirmForUser: 'open' },
    ...{ get: 'clockedIn', delete: 'gone', clockOut: 'clockedOut', startBreak: 'onBreak', endBreak: 'open' },
  },
  onBreak: {
    ...{ list: 'open', create: 'open', clockIn: 'open', replace: 'open', confirm: 'open', confirmForUser: 'open' },
    ...{ get: 'onBreak', delete: 'gone', clockOut: 'open', startBreak: 'open', endBreak: 'clockedIn' },
  },
  clockedOut: {
    ...{ list: 'open', create: 'open', clockIn: 'open', replace: 'open', confirm: 'open', confirmForUser: 'open' },
    ...{ get: 'clockedOut', delete: 'gone', clockOut: 'open', startBreak: 'open', endBreak: 'open' },
  },
  gone: {
    ...{ list: 'open', create: 'open', clockIn: 'open' },
    ...{ get: 'refused', delete: 'refused', clockOut: 'refused', startBreak: 'refused', endBreak: 'refused' },
    ...{ replace: 'refused', confirm: 'refused', confirmForUser: 'refused' },
  },
};

const rows = cardStates.flatMap((state) => operations.map((operation) => [state, operation] as const));

test.each(rows)('%s: %s', (state, operation) => {
  const answer = allowed(state, operation);
  const word = answer.kind === 'succeeds' ? answer.to : answer.kind === 'refused' ? 'refused' : 'open';
  expect(word).toBe(said[state][operation]);
});
