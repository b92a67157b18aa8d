import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentedExample } from '../../specs/examples/index.ts';
import { definitionOf } from '../recording/definition.ts';
import { inertScope, type Interaction, type RecordingHeader } from '../recording/format.ts';
import { NoCapture, type Capture } from './capture.ts';
import { readCapture } from './read-capture.ts';

const url = 'https://graph.example/v1.0/teams/t/schedule/timeCards';
const harEntry = {
  startedDateTime: '2025-11-03T09:00:00Z',
  time: 5,
  request: { method: 'GET', url, headers: [] },
  response: { status: 200, headers: [], content: { text: '{"value":[]}', size: 12, mimeType: 'application/json' } },
};
const exchange = {
  sequence: 3,
  operation: 'list',
  actor: 'caller',
  request: { method: 'GET', url, headers: [], body: { kind: 'empty' } },
  outcome: { kind: 'response', status: 200, headers: [], body: { kind: 'json', value: { value: [] } } },
  startedAt: 1000,
  endedAt: 1005,
  intent: { phase: 'paging', case: 'a case', step: 'a step' },
  throttledAttempts: 0,
};

/** What a file is told to be that holds no traffic. */
function refusal(text: string): string {
  try {
    readCapture(text);
  } catch (error) {
    if (error instanceof NoCapture) return error.message;
    throw error;
  }
  return 'was read';
}

describe('a file is known by what it holds', () => {
  test.each<[what: string, text: string, format: Capture['format'], read: number, faulty: number]>([
    ['a HAR file', JSON.stringify({ log: { version: '1.2', entries: [harEntry] } }), 'har', 1, 0],
    [
      'a HAR file with a byte order mark',
      `\uFEFF${JSON.stringify({ log: { entries: [harEntry] } }, null, 2)}`,
      'har',
      1,
      0,
    ],
    ['a HAR file with a malformed entry', JSON.stringify({ log: { entries: [7, harEntry] } }), 'har', 1, 1],
    ['a HAR file without entries', JSON.stringify({ log: { entries: [] } }), 'har', 0, 0],
    ['one exchange', JSON.stringify(exchange), 'ndjson', 1, 0],
    ['one exchange on several lines', JSON.stringify(exchange, null, 2), 'ndjson', 1, 0],
    ['several exchanges', `${JSON.stringify(exchange)}\r\n\r\n${JSON.stringify(exchange)}\n`, 'ndjson', 2, 0],
    ['exchanges with broken lines', `{"broken\n${JSON.stringify(exchange)}\n{}\n`, 'ndjson', 1, 2],
  ])('%s', (_, text, format, read, faulty) => {
    const capture = readCapture(text);
    expect(capture).toMatchObject({ format, entries: read + faulty });
    expect([capture.exchanges.length, capture.faults.length]).toEqual([read, faulty]);
  });

  test.each([
    ['', 'is empty'],
    [' \n', 'is empty'],
    ['hello', 'is not JSON (at its beginning)'],
    ['{"log":{"entries":[{"a":', 'is a HAR file that is cut off or damaged (it ends too early)'],
    ['[\n  {\n    "scope": "http://x', 'is a recording that is cut off or damaged (it ends too early)'],
    ['{"log":{}}', 'is a HAR file without log.entries'],
    ['{"log":{"entries":{}}}', 'is a HAR file without log.entries'],
    ['{"a":1}', 'is JSON, but not traffic in a known form'],
    ['null', 'is JSON, but not traffic'],
    ['[]', 'does not begin with the header of a recording'],
    ['[{"scope":"http://x","method":"GET","path":"/"}]', 'does not begin with the header of a recording'],
    [
      '{"kind":"header","format":1,"suiteVersion":"0.1.0"}\n{"kind":"footer"}',
      'holds the results of a run and not its traffic',
    ],
    ['{"header":{},"verdicts":[]}', 'holds the results of a run and not its traffic'],
  ])('%j %s', (text, says) => {
    expect(refusal(text)).toContain(says);
  });
});

test('who asked is read from an exchange, and what it was sent for is not', () => {
  const [read] = readCapture(JSON.stringify(exchange)).exchanges;
  expect(read?.exchange).toMatchObject({
    actor: 'caller',
    entry: 1,
    operation: 'unknown',
    startedAt: 1000,
    endedAt: 1005,
  });
  expect(read?.exchange).not.toHaveProperty('intent');
});

test.each<[change: object, says: string]>([
  [{ request: undefined }, 'has no request'],
  [{ request: { method: 'GET', url: 'x' } }, 'has no request.url that is a whole URL'],
  [{ request: { url } }, 'has no request.method'],
  [{ outcome: { kind: 'response' } }, 'has no outcome of the kind response or transport'],
  [{ outcome: { kind: 'response', status: 20 } }, 'has no outcome of the kind response or transport'],
  [{ startedAt: '1' }, 'has no startedAt, in milliseconds since the epoch'],
])('an exchange with %j is named', (change, says) => {
  const text = [exchange, { ...exchange, ...change }].map((one) => JSON.stringify(one)).join('\n');
  expect(readCapture(text).faults).toEqual([{ entry: 2, fault: says }]);
});

describe('a recording', () => {
  const zero = Date.UTC(2025, 10, 3, 9);
  const header: RecordingHeader = {
    kind: 'header',
    format: 1,
    suiteVersion: '0.1.0',
    provenance: 'reference',
    baseUrl: 'https://graph.example',
    apiVersion: 'v1.0',
    startedAt: new Date(zero).toISOString(),
    redaction: 0,
    people: { teamId: 't', callerId: 'user-1', onBehalfOfUserId: 'user-2' },
    actors: ['caller'],
    capabilities: ['callerIdentity'],
    settings: { seed: 1, numRuns: 1, suites: [], bail: false, strict: false, requestTimeout: 1, maxResponseSize: 1 },
  };
  const inert = { scope: inertScope, method: 'GET', status: 204 };
  const interaction: Interaction = {
    number: 1,
    request: { method: 'GET', url, headers: [['Accept', 'application/json']], text: undefined },
    outcome: { kind: 'response', status: 200, headers: [['content-type', 'application/json']], text: '{"value":[]}' },
    startedAt: zero + 10,
    endedAt: zero + 15,
    asked: { actor: 'secondUser', operation: 'list', purpose: 'judge', attempt: 1 },
  };
  const entries = [
    { ...inert, path: '/header', recording: header },
    definitionOf(interaction, zero),
    { ...definitionOf(interaction, zero), status: 'odd' },
    { ...inert, path: '/end', recording: { kind: 'end', interactions: 2 } },
  ];

  test('tells who asked and when, and a malformed interaction costs no other', () => {
    const capture = readCapture(JSON.stringify(entries));
    expect(capture).toMatchObject({ format: 'recording', entries: 2, callerId: 'user-1', onBehalfOfUserId: 'user-2' });
    expect(capture.faults.map(({ entry }) => entry)).toEqual([3]);
    expect(capture.exchanges.map(({ exchange: one }) => one)).toMatchObject([
      {
        entry: 2,
        actor: 'secondUser',
        startedAt: zero + 10,
        endedAt: zero + 15,
        outcome: { body: { value: { value: [] } } },
      },
    ]);
  });

  test('that was cut off at its end is judged as far as it goes', () => {
    expect(readCapture(JSON.stringify(entries.slice(0, 2))).exchanges).toHaveLength(1);
  });
});

/** Anything goes in, and either exchanges or one sentence comes out. */
function isAnswered(text: string): boolean {
  return /^.+$/.test(refusal(text));
}

describe('whatever a file holds, it is read or refused in one sentence', () => {
  test('any text', () => {
    expect(fc.check(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isAnswered)).failed).toBe(false);
  });

  test('any bytes', () => {
    const text = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8'));
    expect(fc.check(fc.property(text, isAnswered)).failed).toBe(false);
  });

  test('any JSON in the place of any part of an entry', () => {
    const parts = ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'] as const;
    const inner = ['method', 'url', 'headers', 'postData', 'bodySize', 'status', 'content', '_error'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...parts),
        fc.option(fc.constantFrom(...inner)),
        fc.jsonValue(),
        (part, member, value) => {
          const before = part === 'request' || part === 'response' ? harEntry[part] : {};
          const put = member === null ? value : { ...before, [member]: value };
          const capture = readCapture(JSON.stringify({ log: { entries: [{ ...harEntry, [part]: put }, harEntry] } }));
          expect(capture.exchanges.length + capture.faults.length).toBe(2);
        },
      ),
    );
  });

  test('any JSON in the place of any part of an exchange', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(exchange)), fc.jsonValue(), (part, value) => {
        const text = [exchange, { ...exchange, [part]: value }].map((one) => JSON.stringify(one)).join('\n');
        const capture = readCapture(text);
        expect(capture.exchanges.length + capture.faults.length).toBe(2);
      }),
    );
  });

  test('a HAR file that is cut off anywhere', () => {
    const whole = JSON.stringify({ log: { version: '1.2', entries: [harEntry] } });
    for (let length = 0; length < whole.length; length += 1) expect(isAnswered(whole.slice(0, length))).toBe(true);
  });

  test('JSON that is nested very deeply', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(isAnswered(deep)).toBe(true);
    expect(isAnswered(`{"log":{"entries":[${deep}]}}`)).toBe(true);
    expect(
      isAnswered(
        `{"log":{"entries":[{"request":{"method":"GET","url":"${url}"},"response":{"status":200,"content":${deep}},"startedDateTime":"2025-11-03T09:00:00Z"}]}}`,
      ),
    ).toBe(true);
    expect(isAnswered(`${JSON.stringify(exchange).slice(0, -1)},"intent":${deep}}`)).toBe(true);
    expect(isAnswered(JSON.stringify(exchange).replace('"value":{"value":[]}', `"value":${deep}`))).toBe(true);
  });

  test('fifty megabytes', () => {
    expect(isAnswered('x'.repeat(50_000_000))).toBe(true);
    const body = JSON.stringify({
      ...(documentedExample('clockin1_res').body as object),
      filler: 'y'.repeat(50_000_000),
    });
    const entry = {
      ...harEntry,
      response: { ...harEntry.response, content: { text: body, mimeType: 'application/json' } },
    };
    expect(isAnswered(JSON.stringify({ log: { entries: [entry] } }))).toBe(true);
  });
});
