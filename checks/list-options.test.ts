import { describe, expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { clockIn, create, createdCard, createdId, list, openCard, remove } from '../test/card-exchanges.ts';
import { exchange } from '../test/exchanges.ts';
import { answersOf } from '../test/said.ts';

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
    expect(answersOf('TC-LIST-014', [shown])).toEqual([`observed: ${value}`]);
  });

  test.each(['$top=2&$orderby=startedAt', '$orderby=startedAt&$top=2', '$orderby=startedAt up', '$select=id'])(
    'is not asked for by %s',
    (query) => {
      expect(answersOf('TC-LIST-014', [list(cards([0, 1]), { query: encodeURI(query) })])).toEqual([]);
    },
  );

  test('is not known where an item has no such value', () => {
    expect(answersOf('TC-LIST-014', [list([...cards([0, 1]), 7], { query: '$orderby=startedAt' })])).toEqual([]);
  });
});

describe('a page size', () => {
  const link = 'https://clock.test/next/1';
  const pages = (query: string, first: readonly Json[], second: readonly Json[]) => [
    create(),
    clockIn(),
    list([openCard, createdCard]),
    list(first, { query, response: { body: { value: first, '@odata.nextLink': link } } }),
    list(second, { url: link }),
  ];

  test.each<[requirement: RequirementId, query: string, applies: boolean]>([
    ['TC-LIST-005', '$top=10', true],
    ['TC-LIST-005', '$skip=1&$top=10', false],
    ['TC-LIST-012', '$top=10', true],
    ['TC-LIST-012', '$top=10&$orderby=state', true],
    ['TC-LIST-012', '$skip=1&$top=10', false],
    ['TC-LIST-018', '$top=10', true],
  ])('is looked at by %s in ?%s: %j', (requirement, query, applies) => {
    expect(answersOf(requirement, pages(query, [openCard], [createdCard]))).toEqual(applies ? ['holds'] : []);
  });

  test('of two digits hides no card that was deleted', () => {
    const deleted = [create(), remove(createdCard), list([createdCard], { query: '$top=10' })];
    expect(answersOf('TC-LIST-010', deleted)).toEqual([`violated: /value is "${createdId}"`]);
  });
});

test('a later page is not judged by its filter where something was written before it', () => {
  const query = '$filter=state%20eq%20%27clockedOut%27';
  const link = 'https://clock.test/next/1';
  const first = list([createdCard], { query, response: { body: { value: [createdCard], '@odata.nextLink': link } } });
  const second = list([openCard], { url: link });
  expect(answersOf('TC-LIST-017', [first, second])).toEqual(['violated: /value/0/state is "clockedIn"']);
  expect(answersOf('TC-LIST-017', [first, clockIn(), second])).toEqual([]);
});

test('of a list without an end no card is missed', () => {
  const response = { body: { value: [], '@odata.nextLink': 'https://clock.test/next/1' } };
  const turn = list([], { url: 'https://clock.test/next/1', response });
  expect(answersOf('TC-LIST-003', [clockIn(), list([], { response }), turn, turn])).toEqual([]);
  expect(answersOf('TC-LIST-003', [clockIn(), list([])])).toEqual(['violated: /value is "(absent)"']);
});

describe('a card in the state that is asked for', () => {
  const query = '$filter=state%20eq%20%27clockedIn%27';
  const listed = [clockIn(), list([openCard])];

  test('is expected, and where it is missing on purpose said to be', () => {
    expect(answersOf('TC-LIST-016', [...listed, list([openCard], { query })])).toEqual(['holds']);
    expect(answersOf('TC-LIST-016', [...listed, list([], { query })])).toEqual(['violated: /value is "(absent)"']);
  });

  test('is not waited for while a write to it is not seen yet, even one that leaves it in its state', () => {
    const closed = [create(), list([createdCard])];
    const confirm = exchange({ operation: 'confirm', card: createdId });
    const asked = list([], { query: query.replace('clockedIn', 'clockedOut') });
    expect(answersOf('TC-LIST-016', [...closed, asked])).toHaveLength(1);
    expect(answersOf('TC-LIST-016', [...closed, confirm, asked])).toEqual([]);
  });

  test('is not missed in a list that has no end', () => {
    const url = 'https://clock.test/next/1';
    const response = { body: { value: [], '@odata.nextLink': url } };
    const endless = [list([], { query, response }), list([], { url, response }), list([], { url, response })];
    expect(answersOf('TC-LIST-016', [...listed, ...endless])).toEqual([]);
  });
});
