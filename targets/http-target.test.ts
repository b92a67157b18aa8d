import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerOf, startWireServer, type WireAnswer, type WireServer } from '../test/wire-server.ts';
import type { Clock } from './clock.ts';
import { openTarget } from './open-target.ts';
import type { TargetSettings } from './settings.ts';
import { ServerRestarted, type RequestToSend, type Target } from './target.ts';
import { ServerGone } from './vigil.ts';

const tokens = {
  TIMECARD_TOKEN: 'the-caller-token',
  TIMECARD_SECOND_USER_TOKEN: 'the-second-token',
  TIMECARD_READ_ONLY_TOKEN: 'the-reading-token',
};
const list: RequestToSend = {
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

function open(settings: Partial<TargetSettings> = {}, clock?: Clock): Promise<Target> {
  const common = {
    apiVersion: 'v1.0',
    baseUrl: server.url,
    teamId: '1',
    requestTimeout: 1000,
    maxResponseSize: 1000,
  } as const;
  return openTarget({ ...common, ...settings }, tokens, clock);
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
  let waited: number;
  const patient = (): Promise<Target> => {
    waited = 0;
    const pause = async (milliseconds: number): Promise<void> => void (waited += milliseconds);
    return open({}, { now: () => Date.now() + waited, pause });
  };

  test('is waited for ten seconds, and is then believed gone, with the request that it did not answer', async () => {
    const waiting = await patient();
    await waiting.send(list);
    await server.close();
    const gone: unknown = await waiting.send(list).catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(ServerGone);
    expect(String(gone)).toMatch(/the server stopped answering \(ECONNREFUSED\) at request 2, GET /);
    expect(waited).toBe(10_000);
    expect((gone as ServerGone).lastExchanges.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(waiting.remaining()).toBe(0);
    await expect(waiting.send(list)).rejects.toThrow('the server stopped answering');
    await waiting.close();
  });

  test('and comes back has forgotten what was before: the case that is under way ends', async () => {
    const waiting = await patient();
    await waiting.send(list);
    const { port } = server;
    await server.close();
    const pause = waiting.pause.bind(waiting);
    waiting.pause = async (milliseconds) => {
      await pause(milliseconds);
      if (waited === 2000) server = await startWireServer(() => answers(1), port);
    };
    await expect(waiting.send(list)).rejects.toThrow(ServerRestarted);
    expect(waiting.restart).toMatchObject({ lastExchanges: [{ sequence: 1 }, { sequence: 2 }] });
    expect(waiting.restart?.milliseconds).toBeGreaterThanOrEqual(2000);
    expect((await waiting.send(list)).outcome).toMatchObject({ status: 200 });
    // The second time it is not waited for.
    await server.close();
    for (let tries = 0; tries < 4; tries += 1) await waiting.send(list);
    await expect(waiting.send(list)).rejects.toThrow(ServerGone);
    expect(waited).toBe(2000);
    await waiting.close();
  });

  test.each<[string, WireAnswer, number]>([
    ['silent', () => undefined, 3],
    ['speaking another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', 10],
    ['hanging up', (socket) => socket.destroy(), 10],
  ])('in all but name, %s, is given up after a few in a row', async (_, answer, most) => {
    const impatient = await open({ requestTimeout: 50 });
    await impatient.send(list);
    answers = () => answer;
    for (let tries = 1; tries < most; tries += 1) await impatient.send(list);
    await expect(impatient.send(list)).rejects.toThrow(/the server stopped answering \(.*\) at request 2/);
    await impatient.close();
  });

  test('now and then is asked again', async () => {
    const impatient = await open({ requestTimeout: 50 });
    const answer = answers;
    for (let round = 0; round < 4; round += 1) {
      answers = () => () => undefined;
      for (let tries = 0; tries < 2; tries += 1) await impatient.send(list);
      answers = answer;
      expect((await impatient.send(list)).outcome.kind).toBe('response');
    }
    await impatient.close();
  });

  test('and throttles without an end is given up', async () => {
    answers = () => answerOf(429, [['retry-after', '0']]);
    for (let tries = 0; tries < 2; tries += 1) await target.send(list);
    await expect(target.send(list)).rejects.toThrow('the server keeps answering 429');
  });
});

test('a wait of a day is not waited for, not even for clean-up', async () => {
  answers = () => answerOf(503, [['retry-after', '86400']]);
  await expect(target.send(list)).rejects.toThrow(
    'the server answers 503 and asks to wait 86400 s, which is longer than a run waits',
  );
  expect(target.remaining()).toBe(0);
  expect((await target.send({ ...list, purpose: 'cleanUp' })).outcome).toMatchObject({ status: 503 });
});

test('a wait beyond the time limit ends the run at once', async () => {
  answers = () => answerOf(429, [['retry-after', '3600']]);
  const hurried = await open({ maxTime: 500 });
  const startedAt = performance.now();
  await expect(hurried.send(list)).rejects.toThrow(/answers 429 and asks to wait/);
  expect(performance.now() - startedAt).toBeLessThan(500);
  await hurried.close();
});
