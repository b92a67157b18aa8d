import { afterEach, describe, expect, test } from 'vitest';
import { answerOf, startWireServer, type WireServer } from '../test/wire-server.ts';
import { openTarget } from './open-target.ts';
import type { TargetSettings } from './settings.ts';
import type { RequestToSend, Target } from './target.ts';

const call: RequestToSend = {
  operation: 'list',
  method: 'GET',
  path: '/teams/1/schedule/timeCards',
  actor: 'nobody',
  headers: {},
  purpose: 'judge',
};

let server: WireServer;
let target: Target;

afterEach(async () => {
  await target.close();
  await server.close();
});

/** Turns away the first `times` requests. */
async function throttle(
  times: number,
  status: number,
  headers: readonly (readonly [string, string])[],
  settings: Partial<TargetSettings> = {},
): Promise<void> {
  server = await startWireServer((_, count) => (count <= times ? answerOf(status, headers) : answerOf(200)));
  const common = { apiVersion: 'v1.0', baseUrl: server.url, requestTimeout: 1000, maxResponseSize: 1000 } as const;
  target = await openTarget({ ...common, ...settings }, {});
}

async function timed() {
  const startedAt = performance.now();
  const exchange = await target.send(call);
  return { exchange, took: performance.now() - startedAt };
}

const long = 'Tue, 01 Jan 2030 00:00:00 GMT';
const secondLater = 'Tue, 01 Jan 2030 00:00:01 GMT';

describe('an answer that asks to wait', () => {
  test.each([429, 503])('%i is waited out and counted apart', async (status) => {
    await throttle(2, status, [['retry-after', '0']]);
    const { exchange } = await timed();
    expect(exchange).toMatchObject({ sequence: 1, throttledAttempts: 2, outcome: { kind: 'response', status: 200 } });
    expect(target.counts()).toEqual({ sent: 3, throttled: 2, shrinking: 0, cleanUp: 0 });
  });

  test.concurrent.each<[name: string, headers: readonly (readonly [string, string])[], least: number, most: number]>([
    ['seconds', [['Retry-After', '1']], 990, 1900],
    [
      'a date by the clock of the server',
      [
        ['date', long],
        ['retry-after', secondLater],
      ],
      990,
      1900,
    ],
    [
      'a date that is over by the clock of the server',
      [
        ['date', secondLater],
        ['retry-after', long],
      ],
      0,
      240,
    ],
    [
      'a date that is over by ours, the server telling none',
      [['retry-after', 'Mon, 01 Jan 2024 00:00:00 GMT']],
      0,
      240,
    ],
    ['nothing: a quarter of a second', [], 240, 900],
    ['nonsense: a quarter of a second', [['retry-after', 'soon']], 240, 900],
    ['less than nothing', [['retry-after', '-5']], 0, 240],
  ])('says how long: %s', async (_name, headers, least, most) => {
    const own = await startWireServer((_, count) => (count === 1 ? answerOf(429, headers) : answerOf(200)));
    const ownTarget = await openTarget(
      { apiVersion: 'v1.0', baseUrl: own.url, requestTimeout: 1000, maxResponseSize: 1000 },
      {},
    );
    const startedAt = performance.now();
    await ownTarget.send(call);
    const took = performance.now() - startedAt;
    await ownTarget.close();
    await own.close();
    expect(took).toBeGreaterThanOrEqual(least);
    expect(took).toBeLessThan(most);
  });

  test('without saying how long is waited for twice as long each time', async () => {
    await throttle(2, 503, []);
    const { took } = await timed();
    expect(took).toBeGreaterThanOrEqual(740);
    expect(took).toBeLessThan(1700);
  });

  test('is given up after six attempts, and is then the outcome', async () => {
    await throttle(99, 429, [['retry-after', '0']]);
    const { exchange } = await timed();
    expect(exchange).toMatchObject({ throttledAttempts: 5, outcome: { kind: 'response', status: 429 } });
    expect(server.seen).toHaveLength(6);
    expect(target.counts()).toMatchObject({ sent: 6, throttled: 5 });
  });

  test('is the outcome where no further request is allowed', async () => {
    await throttle(99, 429, [['retry-after', '0']], { maxRequests: 2 });
    const { exchange } = await timed();
    expect(exchange).toMatchObject({ throttledAttempts: 1, outcome: { kind: 'response', status: 429 } });
    expect(server.seen).toHaveLength(2);
  });
});
