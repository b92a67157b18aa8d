import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { asChanged, clockIn, create, createdCard, get, list, openCard, remove } from '../../test/card-exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { deletedMeanwhile, listedAndGot } from './listed.ts';

const link = 'https://clock.test/next';
/** A page that leads to the next one, and the one that it leads to. */
const first = (...items: Parameters<typeof list>[0][number][]) =>
  list(items, { response: { body: { value: items, '@odata.nextLink': link } } });
const next = (...items: Parameters<typeof list>[0][number][]) => list(items, { url: link });

describe('a card as got and as listed', () => {
  const seen = [create(), get(createdCard)];

  test('is found at its place in the list', () => {
    const listed = { ...createdCard, notes: null };
    expect(subjectsIn(listedAndGot, [...seen, list([openCard, 'other', listed])])).toEqual([
      { got: createdCard, listed, pointer: '/value/2', evidence: [2, 3] },
    ]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['no get has shown it', [create(), list([createdCard])]],
    ['it is not known', [list([createdCard])]],
    ['the item has no id', [...seen, list([{ ...createdCard, id: null }])]],
    ['it was written since', [...seen, remove(createdCard), list([createdCard])]],
    ['the list asks for a part', [...seen, list([createdCard], { query: '$select=id' })]],
    ['the list is deliberately wrong', [...seen, list([createdCard], { intent: asChanged('url:query', 'other') })]],
    ['the list overlapped a write', [...seen, list([createdCard], { intent: { overlaps: 'it' } })]],
    ['the list was refused', [...seen, list([], { response: { status: 400, body: { value: [createdCard] } } })]],
  ])('is not found where %s', (_name, exchanges) => {
    expect(subjectsIn(listedAndGot, exchanges)).toEqual([]);
  });
});

describe('a card deleted between two pages', () => {
  const made = [create(), clockIn()];

  test('is found as soon as a page shows it, or when the last one does not', () => {
    expect(subjectsIn(deletedMeanwhile, [...made, first(openCard), remove(createdCard), next(createdCard)])).toEqual([
      { shown: true, evidence: [3, 5, 4] },
    ]);
    expect(subjectsIn(deletedMeanwhile, [...made, first(openCard), remove(createdCard), next()])).toMatchObject([
      { shown: false },
    ]);
  });

  test('may still be shown by a page that is not read yet', () => {
    const further = list([], {
      url: link,
      response: { body: { value: [], '@odata.nextLink': 'https://clock.test/last' } },
    });
    const last = list([], { url: 'https://clock.test/last' });
    expect(subjectsIn(deletedMeanwhile, [...made, first(), remove(createdCard), further])).toEqual([]);
    expect(subjectsIn(deletedMeanwhile, [...made, first(), remove(createdCard), further, last])).toHaveLength(1);
  });

  test('is not found where any page before has shown it', () => {
    const further = (...items: Parameters<typeof list>[0]) =>
      list(items, { url: link, response: { body: { value: items, '@odata.nextLink': 'https://clock.test/last' } } });
    const last = list([], { url: 'https://clock.test/last' });
    const shown = [first(createdCard), remove(createdCard), further(openCard), last];
    expect(subjectsIn(deletedMeanwhile, [...made, ...shown])).toEqual([]);
    expect(
      subjectsIn(deletedMeanwhile, [...made, first(openCard), further(createdCard), remove(createdCard), last]),
    ).toEqual([]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['it was deleted before the first page', [...made, remove(createdCard), first(openCard), next(createdCard)]],
    ['a page had shown it before', [...made, first(createdCard), remove(createdCard), next()]],
    ['it was not deleted', [...made, first(openCard), next(createdCard)]],
    ['the list has one page', [...made, remove(createdCard), list([createdCard])]],
    [
      'the page was refused',
      [...made, first(), remove(createdCard), list([], { url: link, response: { status: 400 } })],
    ],
  ])('is not found where %s', (_name, exchanges) => {
    expect(subjectsIn(deletedMeanwhile, exchanges)).toEqual([]);
  });

  test('is not one that is still there', () => {
    expect(subjectsIn(deletedMeanwhile, [...made, first(), remove(createdCard), next(openCard)])).toMatchObject([
      { shown: false },
    ]);
  });
});
