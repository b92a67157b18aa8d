import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CapturedExchange } from './capture.ts';
import { readHarEntry } from './har-entry.ts';

const card = { id: 'TCK_1', state: 'clockedIn' };
const text = JSON.stringify(card);

/** An entry as HAR 1.2 describes it, with parts in the place of its own; undefined takes a member away. */
function entry(request: object = {}, response: object = {}, around: object = {}): unknown {
  return {
    startedDateTime: '2025-11-03T09:00:00.250Z',
    time: 120,
    request: {
      method: 'GET',
      url: 'https://graph.example/v1.0/teams/t/schedule/timeCards/TCK_1',
      httpVersion: 'HTTP/2',
      headers: [{ name: 'Accept', value: 'application/json' }],
      bodySize: 0,
      ...request,
    },
    response: {
      status: 200,
      headers: [
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Date', value: 'Mon, 03 Nov 2025 09:00:01 GMT' },
      ],
      content: { size: text.length, mimeType: 'application/json', text },
      bodySize: -1,
      ...response,
    },
    ...around,
  };
}

function read(value: unknown): CapturedExchange {
  const found = readHarEntry(value, 7);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const truncated = { kind: 'transport', fault: 'truncated' };

describe('an entry of a HAR file', () => {
  test('becomes an exchange', () => {
    expect(read(entry()).exchange).toEqual({
      sequence: 7,
      entry: 7,
      operation: 'unknown',
      actor: 'unknown',
      request: {
        method: 'GET',
        url: 'https://graph.example/v1.0/teams/t/schedule/timeCards/TCK_1',
        headers: [['Accept', 'application/json']],
        body: { kind: 'empty' },
      },
      outcome: {
        kind: 'response',
        status: 200,
        headers: [
          ['Content-Type', 'application/json'],
          ['Date', 'Mon, 03 Nov 2025 09:00:01 GMT'],
        ],
        body: { kind: 'json', value: card, text },
      },
      startedAt: Date.UTC(2025, 10, 3, 9, 0, 0, 250),
      endedAt: Date.UTC(2025, 10, 3, 9, 0, 0, 370),
      throttledAttempts: 0,
    });
  });

  test('without the pseudo-headers of HTTP/2, and without what is no header', () => {
    const headers = [{ name: ':method', value: 'GET' }, { name: 'a', value: 'b' }, { name: 'c' }, 3, null];
    expect(read(entry({ headers })).exchange.request.headers).toEqual([['a', 'b']]);
  });

  test('takes the parts of its time where the whole is not given', () => {
    const timings = { blocked: -1, send: 1, wait: 20, receive: 4, comment: 'x' };
    const { startedAt, endedAt } = read(entry({}, {}, { time: -1, timings })).exchange;
    expect(endedAt - startedAt).toBe(25);
  });
});

describe('the body of an answer', () => {
  test.each<[what: string, response: object, outcome: object]>([
    ['is base64', { content: { text: btoa(text), encoding: 'base64' } }, { body: { kind: 'json', value: card } }],
    [
      'is gzip in base64, as it went over the wire',
      {
        headers: [{ name: 'content-encoding', value: 'gzip' }],
        content: { mimeType: 'application/json', text: gzipSync(text).toString('base64'), encoding: 'base64' },
      },
      { body: { kind: 'json', value: card } },
    ],
    [
      'is brotli in base64',
      {
        headers: [{ name: 'Content-Encoding', value: 'br' }],
        content: {
          mimeType: 'application/json',
          text: brotliCompressSync(text).toString('base64'),
          encoding: 'base64',
        },
      },
      { body: { kind: 'json', value: card } },
    ],
    [
      'is base64 of what was compressed and is no more',
      {
        headers: [{ name: 'content-encoding', value: 'gzip' }],
        content: { mimeType: 'application/json', text: btoa(text), encoding: 'base64' },
      },
      { body: { kind: 'json', value: card } },
    ],
    [
      'cannot be decoded',
      {
        headers: [{ name: 'content-encoding', value: 'gzip' }],
        content: { mimeType: 'application/json', text: btoa('\u001f\u008bnothing'), encoding: 'base64' },
      },
      truncated,
    ],
    ['was left out', { content: { size: 300, mimeType: 'application/json' } }, truncated],
    ['was left out, and its size is only on the wire', { content: {}, bodySize: 300 }, truncated],
    ['is nowhere, and nothing says that there was none', { content: {} }, truncated],
    [
      'was cut off by the tool',
      { content: { size: 5000, text: '{"id":"TCK_1","sta', mimeType: 'application/json' } },
      truncated,
    ],
    [
      'is JSON that the server broke',
      { content: { size: 5, text: '{"id"', mimeType: 'application/json' } },
      { body: { kind: 'malformed', text: '{"id"' } },
    ],
    ['is empty', { content: { size: 0, mimeType: 'x-unknown' } }, { body: { kind: 'empty' } }],
    ['of a 204 is not given', { status: 204, content: undefined }, { status: 204, body: { kind: 'empty' } }],
    ['of a 304 is not given', { status: 304, content: {} }, { status: 304, body: { kind: 'empty' } }],
    [
      'has a type beside it, where the headers have none',
      { headers: [], content: { mimeType: 'application/json', text: 'nothing' } },
      { body: { kind: 'malformed', text: 'nothing' } },
    ],
  ])('%s', (_, response, outcome) => {
    expect(read(entry({}, response)).exchange.outcome).toMatchObject(outcome);
  });
});

describe('a request that failed', () => {
  test.each<[what: string, response: object, around: object, detail: string]>([
    ['in Chrome', { status: 0, _error: 'net::ERR_ABORTED' }, {}, 'net::ERR_ABORTED'],
    [
      'in Chrome, after the status had come',
      { status: 401, _error: 'net::ERR_ABORTED', content: { size: 0 } },
      {},
      'net::ERR_ABORTED',
    ],
    ['in Playwright', { status: -1, _failureText: 'socket hang up' }, {}, 'socket hang up'],
    ['without a word', { status: 0 }, {}, 'there was no answer'],
  ])('%s', (_, response, around, detail) => {
    expect(read(entry({}, response, around)).exchange.outcome).toEqual({ kind: 'transport', fault: 'reset', detail });
  });

  test('has not failed where Chrome says null', () => {
    expect(read(entry({}, { _error: null })).exchange.outcome.kind).toBe('response');
  });
});

describe('what was sent', () => {
  const type = { name: 'Content-Type', value: 'application/json' };
  test.each<[what: string, request: object, kind: string]>([
    ['is JSON', { postData: { mimeType: 'application/json', text: '{"a":1}' }, bodySize: 7 }, 'json'],
    ['is base64', { headers: [type], postData: { text: btoa('{"a":1}'), encoding: 'base64' }, bodySize: 7 }, 'json'],
    ['is nothing', { bodySize: 0 }, 'empty'],
    [
      'is nothing, as far as its length tells',
      { bodySize: -1, headers: [{ name: 'Content-Length', value: '0' }] },
      'empty',
    ],
    ['is nothing, as no type is given', { bodySize: -1 }, 'empty'],
    ['is unknown: it has a size', { bodySize: 7 }, 'unknown'],
    [
      'is unknown: it has a length',
      { headers: [type, { name: 'Content-Length', value: '7' }], bodySize: -1 },
      'unknown',
    ],
    ['is unknown: it has a type', { headers: [type], bodySize: -1 }, 'unknown'],
    [
      'is unknown: the text was taken out',
      { postData: { mimeType: 'application/json', text: '' }, bodySize: 7 },
      'unknown',
    ],
    ['is unknown: there are parameters only', { postData: { mimeType: 'x', params: [] }, bodySize: 7 }, 'unknown'],
    ['is unknown: it was cut off', { headers: [type], postData: { text: '{"a":' }, bodySize: 70 }, 'unknown'],
  ])('%s', (_, request, kind) => {
    const { exchange, bodyUnknown } = read(entry({ method: 'POST', ...request }));
    expect(bodyUnknown === true ? 'unknown' : exchange.request.body.kind).toBe(kind);
  });
});

test.each(['memory', 'disk'])('an answer from the cache in %s is told from one of the server', (_fromCache) => {
  expect(read(entry({}, {}, { _fromCache })).cached).toBe(true);
  expect(read(entry()).cached).toBeUndefined();
});

describe('a malformed entry is named', () => {
  test.each<[value: unknown, says: string]>([
    [null, 'has no request'],
    [[], 'has no request'],
    ['entry', 'has no request'],
    [{ request: [] }, 'has no request'],
    [entry({ method: 7 }), 'has no request.method'],
    [entry({ method: 'GET /' }), 'has no request.method'],
    [entry({ url: '/v1.0/teams' }), 'has no request.url that is a whole URL'],
    [entry({}, {}, { response: 'none' }), 'has no response'],
    [entry({}, { status: '200' }), 'has no response.status that is a number'],
    [entry({}, {}, { startedDateTime: 'today' }), 'has no startedDateTime that is a time'],
  ])('%j', (value, says) => {
    expect(readHarEntry(value, 1)).toBe(says);
  });
});
