import { expect, test } from 'vitest';
import type { Fault } from '../reference/fault.ts';
import { operations, type Operation } from '../traffic/operation.ts';
import { locate } from '../traffic/location.ts';
import { requirements } from '../specs/requirements/index.ts';
import { score } from '../results/score.ts';
import { oneIn } from './one-in.ts';
import { runAgainst } from './run-against.ts';

/** A mock that has built only some operations. */
function only(built: readonly Operation[], status: 404 | 501): Fault {
  return {
    id: 'partial',
    start: () => ({
      receive: (received) => {
        const operation = locate(received.method, received.path)?.operation;
        const isBuilt = built.some((one) => one === operation);
        return isBuilt ? received : { ...received, path: '/v1.0/not/built' };
      },
      reply: (reply, { operation }) => (operation === undefined && reply.status === 404 ? { ...reply, status } : reply),
    }),
  };
}

const built: readonly Operation[] = ['clockIn', 'clockOut'];

test.each(oneIn(2, [404, 501] as const))('a mock with clockIn and clockOut only, the rest %i', async (status) => {
  const { end, findings } = await runAgainst(only(built, status), { numRuns: 4 });
  // The report says what is missing …
  expect(end.stopped).toBeUndefined();
  expect(end.notOffered.toSorted()).toEqual(
    operations.filter((one) => !built.includes(one) && one !== 'confirmForUser').toSorted(),
  );
  // … accuses only what is missing …
  const accused = findings.map(({ reproduction }) => reproduction.at(-1)?.operation);
  expect(accused.length).toBeGreaterThan(0);
  expect(accused.filter((operation) => built.some((one) => one === operation))).toEqual([]);
  expect(end.verdicts.find(({ requirement: id }) => id === 'TC-GEN-001')?.kind).toBe('failed');
  // … and judges the rest, with both figures.
  const figures = score(end.verdicts, requirements, 'v1.0');
  expect(figures.exercised).toBeGreaterThan(50);
  expect(figures.holding).toBeGreaterThan(figures.exercised - 8);
  expect(figures.total).toBeGreaterThan(figures.exercised + 50);
  const own = end.verdicts.filter(({ requirement: id, kind }) => id.startsWith('TC-CLOCKIN-') && kind === 'passed');
  expect(own.length).toBeGreaterThan(15);
  // Without get nothing is known of a deleted card.
  expect(end.verdicts.find(({ requirement: id }) => id === 'TC-DELETE-002')?.kind).toBe('inconclusive');
});
