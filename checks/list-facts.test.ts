import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { JsonObject } from '../traffic/json.ts';
import { list, openCard } from '../test/card-exchanges.ts';
import { changed } from '../test/exchanges.ts';
import { answersOf } from '../test/said.ts';

/** Cards that were made in these seconds. */
function madeIn(seconds: readonly number[]): readonly JsonObject[] {
  return seconds.map((second) =>
    changed(openCard, {
      '/id': `TCK_${second}`,
      '/createdDateTime': `2025-01-07T21:35:${String(second).padStart(2, '0')}Z`,
    }),
  );
}

const next = (page: number): string => `https://clock.test/next/${page}`;

/** The pages of a list, by the seconds in which their cards were made; the last has a link as well where more would follow. */
function pages(all: readonly (readonly number[])[], { query = '', more = false } = {}): readonly Exchange[] {
  return all.map((seconds, index) => {
    const value = madeIn(seconds);
    const link = more || index < all.length - 1 ? { '@odata.nextLink': next(index + 1) } : {};
    const from = index > 0 ? { url: next(index) } : query === '' ? {} : { query };
    return list(value, { response: { body: { value, ...link } }, ...from });
  });
}

const facts = (...args: Parameters<typeof pages>): readonly string[] => answersOf('TC-LIST-028', pages(...args));
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('how lists come where the client leaves it to the server', () => {
  test.each<[what: string, all: readonly (readonly number[])[], seen: readonly string[]]>([
    ['in the order in which cards were made', [upTo(8)], ['observed: oldest first', 'observed: at least 3']],
    ['the other way round', [upTo(8).toReversed()], ['observed: newest first', 'observed: at least 3']],
    ['in no such order', [[1, 0, ...upTo(8).slice(2)]], ['observed: another', 'observed: at least 3']],
    ['in pages of two', [[0, 1], [2, 3], [4]], ['observed: 2']],
    ['in pages of three', [[0, 1, 2], [3]], ['observed: at least 3']],
    ['in pages of ten', [upTo(10)], ['observed: oldest first', 'observed: at least 3', 'observed: at least 10']],
    ['with too few cards to tell', [[0], [1]], []],
    ['with an empty page first', [[], [0, 1, 2]], ['observed: 0']],
  ])('%s', (_, all, seen) => {
    expect(facts(all)).toEqual(seen);
  });

  test('how many a page holds shows also where the end is never reached', () => {
    expect(
      facts(
        [
          [0, 1],
          [2, 3],
        ],
        { more: true },
      ),
    ).toEqual(['observed: 2']);
    expect(facts([upTo(8)], { more: true })).toEqual(['observed: at least 3']);
  });

  test('is left to the server only where nothing was asked for', () => {
    expect(
      facts(
        [
          [0, 1],
          [2, 3],
        ],
        { query: '$top=2' },
      ),
    ).toEqual([]);
    expect(facts([upTo(8)], { query: '$top=20' })).toEqual(['observed: oldest first']);
    expect(facts([upTo(8)], { query: '$orderby=createdDateTime' })).toEqual([]);
  });
});
