import { describe, expect, it } from 'vitest';
import { exitCode, mostPressingCode, type ExitFactors } from './exit-code.ts';

const leftBehind = ['TCK_1'];

describe('exitCode', () => {
  it.each<[name: string, ending: ExitFactors, code: number]>([
    ['conforming', { verdict: 'conforming' }, 0],
    ['nonconforming', { verdict: 'nonconforming' }, 1],
    ['usage', { verdict: 'inconclusive', usage: true }, 2],
    ['inconclusive', { verdict: 'inconclusive' }, 3],
    ['left behind, live', { verdict: 'conforming', leftBehind, live: true }, 4],
    ['left behind, but not live', { verdict: 'conforming', leftBehind, live: false }, 0],
    ['live, nothing left behind', { verdict: 'conforming', leftBehind: [], live: true }, 0],
    ['live, nothing said of what was left behind', { verdict: 'conforming', live: true }, 0],
    ['refused', { verdict: 'conforming', refused: true }, 5],
    ['interrupted', { verdict: 'inconclusive', interrupted: true }, 130],
    ['5 before 4', { verdict: 'conforming', refused: true, leftBehind, live: true }, 5],
    ['4 before 2', { verdict: 'conforming', leftBehind, live: true, usage: true }, 4],
    ['2 before 1', { verdict: 'nonconforming', usage: true }, 2],
    ['4 before 1', { verdict: 'nonconforming', leftBehind, live: true }, 4],
    ['4 before 130', { verdict: 'nonconforming', leftBehind, live: true, interrupted: true }, 4],
    ['2 before 130', { verdict: 'inconclusive', usage: true, interrupted: true }, 2],
    ['130 before 1', { verdict: 'nonconforming', interrupted: true }, 130],
    [
      'all at once',
      { verdict: 'nonconforming', refused: true, leftBehind, live: true, usage: true, interrupted: true },
      5,
    ],
  ])('%s', (_, ending, code) => {
    expect(exitCode(ending)).toBe(code);
  });
});

describe('mostPressingCode', () => {
  it.each([
    [[0, 0], 0],
    [[0, 3], 3],
    [[3, 1, 0], 1],
    [[1, 130], 130],
    [[130, 70, 2, 4, 5], 5],
    [[0, 99], 70],
    [[], 3],
  ])('%j', (codes, code) => {
    expect(mostPressingCode(codes)).toBe(code);
  });
});
