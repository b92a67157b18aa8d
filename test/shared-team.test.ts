import { describe, expect, test } from 'vitest';
import { habits } from '../tools/endurance/habits.ts';
import { runInSharedTeam } from '../tools/endurance/run-in-shared-team.ts';
import { oneIn } from './one-in.ts';

/** `npm run endurance` tries each with twenty seeds, and `npm run test:all` each with one. */
describe.each(oneIn(4, Object.entries(habits)))('where %s', (_, habit) => {
  test.each([
    ['a run', undefined],
    ['a run of races only', ['races']],
  ] as const)('%s writes to no card of others', async (_name, suites) => {
    const { clock } = await runInSharedTeam(habit, 1, 150, suites);
    expect(clock.trespasses).toEqual([]);
    expect(clock.writes).toBeGreaterThan(10);
  });
});
