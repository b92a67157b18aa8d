import { describe, expect, test } from 'vitest';
import { faults } from '../faults/index.ts';
import { oneIn } from '../test/one-in.ts';
import { runAgainst } from '../test/run-against.ts';
import { partnerOf } from './cases/case.ts';
import { suiteOf } from './cases/suite.ts';

const races = faults.filter((one) => one.class === 'races');

describe('requests that overlap', () => {
  test('are under way at the same time, each with its partner named', async () => {
    const { exchanges, end } = await runAgainst(undefined, { numRuns: 1, suites: new Set(['races']) });
    const overlapped = exchanges.filter(({ intent }) => partnerOf(intent ?? {}) !== undefined);
    expect(overlapped.filter(({ intent }) => intent?.overlaps !== undefined).length).toBeGreaterThan(40);
    expect(overlapped.filter(({ intent }) => intent?.beside !== undefined).length).toBeGreaterThan(40);
    const together = overlapped.filter((one) => {
      const partner = exchanges.find(
        ({ intent }) => intent?.case === one.intent?.case && intent?.step === partnerOf(one.intent ?? {}),
      );
      return partner !== undefined && partner.startedAt < one.endedAt && one.startedAt < partner.endedAt;
    });
    expect(together.length).toBeGreaterThan(overlapped.length / 3);
    expect(end.observations.filter(({ requirement }) => requirement === 'TC-RACE-002').length).toBeGreaterThan(5);
    expect(end.leftBehind).toEqual([]);
  });

  // Each is a whole suite; npm run kill-matrix tries all, twenty times.
  test.each(oneIn(20, races).map((one) => [one.id, one] as const))(
    '%s is found, and told as k of n',
    async (_, one) => {
      const [primary] = one.caughtBy;
      // Lists that meet are cases of reading.
      const suites = new Set(['races', suiteOf(primary)] as const);
      const { findings } = await runAgainst(one, { numRuns: 1, suites, requirements: new Set([primary]) });
      const finding = findings.find(({ requirement }) => requirement === primary);
      expect(finding?.stability).toMatchObject({ failed: expect.any(Number), of: expect.any(Number) });
      expect(finding?.reproduction.some(({ intent }) => partnerOf(intent ?? {}) !== undefined)).toBe(true);
    },
  );
});
