import { expect, test } from 'vitest';
import { variant } from '../../reference/variants/index.ts';
import { oneIn } from '../one-in.ts';
import { runAgainst } from '../run-against.ts';
import { runVariant } from './run-variant.ts';

test.each(oneIn(8, [4, 3, 5, 6, 7, 8, 9, 10]))(
  'a service that fails one request in 90 is not accused, whatever it was that failed, seed %i',
  async (seed) => {
    const failing = variant('failing-now-and-then');
    if (failing === undefined) throw new Error('there is no such variant');
    const { accusations } = await runVariant([failing], { seed, numRuns: 10 });
    expect(accusations).toEqual([]);
  },
);

test.each([150, 430])('nor where %i requests leave none to try it again', async (maxRequests) => {
  const failing = variant('failing-now-and-then');
  if (failing === undefined) throw new Error('there is no such variant');
  const { accusations, end } = await runVariant([failing], { seed: 1, numRuns: 25, maxRequests });
  expect(accusations).toEqual([]);
  expect(end.verdicts.filter(({ kind }) => kind === 'failed')).toEqual([]);
});

test('what was seen before an interrupt stays seen: nobody wanted it tried again', async () => {
  const interrupt = new AbortController();
  let isFirst = true;
  const { findings } = await runAgainst(
    {
      id: 'fails-once',
      start: () => ({
        reply: (reply, { operation }) => {
          if (operation !== 'clockOut' || !isFirst) return reply;
          isFirst = false;
          return { ...reply, status: 500 };
        },
      }),
    },
    { signal: interrupt.signal },
    {},
    ({ kind }) => {
      if (kind === 'violation') interrupt.abort();
    },
  );
  expect(findings.map(({ requirement }) => requirement)).toContain('TC-CLOCKOUT-001');
});
