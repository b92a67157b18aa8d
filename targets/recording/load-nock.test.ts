import timers from 'node:timers';
import { expect, test } from 'vitest';
import { loadNock } from './load-nock.ts';

test('nobody else gets the timers that nock is loaded with', async () => {
  const { setTimeout: usual } = timers;
  const nock = await loadNock();
  expect(timers.setTimeout).toBe(usual);
  expect(globalThis.setTimeout).toBe(usual);
  nock.restore();
});
