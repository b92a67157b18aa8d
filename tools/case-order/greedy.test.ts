import { expect, test } from 'vitest';
import { affordable, greedyOrder, untilAllReached, type Choice } from './greedy.ts';

const choices: readonly Choice[] = [
  { name: 'dear', cost: 30, reaches: ['a', 'b', 'c'] },
  { name: 'cheap', cost: 2, reaches: ['a', 'b'] },
  { name: 'again', cost: 1, reaches: ['a'] },
  { name: 'idle', cost: 1, reaches: [] },
  { name: 'only', cost: 5, reaches: ['d'] },
];
const names = (some: readonly Choice[]): readonly string[] => some.map(({ name }) => name);

test('what reaches most for its cost comes first, and what reaches nothing last', () => {
  expect(names(greedyOrder(choices, () => 1, 'idle'))).toEqual(['idle', 'cheap', 'again', 'only', 'dear']);
  expect(names(greedyOrder(choices, () => 1, 'only'))).toEqual(['only', 'cheap', 'again', 'dear', 'idle']);
});

test('a goal of more weight is reached before others', () => {
  const weights = (goal: string): number => (goal === 'd' ? 10 : 1);
  expect(names(greedyOrder(choices, weights, 'idle'))).toEqual(['idle', 'only', 'cheap', 'again', 'dear']);
});

test('all is reached by the choice that reaches the last goal', () => {
  expect(untilAllReached(greedyOrder(choices, () => 1, 'only'))).toBe(4);
  expect(untilAllReached([])).toBe(0);
});

test('a budget passes over what it cannot pay, and goes on', () => {
  expect(names(affordable(choices, 9))).toEqual(['cheap', 'again', 'idle', 'only']);
  expect(names(affordable(choices, 3))).toEqual(['cheap', 'again']);
});
