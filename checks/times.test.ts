import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import { clockIn, clockOut, createBody, createdCard, createOf, list, remove } from '../test/card-exchanges.ts';
import { changed, context, secondUser, traffic, type Parts } from '../test/exchanges.ts';
import { isRecentAndFree, overlapsKnownCard } from './times.ts';
import { Trace, type Entry } from './trace/trace.ts';

const now = '2025-01-07T21:00:00.040Z';

/** A create of a card from one time to another, sent at nine o’clock. */
function create(from: string | undefined, to: string | undefined, rest: Partial<Parts> = {}): Exchange {
  const event = (dateTime: string | undefined) => (dateTime === undefined ? undefined : { dateTime });
  const body = changed(createBody, { '/clockInEvent': event(from), '/clockOutEvent': event(to) });
  return createOf(body, {}, { at: now, ...rest });
}

function lastOf(exchanges: readonly Exchange[]): { readonly entry: Entry; readonly trace: Trace } {
  const trace = new Trace();
  const [entry] = traffic(exchanges)
    .map((one) => trace.add(one))
    .slice(-1);
  if (entry === undefined) throw new Error('no traffic');
  return { entry, trace };
}

function isUsual(...exchanges: readonly Exchange[]): boolean {
  const { entry, trace } = lastOf(exchanges);
  return isRecentAndFree(entry, trace, context);
}

test.each<[from: string | undefined, to: string | undefined, usual: boolean]>([
  ['2025-01-07T09:00:00Z', '2025-01-07T17:00:00Z', true],
  // The last day, to its ends.
  ['2025-01-06T21:00:00Z', '2025-01-07T21:00:00Z', true],
  ['2025-01-06T20:59:59Z', '2025-01-07T17:00:00Z', false],
  ['2025-01-07T09:00:00Z', '2025-01-07T21:00:01Z', false],
  ['2025-01-07T17:00:00Z', '2025-01-07T09:00:00Z', false],
  ['2025-01-07T09:00:00Z', '2025-01-07T09:00:00Z', true],
  [undefined, '2025-01-07T17:00:00Z', false],
  ['2025-01-07T09:00:00Z', undefined, false],
  [undefined, undefined, false],
])('a create from %s to %s is as the documents show it: %j', (from, to, usual) => {
  expect(isUsual(create(from, to))).toBe(usual);
});

test('it is the server’s clock that counts', () => {
  const hourAhead = { serverClockOffset: 3_600_000 };
  expect(isUsual(create('2025-01-07T09:00:00Z', '2025-01-07T22:00:00Z', hourAhead))).toBe(true);
  expect(isUsual(create('2025-01-06T21:30:00Z', '2025-01-07T09:00:00Z', hourAhead))).toBe(false);
});

describe('of the cards that are known, a create meets', () => {
  const own = { ...createdCard, id: 'TCK_other' };
  const [theirs, nobodys] = [
    { ...own, userId: secondUser },
    { ...own, userId: null },
  ];
  const meets = (before: readonly Exchange[], rest: Partial<typeof context> = {}, userId?: Json) => {
    const body = userId === undefined ? createBody : { ...createBody, userId };
    const { entry, trace } = lastOf([...before, createOf(body)]);
    return overlapsKnownCard(entry, trace, { ...context, ...rest });
  };

  test.each<[name: string, before: readonly Exchange[], met: boolean]>([
    ['one of the same user', [list([own])], true],
    ['none of another user', [list([theirs])], false],
    ['one whose user is not known', [list([nobodys])], true],
    ['none that is gone', [list([own]), remove(own)], false],
    ['one that may be of any time', [clockIn(), clockOut({ fault: 'reset' })], true],
    ['none of another time', [clockIn(), clockOut()], false],
  ])('%s', (_name, before, met) => {
    expect(meets(before)).toBe(met);
  });

  test('one of anybody, if nobody is known', () => {
    expect(meets([list([theirs])], { capabilities: new Set<never>() })).toBe(true);
  });

  test('one of the user whom it names', () => {
    expect(meets([list([theirs])], {}, secondUser)).toBe(true);
    expect(meets([list([own])], {}, secondUser)).toBe(false);
    expect(meets([list([own])], {}, null)).toBe(true);
  });
});
