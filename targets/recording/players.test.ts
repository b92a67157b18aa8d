import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWireServer, type WireAnswer } from '../../test/wire-server.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { openTarget } from '../open-target.ts';
import type { RequestToSend, Target } from '../target.ts';
import type { Recording } from './format.ts';
import { openRecording, players } from './open-recording.ts';
import { readRecording } from './read-recording.ts';

/** An answer by the byte; nothing is added, not even a date. */
function raw(head: readonly string[], body: string | Buffer = ''): Buffer {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return Buffer.concat([Buffer.from([...head, length, '', ''].join('\r\n')), Buffer.from(body)]);
}

const json = 'Content-Type: application/json';
const breakOff = (socket: Socket): void => void socket.resetAndDestroy();

/** What the server answers, by the name of the path; some answer otherwise the next time. */
const answers: Readonly<Record<string, readonly WireAnswer[]>> = {
  json: [raw(['HTTP/1.1 200 OK', json], '{"a":1}')],
  laidOut: [raw(['HTTP/1.1 200 OK', json], '{ "a": 1.0,\n  "b": "\\u00e9" }')],
  nothing: [Buffer.from('HTTP/1.1 204 No Content\r\nrequest-id: x\r\n\r\n')],
  nothingAnnounced: [Buffer.from('HTTP/1.1 204 No Content\r\ncontent-length: 12\r\n\r\n')],
  empty: [raw(['HTTP/1.1 200 OK', json])],
  malformed: [raw(['HTTP/1.1 200 OK', json], '{"a":')],
  null: [raw(['HTTP/1.1 200 OK', json], 'null')],
  unlabelled: [raw(['HTTP/1.1 200 OK'], '{"a":1}')],
  page: [raw(['HTTP/1.1 502 Bad Gateway', 'Content-Type: text/html'], '<p>caf\u00e9</p>')],
  gzip: [raw(['HTTP/1.1 200 OK', json, 'Content-Encoding: gzip'], gzipSync('{"zipped":true}'))],
  brotli: [raw(['HTTP/1.1 200 OK', json, 'Content-Encoding: br'], brotliCompressSync('{"zipped":"br"}'))],
  repeated: [raw(['HTTP/1.1 200 OK', json, 'Warning: 199 - "a"', 'warning: 199 - "b"'], '{}')],
  noStatus: [raw(['HTTP/1.1 999 Odd', json], '{"odd":true}')],
  reset: [raw(['HTTP/1.1 205 Reset Content', json], '{"reset":true}')],
  changing: [raw(['HTTP/1.1 200 OK', json], '{"n":1}'), raw(['HTTP/1.1 200 OK', json], '{"n":2}'), breakOff],
  throttled: [
    raw(['HTTP/1.1 429 Slow', 'Retry-After: 0']),
    raw(['HTTP/1.1 503 No']),
    raw(['HTTP/1.1 200 OK', json], '{}'),
  ],
  half: [(socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"a"')],
  silent: [() => undefined],
  large: [raw(['HTTP/1.1 200 OK', json], `"${'x'.repeat(3000)}"`)],
};

/** Writes go to a card that never was, with a name for the server in its id: no other would pass. */
const cards = '/teams/team/schedule/timeCards';
const madeUp = '01234567-7e57-4abc-8abc-7e5701234567';

const calls: readonly RequestToSend[] = Object.keys(answers)
  .flatMap((name) => (name === 'changing' ? [name, name, name] : [name]))
  .flatMap((name): readonly RequestToSend[] => {
    const common = { operation: 'unknown', path: `${cards}/${name}_${madeUp}`, purpose: 'judge' } as const;
    const labelled = { 'Content-Type': 'application/json' };
    // Three that are silent in a row would end the run.
    const repeatable = name === 'changing' || name === 'throttled' || name === 'silent';
    return [
      { ...common, path: `${common.path}?$filter=a%20b`, method: 'GET', actor: 'caller', headers: {} },
      // Malformed, and what is no UTF-8: the second is sent as the bytes that stand for it.
      ...(repeatable
        ? []
        : [
            {
              ...common,
              path: `${common.path}/clockOut`,
              method: 'POST',
              actor: 'nobody',
              headers: labelled,
              text: '{"a":',
            } as const,
          ]),
      ...(repeatable
        ? []
        : [{ ...common, method: 'PUT', actor: 'caller', headers: labelled, text: '"\uD800"' } as const]),
    ];
  });

async function send(target: Target): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const call of calls) exchanges.push(await target.send(call));
  // A link goes out as it was given, with quotes that stand as they are; nock sees them escaped.
  const link = `${target.baseUrl}/v1.0${cards}/json_${madeUp}?$filter=a%20eq%20'b'`;
  exchanges.push(await target.send({ ...(calls[0] as RequestToSend), path: link }));
  exchanges.push(await target.send(inOtherClothes));
  await target.close();
  return exchanges;
}

/** Asks for what others ask for as well, and is not the same request. */
const inOtherClothes: RequestToSend = {
  operation: 'unknown',
  purpose: 'judge',
  method: 'GET',
  actor: 'caller',
  path: `${cards}/json%5F${madeUp.replaceAll('-', '%2D')}?%24filter=a+eq+'b'`,
  headers: { 'Content-Type': 'Application/JSON; charset=utf-8', 'Transfer-Encoding': 'chunked' },
  text: '\r\n{\t"\\u006eotes" : "1\\/2 ä" }\r\n',
};

const folder = mkdtempSync(join(tmpdir(), 'players-'));
let text: string;
let recording: Recording;
let seen: readonly Exchange[];

beforeAll(async () => {
  const counts = new Map<string, number>();
  const server = await startWireServer(({ line }) => {
    const name = /\/timeCards\/([a-zA-Z]+)_/.exec(line)?.[1] ?? '';
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return answers[name]?.[count] ?? answers[name]?.at(-1) ?? '';
  });
  const part = join(folder, 'run.json.part');
  const settings = { seed: 1, numRuns: 1, suites: [], bail: false, strict: false } as const;
  const limits = { requestTimeout: 400, maxResponseSize: 2000 };
  const record = {
    part,
    suiteVersion: '0.0.0',
    startedAt: new Date().toISOString(),
    settings: { ...settings, ...limits },
  };
  seen = await send(
    await openTarget(
      { apiVersion: 'v1.0', baseUrl: server.url, teamId: 'team', ...limits, record },
      { TIMECARD_TOKEN: 'a-secret-token' },
    ),
  );
  await server.close();
  text = readFileSync(part, 'utf8');
  recording = readRecording(text);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every kind of outcome was recorded', () => {
  const outcomes = seen.map(({ outcome }) => (outcome.kind === 'response' ? outcome.body.kind : outcome.fault));
  expect(new Set(outcomes)).toEqual(
    new Set(['json', 'empty', 'malformed', 'other', 'reset', 'truncated', 'timeout', 'tooLarge']),
  );
  const compressed = seen.find(({ request }) => request.url.includes('/brotli'))?.outcome;
  expect(compressed).toMatchObject({ body: { kind: 'json', value: { zipped: 'br' } } });
  expect(seen.find(({ request }) => request.url.includes('/throttled'))?.throttledAttempts).toBe(2);
});

test('no token is in the file', () => {
  expect(text).not.toContain('a-secret-token');
  expect(text).toContain('Bearer $TIMECARD_TOKEN');
});

describe.each(players)('the %s player', (player) => {
  test('answers with the same bytes, headers, faults and times', async () => {
    const { target, finish } = await openRecording(recording, player);
    expect(await send(target)).toEqual(seen);
    finish();
  });

  test('refuses what is not on the recording', async () => {
    const { target } = await openRecording(recording, player);
    await expect(target.send({ ...(calls[0] as RequestToSend), path: '/elsewhere' })).rejects.toThrow(
      /Request 1, GET \S+\/elsewhere, is not the one that was recorded there/,
    );
    await target.close();
  });
});
