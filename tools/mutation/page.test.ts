import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pagePath, readMutation } from './files.ts';
import { page } from './page.ts';
import { unread } from './survivor.ts';

// Where one of these fails: run npm run mutate, say in docs/surviving-mutants.json why what is new there may be left (or
// add a test that notices it), and commit both.
const mutation = readMutation();

test('docs/mutation-testing.md is what the survivors make of it', () => {
  expect(readFileSync(pagePath, 'utf8')).toBe(page(mutation));
});

test('every survivor was read', () => {
  expect(mutation.survivors.filter(({ reason }) => reason === unread || reason.trim() === '')).toEqual([]);
});

test('every survivor is one of code that is still there', () => {
  const lines = (file: string): readonly string[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim());
  expect(mutation.survivors.filter(({ file, line }) => !lines(file).includes(line))).toEqual([]);
});

test('at least nine of ten changes of what judges are noticed', () => {
  for (const folder of ['checks/', 'model/']) {
    const counted = mutation.files.filter(({ file }) => file.startsWith(folder));
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
    const killed = sum(counted.map((one) => one.killed));
    const left = sum(counted.map((one) => one.survived + one.untested));
    expect(killed).toBeGreaterThan(0);
    expect(killed / (killed + left)).toBeGreaterThanOrEqual(0.9);
  }
});
