import { expect, test } from 'vitest';
import { operations, type Operation } from '../traffic/operation.ts';
import { allowed, cardStates, type LifeState } from './time-clock.ts';

/** What the pages say: the state that a success leads to, `refused`, or `undocumented`. */
type Said = LifeState | 'refused' | 'undocumented';

const untold = { list: 'undocumented', create: 'undocumented', clockIn: 'undocumented' } as const;
const open = { ...untold, replace: 'undocumented', confirm: 'undocumented', confirmForUser: 'undocumented' } as const;
const step = { clockOut: 'undocumented', startBreak: 'undocumented', endBreak: 'undocumented' } as const;
const refused = {
  get: 'refused',
  delete: 'refused',
  clockOut: 'refused',
  startBreak: 'refused',
  endBreak: 'refused',
  replace: 'refused',
  confirm: 'refused',
  confirmForUser: 'refused',
} as const;

const said: Readonly<Record<LifeState, Readonly<Record<Operation, Said>>>> = {
  clockedIn: { ...open, ...step, get: 'clockedIn', delete: 'gone', clockOut: 'clockedOut', startBreak: 'onBreak' },
  onBreak: { ...open, ...step, get: 'onBreak', delete: 'gone', endBreak: 'clockedIn' },
  clockedOut: {
    ...untold,
    ...step,
    get: 'clockedOut',
    delete: 'gone',
    replace: 'clockedOut',
    confirm: 'clockedOut',
    confirmForUser: 'clockedOut',
  },
  gone: { ...untold, ...refused },
};

const rows = cardStates.flatMap((state) => operations.map((operation) => [state, operation] as const));

test.each(rows)('%s: %s', (state, operation) => {
  const answer = allowed(state, operation);
  expect(answer.kind === 'succeeds' ? answer.to : answer.kind).toBe(said[state][operation]);
});
