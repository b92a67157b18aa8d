import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import {
  asChanged,
  clockIn,
  clockOut,
  closedCard,
  create,
  createBody,
  createdCard,
  createdId,
  createOf,
  get,
  list,
  openCard,
  openId,
  remove,
} from '../../test/card-exchanges.ts';
import { exchange } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { newCards, serviceBreaks } from './ids.ts';

describe('a new card', () => {
  const known = (...exchanges: readonly Exchange[]) => subjectsIn(newCards, exchanges).map((one) => ({ ...one }));

  test('is found while another one is there', () => {
    expect(known(create(), clockIn())).toEqual([{ id: openId, isKnown: false, evidence: [2] }]);
    expect(known(create(), remove(createdCard), clockIn())).toEqual([]);
    expect(known(create(), remove(createdCard), clockIn(), create())).toEqual([
      { id: createdId, isKnown: false, evidence: [4] },
    ]);
  });

  test('has a known id, and the evidence says where that was seen', () => {
    expect(known(create(), create())).toEqual([{ id: createdId, isKnown: true, evidence: [1, 2] }]);
    expect(known(clockIn(), clockOut(), get(closedCard), clockIn())).toEqual([
      { id: openId, isKnown: true, evidence: [3, 4] },
    ]);
    const doubtful = [get(openCard), clockOut({ fault: 'reset' })];
    expect(known(...doubtful, create({ '/id': openId }))).toEqual([{ id: openId, isKnown: true, evidence: [3] }]);
    expect(known(create(), remove(createdCard, { fault: 'reset' }), create())).toEqual([
      { id: createdId, isKnown: true, evidence: [1, 3] },
    ]);
  });

  test.each<[name: string, last: Exchange]>([
    ['an open card that a clockIn shows again', clockIn()],
    [
      'a card that is not new',
      create({ '/id': 'TCK_x' }, { response: { status: 200, body: { ...createdCard, id: 'TCK_x' } } }),
    ],
    ['a deliberately wrong request', create({ '/id': 'TCK_x' }, { intent: asChanged('/x', 'other') })],
    ['a refusal', create({ '/id': 'TCK_x' }, { response: { status: 400, body: createdCard } })],
    ['no card', create({ '/id': undefined })],
    ['another operation', get(createdCard, {}, { response: { status: 201, body: createdCard } })],
  ])('is not %s', (_name, last) => {
    expect(subjectsIn(newCards, [clockIn(), last])).toEqual([]);
  });

  test('is one of several in a list, of which two may have the same id', () => {
    const listed = (...items: readonly Json[]) =>
      subjectsIn(newCards, [list(items)]).map(({ id, isKnown }) => [id, isKnown]);
    expect(listed(openCard, createdCard)).toEqual([[openId, false]]);
    expect(listed(openCard, createdCard, createdCard)).toEqual([[createdId, true]]);
    expect(listed({ id: '' }, { id: '' })).toEqual([['', false]]);
    expect(listed(openCard, {}, 'other')).toEqual([]);
    expect(listed()).toEqual([]);
  });
});

describe('the breaks that the service named', () => {
  const event = createBody['clockInEvent'] ?? null;
  const breaks = (...ids: readonly Json[]): Json => ids.map((breakId) => ({ breakId, start: event, end: event }));
  const shown = (value: Json, rest = {}) => get(openCard, { '/breaks': value }, rest);

  test('are found with the request that made the card', () => {
    expect(subjectsIn(serviceBreaks, [clockIn(), shown(breaks('A', 'B'))])).toEqual([
      { ids: ['A', 'B'], evidence: [1, 2] },
    ]);
    const unnamed = createOf({ ...createBody, breaks: breaks('', null) });
    expect(subjectsIn(serviceBreaks, [unnamed, get(createdCard, { '/breaks': breaks('A', 'B') })])).toHaveLength(1);
  });

  test('are found with the replace that brought them', () => {
    const replace = (value: Json) =>
      exchange({ operation: 'replace', card: openId, request: { body: { ...createBody, breaks: value } } });
    const twice = [clockIn(), replace(breaks('')), replace(breaks(null)), shown(breaks('A', 'B'))];
    expect(subjectsIn(serviceBreaks, twice)).toEqual([{ ids: ['A', 'B'], evidence: [1, 2, 3, 4] }]);
    // One of two replaces gave an id; another card's gave one.
    expect(subjectsIn(serviceBreaks, [clockIn(), replace(breaks('A')), replace([]), shown(breaks('A', 'B'))])).toEqual(
      [],
    );
    const other = exchange({ operation: 'replace', card: createdId, request: { body: { breaks: breaks('A') } } });
    expect(subjectsIn(serviceBreaks, [clockIn(), other, shown(breaks('A', 'B'))])).toMatchObject([
      { evidence: [1, 3] },
    ]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['there is only one with an id', [clockIn(), shown(breaks('A', '', null, 7))]],
    ['there is no list of them', [clockIn(), shown('other')]],
    ['they are no objects', [clockIn(), shown(['A', 'B'])]],
    ['the card was there before', [get(openCard), shown(breaks('A', 'B'))]],
    [
      'the client named them',
      [createOf({ ...createBody, breaks: breaks('A') }), get(createdCard, { '/breaks': breaks('A', 'B') })],
    ],
    [
      'the get was refused',
      [clockIn(), shown(null, { response: { status: 403, body: { ...openCard, breaks: breaks('A', 'B') } } })],
    ],
    ['the get asks for a part', [clockIn(), shown(breaks('A', 'B'), { query: '$select=breaks' })]],
  ])('are not found where %s', (_name, exchanges) => {
    expect(subjectsIn(serviceBreaks, exchanges)).toEqual([]);
  });
});
