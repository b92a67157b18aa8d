import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodedContent } from './content-coding.ts';
import { startReferenceServer, type ReferenceServer } from './server.ts';

const text = Buffer.from('{"isAtApprovedLocation":true}');

describe('the coding of a body is taken off', () => {
  test.each([
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['identity', text],
    ['deflate, gzip', gzipSync(deflateSync(text))],
  ])('%s', (coding, body) => {
    expect(decodedContent(body, coding)).toEqual(text);
  });

  test('a body without a coding stays as it is', () => {
    expect(decodedContent(text, undefined)).toBe(text);
  });
});

test('a body that would grow beyond all bounds is refused', () => {
  expect(() => decodedContent(gzipSync(Buffer.alloc(2 * 1024 * 1024)), 'gzip')).toThrow(/larger than 1048576 bytes/);
});

describe('over the wire', () => {
  let server: ReferenceServer;
  beforeAll(async () => {
    server = await startReferenceServer();
  });
  afterAll(() => server.close());

  const clockIn = (coding: string, body: Buffer): Promise<Response> =>
    fetch(`${server.url}/v1.0/teams/${server.teamId}/schedule/timeCards/clockIn`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server.tokens.caller}`,
        'content-type': 'application/json',
        'content-encoding': coding,
      },
      body,
    });

  test('clockIn takes a compressed body', async () => {
    const answer = await clockIn('gzip', gzipSync(text));
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ clockInEvent: { isAtApprovedLocation: true } });
  });

  test('a coding that is not known is refused with 415 and the ones that are', async () => {
    const answer = await clockIn('zstd', text);
    expect(answer.status).toBe(415);
    expect(answer.headers.get('accept-encoding')).toBe('gzip, deflate, br');
    expect(await answer.json()).toMatchObject({ error: { code: 'UnsupportedMediaType' } });
  });

  test('a body that is not coded as it says is refused with 400', async () => {
    const answer = await clockIn('gzip', text);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { message: 'The body is not coded as gzip, as Content-Encoding says.' },
    });
  });
});
