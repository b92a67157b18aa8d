import { describe, expect, test } from 'vitest';
import type { Headers } from '../../traffic/exchange.ts';
import type { Capture, CapturedExchange } from './capture.ts';
import { oneTimeClock, type OneTimeClock, type Wanted } from './one-time-clock.ts';

function captureOf(
  ...urls: readonly (string | { readonly url: string; readonly startedAt?: number; readonly cached?: true })[]
): Capture {
  const exchanges = urls.map((one, index): CapturedExchange => {
    const { url, startedAt = index * 10, cached } = typeof one === 'string' ? { url: one } : one;
    return {
      exchange: {
        sequence: index + 1,
        entry: index + 1,
        operation: 'unknown',
        actor: 'unknown',
        request: { method: 'GET', url, headers: [], body: { kind: 'empty' } },
        outcome: { kind: 'response', status: 200, headers: [], body: { kind: 'empty' } },
        startedAt,
        endedAt: startedAt + 5,
        throttledAttempts: 0,
      },
      ...(cached === undefined ? {} : { cached }),
    };
  });
  return { format: 'har', entries: exchanges.length, exchanges, faults: [] };
}

function chosen(capture: Capture, wanted: Wanted = {}): OneTimeClock {
  const clock = oneTimeClock(capture, wanted);
  if (!('exchanges' in clock)) throw new Error('there is a time clock');
  return clock;
}

const graph = 'https://graph.example';
const cards = `${graph}/v1.0/teams/t/schedule/timeCards`;

describe('the time clock of a capture', () => {
  test.each<[url: string, baseUrl: string, apiVersion: string]>([
    [cards, graph, 'v1.0'],
    [`${cards}/TCK_1/clockOut?a=b`, graph, 'v1.0'],
    [`${graph}/beta/teams/t/schedule/timecards/clockin`, graph, 'beta'],
    [`${graph}/v1.0/groups/t/team/schedule/timeCards`, graph, 'v1.0'],
    ['http://localhost:4010/a/b/v1.0/teams/t/schedule/timeCards', 'http://localhost:4010/a/b', 'v1.0'],
    ['http://localhost:4010/teams/t/schedule/timeCards', 'http://localhost:4010', 'v1.0'],
    ['https://GRAPH.example/v1.0/teams/t/schedule/timeCards', graph, 'v1.0'],
  ])('of %s', (url, baseUrl, apiVersion) => {
    expect(chosen(captureOf(url))).toMatchObject({ baseUrl, apiVersion });
  });

  test('is the one with the most requests; the rest is counted by what it is', () => {
    const capture = captureOf(
      cards,
      cards,
      'https://elsewhere.example/v1.0/teams/t/schedule/timeCards',
      'https://cdn.example/app.js',
      `${graph}/v1.0/me`,
      `${graph}/v1.0/teams/t/schedule/shifts`,
      `${graph}/proxy/v1.0/teams/t/schedule/timeCards`,
      `${graph}/beta/teams/t/schedule/timeCards`,
      { url: cards, cached: true },
      'chrome-extension://abc/x.js',
      'data:text/plain,x',
    );
    const clock = chosen(capture);
    expect(clock.exchanges.map(({ exchange }) => exchange.entry)).toEqual([1, 2]);
    expect(clock.ignored).toEqual({ otherHosts: 4, otherApis: 3, otherVersions: 1, cached: 1, repeated: 0 });
    expect(clock.others).toEqual([
      ['https://elsewhere.example/v1.0', 1],
      [`${graph}/proxy/v1.0`, 1],
      [`${graph}/beta`, 1],
    ]);
  });

  test('is the wanted one', () => {
    const capture = captureOf(
      cards,
      cards,
      `${graph}/beta/teams/t/schedule/timeCards`,
      'http://127.0.0.1:1/teams/t/schedule/timeCards',
    );
    expect(chosen(capture, { apiVersion: 'beta' })).toMatchObject({ baseUrl: graph, apiVersion: 'beta' });
    expect(chosen(capture, { baseUrl: 'http://127.0.0.1:1/' }).exchanges).toHaveLength(1);
    expect(chosen(capture, { baseUrl: 'http://127.0.0.1:1', apiVersion: 'beta' }).apiVersion).toBe('beta');
  });

  test('is missing where nothing is for time cards, or not for those wanted', () => {
    expect(oneTimeClock(captureOf(`${graph}/v1.0/me`), {})).toEqual({ others: [] });
    expect(oneTimeClock(captureOf(cards), { apiVersion: 'beta' })).toEqual({ others: [[`${graph}/v1.0`, 1]] });
  });
});

test('exchanges are numbered as they were sent, whatever their place in the file', () => {
  const { exchanges } = chosen(captureOf({ url: cards, startedAt: 30 }, { url: `${cards}/TCK_1`, startedAt: 10 }));
  expect(exchanges.map(({ exchange: { sequence, entry, operation } }) => [sequence, entry, operation])).toEqual([
    [1, 2, 'get'],
    [2, 1, 'list'],
  ]);
});

test('an exchange that is there twice counts once', () => {
  const capture = captureOf(
    { url: cards, startedAt: 30 },
    { url: cards, startedAt: 30 },
    { url: cards, startedAt: 31 },
  );
  const { exchanges, ignored } = chosen(capture);
  expect([exchanges.length, ignored.repeated]).toEqual([2, 1]);
});

test('questions of a browser before its requests are left aside, and other OPTIONS are not', () => {
  const [capture, plain] = [captureOf(cards, cards), captureOf(cards, cards)];
  const asking = (headers: Headers, { exchanges, ...rest }: Capture): Capture => ({
    ...rest,
    exchanges: exchanges.map((one, index) =>
      index === 0
        ? { ...one, exchange: { ...one.exchange, request: { ...one.exchange.request, method: 'OPTIONS', headers } } }
        : one,
    ),
  });
  const { exchanges, ignored } = chosen(asking([['Access-Control-Request-Method', 'POST']], capture));
  expect([exchanges.map(({ exchange }) => exchange.entry), ignored.preflights]).toEqual([[2], 1]);
  expect(chosen(asking([], plain)).exchanges).toHaveLength(2);
});

test('what stands where an id stands and begins with a dollar is no card', () => {
  expect(chosen(captureOf(`${cards}/$count`)).exchanges[0]?.exchange.operation).toBe('unknown');
});
