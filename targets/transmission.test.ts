import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { answerOf, startWireServer, type WireAnswer, type WireServer } from '../test/wire-server.ts';
import { Transmission } from './transmission.ts';
import type { WireOutcome } from './wire.ts';

const limit = 1000;
const transmission = new Transmission({ timeout: 300, maxResponseSize: limit });
let server: WireServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answer: (count: number) => WireAnswer): Promise<WireServer> {
  server = await startWireServer((_, count) => answer(count));
  return server;
}

function get(url: string): Promise<WireOutcome> {
  return transmission.send({ method: 'GET', url, headers: [], text: undefined });
}

const json = [['content-type', 'application/json']] as const;

describe('what goes wrong on the way', () => {
  test('a port where nobody listens is refused', async () => {
    const { url, close } = await startWireServer(() => '');
    await close();
    expect(await get(url)).toEqual({ kind: 'transport', fault: 'refused', detail: 'ECONNREFUSED' });
  });

  test.each<[name: string, answer: WireAnswer, fault: string]>([
    ['a connection closed without an answer', (socket) => socket.destroy(), 'reset'],
    ['a connection that is reset', (socket) => socket.resetAndDestroy(), 'reset'],
    ['bytes that are no HTTP', 'SSH-2.0-nobody\r\n\r\n', 'reset'],
    ['no answer', () => {}, 'timeout'],
    ['an answer that stops and holds the line', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', 'timeout'],
    ['half a body', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'), 'truncated'],
    [
      'half of a chunked body',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nhalf'),
      'truncated',
    ],
    ['a body that is too large', answerOf(200, [], 'x'.repeat(limit + 1)), 'tooLarge'],
    [
      'a body that is too large once it is unpacked',
      answerOf(200, [['content-encoding', 'gzip']], gzipSync('x'.repeat(limit + 1))),
      'tooLarge',
    ],
    ['a body that is not packed as it says', answerOf(200, [['content-encoding', 'gzip']], 'plain'), 'truncated'],
  ])('%s', async (_name, answer, fault) => {
    const { url, seen } = await serve(() => answer);
    expect(await get(url)).toMatchObject({ kind: 'transport', fault });
    expect(seen).toHaveLength(1);
  });
});

describe('what comes back', () => {
  test('a body as large as the limit is read', async () => {
    const text = 'x'.repeat(limit);
    const { url } = await serve(() => answerOf(200, [], text));
    expect(await get(url)).toMatchObject({ kind: 'response', text });
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    [' GZIP ', gzipSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('%s is unpacked', async (encoding, pack) => {
    const text = '{"notes":"später ✓"}';
    const { url } = await serve(() => answerOf(200, [...json, ['content-encoding', encoding]], pack(text)));
    expect(await get(url)).toMatchObject({ kind: 'response', status: 200, text });
  });

  test('letters whose bytes arrive apart stay whole', async () => {
    const bytes = Buffer.from('ä');
    const { url } = await serve(() => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n');
      socket.write(bytes.subarray(0, 1));
      setTimeout(() => socket.write(bytes.subarray(1)), 20);
    });
    expect(await get(url)).toMatchObject({ kind: 'response', text: 'ä' });
  });

  test('repeated headers are kept, in their order and spelling', async () => {
    const headers = [
      ['Set-Cookie', 'a=1'],
      ['X-Twice', 'one'],
      ['set-cookie', 'b=2'],
      ['X-Twice', 'two'],
    ] as const;
    const { url } = await serve(() => answerOf(200, headers));
    const outcome = await get(url);
    expect(outcome.kind === 'response' ? outcome.headers.slice(0, 4) : outcome).toEqual(headers);
  });

  test('a 204 stays one, whatever bytes follow it, and the next request is not spoilt', async () => {
    const extra = Buffer.concat([answerOf(204), Buffer.from('{"surprise":true}')]);
    const { url } = await serve((count) => (count === 1 ? extra : answerOf(200, [], 'next')));
    expect(await get(url)).toMatchObject({ kind: 'response', status: 204, text: '' });
    expect(await get(url)).toMatchObject({ kind: 'response', status: 200, text: 'next' });
  });
});

describe('connections', () => {
  const drop: WireAnswer = (socket) => socket.destroy();

  test('one is used again', async () => {
    const { url, connections } = await serve(() => answerOf(200));
    for (let sent = 0; sent < 3; sent += 1) await get(url);
    expect(connections()).toBe(1);
  });

  test('one that the server closed in between is replaced once, unseen', async () => {
    const { url, connections } = await serve((count) => (count === 2 ? drop : answerOf(200, [], String(count))));
    await get(url);
    expect(await get(url)).toMatchObject({ kind: 'response', text: '3' });
    expect(connections()).toBe(2);
  });

  test('what may not be done twice is not sent twice', async () => {
    const { url, seen } = await serve((count) => (count === 2 ? drop : answerOf(200)));
    await get(url);
    const post = transmission.send({ method: 'POST', url, headers: [], text: '{}' });
    expect(await post).toMatchObject({ kind: 'transport', fault: 'reset' });
    expect(seen).toHaveLength(2);
  });

  test('a new one that is closed as well is believed', async () => {
    const { url, seen } = await serve((count) => (count > 1 ? drop : answerOf(200)));
    await get(url);
    expect(await get(url)).toMatchObject({ kind: 'transport', fault: 'reset' });
    expect(seen).toHaveLength(3);
  });
});

test.each([
  ["/v1.0/teams?$filter=state%20eq%20'open'&$skiptoken=a%2Fb+c==", undefined],
  ['/v1.0/./teams/../x', undefined],
  ['/v1.0/teams?$filter=state eq ä', '/v1.0/teams?$filter=state%20eq%20%C3%A4'],
  ['?a=1', '/?a=1'],
])('asks for %s as it is written, where a request line can hold it', async (target, escaped) => {
  const { url, seen } = await serve(() => answerOf(200));
  await get(`${url}${target}`);
  expect(seen[0]?.line).toBe(`GET ${escaped ?? target}`);
});

test('a body in chunks comes in parts, one cut within a character, and without a length', async () => {
  const { url, seen } = await serve(() => answerOf(200));
  const text = '{"a":"äääää"}';
  await transmission.send({ method: 'POST', url, headers: [['Transfer-Encoding', 'chunked']], text });
  expect(seen[0]?.headers).not.toHaveProperty('content-length');
  const sizes = [6, 1, 11].map((size) => size.toString(16));
  const parts = (seen[0]?.text ?? '').split('\r\n');
  expect(parts.filter((_part, index) => index % 2 === 0)).toEqual([...sizes, '0', '']);
  const body = parts.filter((_part, index) => index % 2 === 1).join('');
  expect(Buffer.from(body, 'latin1').toString()).toBe(text);
});
