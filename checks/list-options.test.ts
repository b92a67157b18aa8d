import { describe, expect, test } from 'vitest';
import { clockIn, list, openCard } from '../test/card-exchanges.ts';
import { exchange } from '../test/exchanges.ts';
import { said } from '../test/said.ts';

const times = ['2025-01-07T20:00:00Z', '2025-01-07T21:30:00+01:00', '2025-01-07T22:00:00Z'];
const cards = (order: readonly number[]) =>
  order.map((index) => ({ id: `TCK_${index}`, startedAt: times[index] ?? null }));

describe('a list in an order', () => {
  test.each<[query: string, order: readonly number[], value: string]>([
    ['', [0, 1, 2], 'as asked for'],
    ['', [0, 1, 1, 2], 'as asked for'],
    ['', [0, 2, 1], 'another'],
    ['', [2, 1, 0], 'another'],
    ['%20asc', [0, 1, 2], 'as asked for'],
    ['%20asc', [1, 0, 2], 'another'],
    ['%20desc', [2, 1, 0], 'as asked for'],
    ['%20desc', [2, 1, 1, 0], 'as asked for'],
    ['%20DESC', [2, 0, 1], 'another'],
    ['%20desc', [0, 1, 2], 'another'],
  ])('$orderby=startedAt%s, shown as %j, is %s', (direction, order, value) => {
    const shown = list(cards(order), { query: `$orderby=startedAt${direction}` });
    expect(said('TC-LIST-014', [shown])).toEqual([`observed: ${value}`]);
  });

  test.each(['$top=2&$orderby=startedAt', '$orderby=startedAt&$top=2', '$orderby=startedAt up', '$select=id'])(
    'is not asked for by %s',
    (query) => {
      expect(said('TC-LIST-014', [list(cards([0, 1]), { query: encodeURI(query) })])).toEqual([]);
    },
  );

  test('is not known where an item has no such value', () => {
    expect(said('TC-LIST-014', [list([...cards([0, 1]), 7], { query: '$orderby=startedAt' })])).toEqual([]);
  });
});

describe('a card in the state that is asked for', () => {
  const query = '$filter=state%20eq%20%27clockedIn%27';
  const listed = [clockIn(), list([openCard])];

  test('is expected, and where it is missing on purpose said to be', () => {
    expect(said('TC-LIST-016', [...listed, list([openCard], { query })])).toEqual(['holds']);
    expect(said('TC-LIST-016', [...listed, list([], { query })])).toEqual(['violated: /value is "(absent)"']);
  });

  test('is not waited for while a write to it is not seen yet, even one that leaves it in its state', () => {
    const confirm = exchange({ operation: 'confirm', card: String(openCard['id']) });
    expect(said('TC-LIST-016', [...listed, confirm, list([], { query })])).toEqual([]);
  });

  test('is not missed in a list that has no end', () => {
    const url = 'https://clock.test/next/1';
    const response = { body: { value: [], '@odata.nextLink': url } };
    const endless = [list([], { query, response }), list([], { url, response }), list([], { url, response })];
    expect(said('TC-LIST-016', [...listed, ...endless])).toEqual([]);
  });
});
