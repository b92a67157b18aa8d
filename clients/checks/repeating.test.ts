import { expect, test } from 'vitest';
import type { Headers } from '../../traffic/exchange.ts';
import { readBody } from '../../targets/body.ts';
import type { Scene, SeenRequest } from '../scene.ts';
import { repeatingChecks } from './repeating.ts';

interface Sent {
  readonly at: number;
  readonly status: number;
  readonly after?: string;
  readonly body?: string;
  readonly call?: number;
  readonly method?: string;
  readonly target?: string;
  readonly connection?: number;
  readonly wronglyCoded?: string;
}

function request(sent: Sent, index: number): SeenRequest {
  const {
    at,
    status,
    after,
    body = '{"a":1}',
    call = 1,
    method = 'POST',
    target = '/x',
    connection = 1,
    wronglyCoded,
  } = sent;
  const headers: Headers = after === undefined ? [] : [['Retry-After', after]];
  return {
    sequence: index + 1,
    call,
    method,
    target,
    host: 'h',
    headers: [],
    body: readBody(body, 'application/json'),
    ...(wronglyCoded === undefined ? {} : { wronglyCoded }),
    httpVersion: '1.1',
    connection,
    arrivedAt: 5000 + at,
    answer: { status, headers, body: { kind: 'empty' } },
  };
}

function said(requirement: string, ...sent: readonly Sent[]): readonly unknown[] {
  const scene: Scene = { case: 'c', client: 1, host: 'graph', calls: [], requests: sent.map(request) };
  return (
    repeatingChecks
      .find((one) => one.requirement === requirement)
      ?.judge(scene)
      .map((one) =>
        one.kind === 'violated'
          ? `${one.pointer}: ${JSON.stringify(one.actual)} ${one.evidence.join(',')}`
          : one.kind === 'observed'
            ? one.observation.value
            : one.kind,
      ) ?? []
  );
}

const throttled = { at: 0, status: 429, after: '1' };
const accepted = { at: 1000, status: 201 };

test.each([
  ['waits as long', [throttled, accepted], ['holds']],
  ['waits all but what timers are early by', [throttled, { ...accepted, at: 950 }], ['holds']],
  ['waits too little', [throttled, { ...accepted, at: 949 }], ['wait: "949 ms" 1,2']],
  ['repeats nothing', [throttled], ['notExpressible']],
  ['goes on with another call', [throttled, { ...accepted, at: 1, call: 2 }], ['notExpressible']],
  ['goes on with another method', [throttled, { ...accepted, at: 1, method: 'GET' }], ['notExpressible']],
  ['goes on elsewhere', [throttled, { ...accepted, at: 1, target: '/y' }], ['notExpressible']],
  [
    'is not told how long',
    [
      { at: 0, status: 429 },
      { ...accepted, at: 1 },
    ],
    [],
  ],
  [
    'is told not to wait',
    [
      { at: 0, status: 429, after: '0' },
      { ...accepted, at: 1 },
    ],
    [],
  ],
  [
    'is not throttled',
    [
      { at: 0, status: 503, after: '1' },
      { ...accepted, at: 1 },
    ],
    [],
  ],
] as const)('TC-GEN-014: who %s', (_, sent, expected) => {
  expect(said('TC-GEN-014', ...sent)).toEqual(expected);
});

test.each([
  [
    'waits a little',
    [
      { at: 0, status: 429 },
      { ...accepted, at: 100 },
    ],
    ['holds'],
  ],
  [
    'repeats at once',
    [
      { at: 0, status: 429 },
      { ...accepted, at: 99 },
    ],
    ['wait: "99 ms" 1,2'],
  ],
  ['is told how long', [throttled, { ...accepted, at: 1 }], []],
] as const)('TC-GEN-034: who %s', (_, sent, expected) => {
  expect(said('TC-GEN-034', ...sent)).toEqual(expected);
});

test.each([
  [
    'waits, and has another connection',
    [
      { ...throttled, status: 503 },
      { ...accepted, connection: 2 },
    ],
    ['holds'],
  ],
  [
    'has the same connection',
    [{ ...throttled, status: 503 }, accepted],
    ['connection: "the one that answered 503" 1,2'],
  ],
  [
    'does not wait',
    [
      { ...throttled, status: 503 },
      { ...accepted, at: 5, connection: 2 },
    ],
    ['wait: "5 ms" 1,2'],
  ],
  ['repeats nothing', [{ ...throttled, status: 503 }], ['notExpressible']],
  ['is throttled', [throttled, accepted], []],
] as const)('TC-GEN-031: who %s', (_, sent, expected) => {
  expect(said('TC-GEN-031', ...sent)).toEqual(expected);
});

test.each([
  ['sends the same', [throttled, accepted], ['holds']],
  ['sends the same after 503', [{ ...throttled, status: 503 }, accepted], ['holds']],
  ['sends another body', [throttled, { ...accepted, body: '{}' }], ['body: {} 1,2']],
  ['sends none', [throttled, { ...accepted, body: '' }], ['body: "(no body)" 1,2']],
  [
    'does not code it as it says',
    [throttled, { ...accepted, wronglyCoded: 'gzip' }],
    ['body: "says it is coded as gzip and is not: [object Object]" 1,2'],
  ],
  ['repeats nothing', [throttled], ['notExpressible']],
  ['sent none before', [{ ...throttled, body: '' }, accepted], []],
  [
    'is refused for good',
    [
      { ...throttled, status: 409 },
      { ...accepted, body: '{}' },
    ],
    [],
  ],
] as const)('TC-CLIENT-013: who %s', (_, sent, expected) => {
  const told = said('TC-CLIENT-013', ...sent).map((one) =>
    String(one).replace(/is not: .*"/, 'is not: [object Object]"'),
  );
  expect(told).toEqual(expected);
});

test.each([
  ['not followed', [{ at: 0, status: 307 }]],
  ['followed with POST, body kept', [{ at: 0, status: 307 }, accepted]],
  [
    'followed with POST, body changed',
    [
      { at: 0, status: 307 },
      { ...accepted, body: '' },
    ],
  ],
  [
    'followed with GET, body changed',
    [
      { at: 0, status: 307 },
      { ...accepted, body: '', method: 'GET' },
    ],
  ],
  [
    'followed with POST, body changed',
    [
      { at: 0, status: 307 },
      { ...accepted, wronglyCoded: 'gzip' },
    ],
  ],
  [
    'followed with POST, body kept',
    [
      { at: 0, status: 307, body: '' },
      { ...accepted, body: '' },
    ],
  ],
] as const)('TC-CLIENT-020 observes: %s', (value, sent) => {
  expect(said('TC-CLIENT-020', ...sent)).toEqual([value]);
});

test('TC-CLIENT-020 says nothing where there is no redirect', () => {
  expect(said('TC-CLIENT-020', accepted)).toEqual([]);
});
