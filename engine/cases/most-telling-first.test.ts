import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from './case.ts';
import { mostTellingFirst, movableIn } from './most-telling-first.ts';
import type { PhasePlan } from './phase-plan.ts';

function named(name: string, phase: Case['phase'], more: Partial<Case> = {}): Case {
  return { name, phase, suites: ['create'], steps: [], ...more };
}

const plans: readonly PhasePlan[] = [
  {
    phase: 'examples',
    kind: 'listed',
    cases: [named('a', 'examples'), named('b', 'examples'), named('waits', 'examples', { settles: ['TC-GET-001'] })],
  },
  { phase: 'random', kind: 'generated', arbitrary: fc.constant(named('chance', 'random')), numRuns: 3 },
  { phase: 'refusals', kind: 'listed', cases: [named('c', 'refusals'), named('d', 'refusals')] },
  { phase: 'races', kind: 'listed', cases: [named('race', 'races')] },
];

function told(some: readonly PhasePlan[]): readonly string[] {
  return some.map((plan) =>
    plan.kind === 'listed' ? `${plan.phase}: ${plan.cases.map(({ name }) => name).join(' ')}` : plan.phase,
  );
}

test('named cases come first, in the order of their names, neighbours of one phase together', () => {
  expect(told(mostTellingFirst(plans, ['d', 'c', 'b', 'nobody']))).toEqual([
    'refusals: d c',
    'examples: b',
    'examples: a waits',
    'random',
    'refusals: ',
    'races: race',
  ]);
});

test('what waits for something, and what is chance, stays where it is', () => {
  expect(movableIn(plans).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  expect(told(mostTellingFirst(plans, ['race', 'waits', 'chance']))).toEqual(told(plans));
});
