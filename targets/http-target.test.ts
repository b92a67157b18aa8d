import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerOf, startWireServer, type WireAnswer, type WireServer } from '../test/wire-server.ts';
import { openTarget } from './open-target.ts';
import type { TargetSettings } from './settings.ts';
import type { Call, Target } from './target.ts';

const tokens = {
  TIMECARD_TOKEN: 'the-caller-token',
  TIMECARD_SECOND_USER_TOKEN: 'the-second-token',
  TIMECARD_READ_ONLY_TOKEN: 'the-reading-token',
};
const list: Call = {
  operation: 'list',
  method: 'GET',
  path: '/teams/1/schedule/timeCards',
  actor: 'caller',
  headers: {},
  purpose: 'judge',
};

let server: WireServer;
let answers: (count: number) => WireAnswer;
let target: Target;

beforeEach(async () => {
  answers = () => answerOf(200, [['content-type', 'application/json']], '{"value":[]}');
  server = await startWireServer((_, count) => answers(count));
  target = await open();
});

afterEach(async () => {
  await target.close();
  await server.close();
});

function open(settings: Partial<TargetSettings> = {}): Promise<Target> {
  const common = { apiVersion: 'v1.0', baseUrl: server.url, requestTimeout: 1000, maxResponseSize: 1000 } as const;
  return openTarget({ ...common, ...settings }, tokens);
}

describe('tokens', () => {
  test.each([
    ['caller', 'Bearer the-caller-token'],
    ['secondUser', 'Bearer the-second-token'],
    ['readOnly', 'Bearer the-reading-token'],
    ['application', undefined],
    ['nobody', undefined],
  ] as const)('%s sends its own and no other', async (actor, authorization) => {
    const exchange = await target.send({ ...list, actor });
    expect(server.seen[0]?.headers['authorization']).toBe(authorization);
    expect(JSON.stringify(exchange)).not.toContain('-token');
  });

  test('goes out without the word Bearer where that is asked for, and is not shown', async () => {
    const exchange = await target.send({ ...list, actor: 'readOnly', tokenForm: 'bare' });
    expect(server.seen[0]?.headers['authorization']).toBe('the-reading-token');
    expect(exchange.request.headers).toContainEqual(['Authorization', '$TIMECARD_READ_ONLY_TOKEN']);
    expect(JSON.stringify(exchange)).not.toContain('-token');
  });

  test.each([
    [
      'otherSignature',
      'Bearer ey.claims.c2lnbmVkLWJ5LW5vYm9keQ',
      'Bearer ${TIMECARD_APP_TOKEN%.*}.c2lnbmVkLWJ5LW5vYm9keQ',
    ],
    ['noSignature', 'Bearer ey.claims.', 'Bearer ${TIMECARD_APP_TOKEN%.*}.'],
  ] as const)('goes out with %s, without its own, and is not shown', async (tokenForm, sent, shown) => {
    const signed = await openTarget(
      { apiVersion: 'v1.0', baseUrl: server.url, requestTimeout: 1000, maxResponseSize: 1000 },
      { TIMECARD_APP_TOKEN: 'ey.claims.signature' },
    );
    const exchange = await signed.send({ ...list, actor: 'application', tokenForm });
    await signed.close();
    expect(server.seen.at(-1)?.headers['authorization']).toBe(sent);
    expect(exchange.request.headers).toContainEqual(['Authorization', shown]);
    expect(JSON.stringify(exchange)).not.toContain('ey.claims');
  });

  test('nobody may send what is no token', async () => {
    await target.send({ ...list, actor: 'nobody', headers: { Authorization: 'Bearer nonsense' } });
    expect(server.seen[0]?.headers['authorization']).toBe('Bearer nonsense');
  });

  test('goes to the own origin, and to no other', async () => {
    const other = await startWireServer(() => answerOf(200));
    await target.send({ ...list, path: `${other.url}/v1.0/next` });
    await target.send({ ...list, path: `${server.url}/v1.0/next` });
    await other.close();
    expect(other.seen[0]?.headers['authorization']).toBeUndefined();
    expect(server.seen[0]?.headers['authorization']).toBe('Bearer the-caller-token');
  });
});

describe('what is sent', () => {
  test.each([
    ['', '/v1.0/teams/1/schedule/timeCards'],
    ['/', '/v1.0/teams/1/schedule/timeCards'],
    ['/mock/graph', '/mock/graph/v1.0/teams/1/schedule/timeCards'],
  ])('lies below the version, and below the path %s', async (prefix, line) => {
    const below = await open({ baseUrl: `${server.url}${prefix}` });
    await below.send(list);
    await below.close();
    expect(server.seen[0]?.line).toBe(`GET ${line}`);
  });

  test('an absolute link goes out as it is, byte for byte', async () => {
    const link = `/v1.0/teams/1/schedule/timeCards?$top=2&$filter=state%20eq%20'clockedOut'&$skiptoken=a%2Fb+c%3d==&&x`;
    const { request } = await target.send({ ...list, path: `${server.url}${link}` });
    expect(server.seen[0]?.line).toBe(`GET ${link}`);
    expect(request.url).toBe(`${server.url}${link}`);
  });

  test('text goes out as it is, malformed or not', async () => {
    const text = '{"notes": später';
    const headers = { 'Content-Type': 'application/json' };
    const { request } = await target.send({ ...list, operation: 'clockIn', method: 'POST', text, headers });
    expect(Buffer.from(server.seen[0]?.text ?? '', 'latin1').toString('utf8')).toBe(text);
    expect(request.body).toEqual({ kind: 'malformed', text });
  });

  test('a write without a body says that it has none', async () => {
    await target.send({ ...list, operation: 'clockIn', method: 'POST' });
    expect(server.seen[0]).toMatchObject({ text: '', headers: { 'content-length': '0' } });
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type');
  });
});

describe('what comes back', () => {
  test.each([302, 400, 401, 404, 409, 500, 502, 504])('%i is what it is, asked for once', async (status) => {
    answers = () => answerOf(status, [['location', '/elsewhere']]);
    expect((await target.send(list)).outcome).toMatchObject({ kind: 'response', status, body: { kind: 'empty' } });
    expect(server.seen).toHaveLength(1);
  });

  test('a fault of the transport is an outcome, not an error', async () => {
    answers = () => (socket) => socket.destroy();
    expect((await target.send(list)).outcome).toMatchObject({ kind: 'transport', fault: 'reset' });
  });

  test('the clock of the server is compared with ours', async () => {
    answers = () => answerOf(200, [['date', new Date(Date.now() + 4000).toUTCString()]]);
    const { serverClockOffset = 0 } = await target.send(list);
    expect(serverClockOffset).toBeGreaterThan(2000);
    expect(serverClockOffset).toBeLessThan(5000);
    answers = () => answerOf(200);
    expect(await target.send(list)).not.toHaveProperty('serverClockOffset');
  });

  test('exchanges are numbered from 1', async () => {
    expect([(await target.send(list)).sequence, (await target.send(list)).sequence]).toEqual([1, 2]);
  });
});

test('requests are counted by what they were for', async () => {
  await target.send(list);
  await target.send({ ...list, purpose: 'shrink' });
  await target.send({ ...list, purpose: 'cleanUp' });
  expect(target.counts()).toEqual({ sent: 3, throttled: 0, shrinking: 1, cleanUp: 1 });
});

describe('a server that is gone', () => {
  test('is believed so after five refused connections in a row, with the last request that it answered', async () => {
    await target.send(list);
    await server.close();
    for (let tries = 0; tries < 4; tries += 1) await target.send(list);
    await expect(target.send(list)).rejects.toThrow(
      /^the server stopped answering \(ECONNREFUSED\) after request 1, GET /,
    );
  });
});

test('a wait beyond the time limit ends the run at once', async () => {
  answers = () => answerOf(429, [['retry-after', '3600']]);
  const hurried = await open({ maxTime: 500 });
  const startedAt = performance.now();
  await expect(hurried.send(list)).rejects.toThrow(/answers 429 and asks to wait/);
  expect(performance.now() - startedAt).toBeLessThan(500);
  await hurried.close();
});
