import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { answerOf, startWireServer } from '../test/wire-server.ts';
import { LimitReached, Limits } from './limits.ts';
import { openTarget } from './open-target.ts';
import type { RequestToSend } from './target.ts';

const call: RequestToSend = {
  operation: 'list',
  method: 'GET',
  path: '/x',
  actor: 'nobody',
  headers: {},
  purpose: 'judge',
};

describe('maxRequests', () => {
  test('counts whatever a request is for, and admits no more', async () => {
    const limits = new Limits({ maxRequests: 3 });
    for (const purpose of ['preflight', 'judge', 'shrink'] as const) await limits.admit(purpose);
    expect(limits.remaining()).toBe(0);
    await expect(limits.admit('judge')).rejects.toThrow('the limit of 3 requests was reached');
  });

  test('keeps a reserve for the clean-up, which gets no more than that', async () => {
    const limits = new Limits({ maxRequests: 3 });
    await limits.admit('judge', 2);
    await expect(limits.admit('judge', 2)).rejects.toBeInstanceOf(LimitReached);
    await limits.admit('cleanUp');
    await limits.admit('cleanUp');
    await expect(limits.admit('cleanUp')).rejects.toThrow('the limit of 3 requests was reached');
  });
});

test.each<[settings: ConstructorParameters<typeof Limits>[0], words: string]>([
  [{ maxRequests: 300 }, '300 requests'],
  [{ maxTime: 1500 }, '1.5 seconds'],
  [{ maxRequests: 300, maxTime: 2000 }, '300 requests or of 2 seconds'],
])('the limits %j are %s', (settings, words) => expect(new Limits(settings).inWords).toBe(words));

describe('a share of the limits', () => {
  test('is left until so many requests are gone', async () => {
    const limits = new Limits({ maxRequests: 10 });
    for (let sent = 0; sent < 8; sent += 1) {
      expect(limits.leaves(0.2)).toBe(true);
      await limits.admit('judge');
    }
    expect(limits.leaves(0.2)).toBe(true);
    await limits.admit('judge');
    expect(limits.leaves(0.2)).toBe(false);
    expect(limits.remaining()).toBe(1);
  });

  test('is left until so much time is gone', async () => {
    let now = 0;
    const limits = new Limits({ maxTime: 100, clock: { now: () => now, pause: () => Promise.resolve() } });
    await limits.admit('judge');
    now = 79;
    expect(limits.leaves(0.2)).toBe(true);
    now = 81;
    expect(limits.leaves(0.2)).toBe(false);
    expect(limits.remaining()).toBe(Infinity);
  });

  test('is always left where there is no limit', async () => {
    const limits = new Limits({});
    await limits.admit('judge');
    expect(limits.leaves(1)).toBe(true);
  });
});

describe('maxTime', () => {
  test('begins with the first request', async () => {
    const limits = new Limits({ maxTime: 60 });
    await sleep(80);
    expect(limits.remaining()).toBe(Infinity);
    await limits.admit('judge');
    await sleep(80);
    expect(limits.remaining()).toBe(0);
    await expect(limits.admit('judge')).rejects.toThrow('the limit of 0.06 seconds was reached');
    await limits.admit('cleanUp');
  });
});

describe('rate', () => {
  test('leaves room between requests, also between those that come at once', async () => {
    const limits = new Limits({ rate: 50 });
    const startedAt = performance.now();
    const admitted = await Promise.all(
      Array.from({ length: 6 }, async () => {
        await limits.admit('judge');
        return performance.now() - startedAt;
      }),
    );
    // The sixth has its slot after five intervals of 20 ms; timers may come a little early.
    expect(Math.max(...admitted)).toBeGreaterThanOrEqual(95);
    expect(Math.min(...admitted)).toBeLessThan(20);
  });

  test('slots that nobody used are not saved up', async () => {
    const limits = new Limits({ rate: 20 });
    await limits.admit('judge');
    await sleep(120);
    const startedAt = performance.now();
    for (let sent = 0; sent < 3; sent += 1) await limits.admit('judge');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(95);
  });

  test('without one nothing waits', async () => {
    const limits = new Limits({});
    const startedAt = performance.now();
    for (let sent = 0; sent < 1000; sent += 1) await limits.admit('judge');
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(limits.remaining()).toBe(Infinity);
  });
});

test.each([
  ['requests', { maxRequests: 2 }, 'the limit of 2 requests was reached'],
  ['time', { maxTime: 1 }, 'the limit of 0.001 seconds was reached'],
])('a target throws its own LimitReached at the wall of %s, and still cleans up', async (_name, limit, message) => {
  const server = await startWireServer(() => answerOf(204));
  const target = await openTarget(
    { apiVersion: 'v1.0', baseUrl: server.url, requestTimeout: 1000, maxResponseSize: 1000, ...limit },
    {},
  );
  await target.send({ ...call, reserve: 1 });
  await sleep(5);
  const error: unknown = await target.send({ ...call, reserve: 1 }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(LimitReached);
  expect(error).toHaveProperty('message', message);
  expect(server.seen).toHaveLength(1);
  expect((await target.send({ ...call, purpose: 'cleanUp' })).outcome).toMatchObject({ status: 204 });
  await target.close();
  await server.close();
});
