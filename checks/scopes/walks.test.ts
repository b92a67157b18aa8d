import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import {
  asChanged,
  clockIn,
  create,
  createdCard,
  createdId,
  list,
  openCard,
  openId,
  remove,
} from '../../test/card-exchanges.ts';
import { context, exchange, otherTeam, secondUser } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { firstFilledPages, walks, walksPastDeletes } from './walks.ts';

const whole = walks(/^$/, 'own team');
const top = 'https://clock.test/v1.0/teams/x/schedule/timeCards?';

/** A page that leads to the link, or is the last one. */
function page(items: readonly Json[], link?: string, rest: Parameters<typeof list>[1] = {}): Exchange {
  const body = { value: items, ...(link === undefined ? {} : { '@odata.nextLink': link }) };
  return list(items, { response: { body }, ...rest });
}

function owned(exchanges: readonly Exchange[], changes = {}): readonly string[] {
  return subjectsIn(whole, exchanges, changes).flatMap(({ own }) => own.map(({ id }) => id));
}

describe('the pages of a walk', () => {
  test('are joined by their links, with the ids of all of them in order', () => {
    const [walk, ...others] = subjectsIn(whole, [
      page([openCard], `${top}a`),
      page([createdCard, openCard], undefined, { url: `${top}a` }),
    ]);
    expect(others).toEqual([]);
    expect(walk).toMatchObject({ ids: [openId, createdId, openId], evidence: [1, 2], endless: undefined });
  });

  test.each([
    ['%24skiptoken=a', '$skiptoken=a'],
    ['$filter=a%20b', '$filter=a+b'],
    ['$skiptoken=a', '%24skiptoken=a'],
  ])('may be asked for as %j where the link has %j', (asked, link) => {
    const [walk] = subjectsIn(whole, [page([openCard], top + link), page([], undefined, { url: top + asked })]);
    expect(walk?.pages.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  test.each(['$skiptoken=b', '24skiptoken=a'])('are not those of a link that was not given: %j', (asked) => {
    const first = page([openCard], `${top}$skiptoken=a`);
    const query = walks(/skiptoken/, 'own team');
    const [walk] = subjectsIn(query, [first, page([], undefined, { query: asked })]);
    expect(walk?.pages.map(({ sequence }) => sequence)).toEqual([2]);
  });

  test('are joined by a link that is no absolute URL as it is written', () => {
    const [walk] = subjectsIn(whole, [page([openCard], 'next'), page([], undefined, { url: 'next' })]);
    expect(walk?.ids).toEqual([openId]);
  });

  test('are not looked for before the last one is read', () => {
    expect(subjectsIn(whole, [page([openCard], `${top}a`)])).toEqual([]);
  });

  test.each([
    ['a write', create(), 0],
    ['a read', page([]), 1],
    [
      'something that is no operation',
      exchange({ operation: 'unknown', url: 'https://clock.test/', method: 'POST' }),
      1,
    ],
  ])('are left out after %s between two of them: %j walks', (_name, between, count) => {
    const walked = subjectsIn(whole, [page([], `${top}a`), between, page([], undefined, { url: `${top}a` })]);
    expect(walked.filter(({ pages }) => pages.length === 2)).toHaveLength(count);
  });

  test.each([
    ['a deliberately wrong one', { intent: asChanged('url:query', 'other') }],
    ['of another team', { team: otherTeam }],
    ['of another query', { query: '$top=1' }],
  ])('are not those of a list that is %s', (_name, rest) => {
    expect(subjectsIn(whole, [list([], rest)])).toEqual([]);
  });

  test('are found through another team only where that is asked for', () => {
    const elsewhere = walks(/^$/, 'another team');
    expect(subjectsIn(elsewhere, [list([], { team: otherTeam })])).toHaveLength(1);
    expect(subjectsIn(elsewhere, [list([])])).toEqual([]);
    expect(subjectsIn(elsewhere, [page([], undefined, { url: 'https://clock.test/elsewhere' })])).toEqual([]);
  });
});

describe('a walk without an end', () => {
  const again = (items: readonly Json[]) => page(items, `${top}a`, { url: `${top}a` });

  test('is one whose page leads to itself and stays as it is', () => {
    expect(subjectsIn(whole, [page([openCard], `${top}a`), again([]), again([])])).toMatchObject([
      { endless: `${top}a` },
    ]);
  });

  test('is not known after the first time, nor where the page changes', () => {
    expect(subjectsIn(whole, [page([openCard], `${top}a`), again([])])).toEqual([]);
    expect(subjectsIn(whole, [page([openCard], `${top}a`), again([openCard]), again([])])).toEqual([]);
  });

  test('is not told again by each further page', () => {
    expect(subjectsIn(whole, [page([openCard], `${top}a`), again([]), again([]), again([])])).toHaveLength(1);
  });
});

describe('the own cards of a walk', () => {
  test('are those that the caller made, and that are there', () => {
    expect(owned([create(), clockIn(), list([])])).toEqual([createdId, openId]);
    expect(owned([create(), clockIn(), remove(createdCard), list([])])).toEqual([openId]);
    expect(owned([list([createdCard]), list([])])).toEqual([]);
  });

  test.each([
    ['that somebody else made', create({}, { actor: 'secondUser' })],
    ['of somebody else', create({ '/userId': secondUser })],
    ['of nobody', create({ '/userId': undefined })],
    ['of another team', create({}, { team: otherTeam })],
  ])('are none %s', (_name, making) => {
    expect(owned([making, list([])])).toEqual([]);
  });

  test('are none of which nobody knows whether a delete was done', () => {
    expect(owned([create(), remove(createdCard, { fault: 'reset' }), list([])])).toEqual([]);
  });

  test('are also those that were shown to whoever lists, in a whole list', () => {
    const byReader = { actor: 'readOnly' } as const;
    const made = [create(), clockIn()];
    expect(owned([...made, list([createdCard], byReader), list([], byReader)])).toEqual([createdId]);
    // Not what was shown to another, or in a part of the list.
    expect(owned([...made, list([openCard], { ...byReader, query: '$top=1' }), list([], byReader)])).toEqual([]);
    expect(subjectsIn(whole, [...made, list([openCard]), list([], byReader)]).at(-1)?.own).toEqual([]);
  });

  test('are, of an unknown caller, those that we made, but not those of others', () => {
    const unknown = { capabilities: new Set([...context.capabilities].filter((one) => one !== 'callerIdentity')) };
    expect(owned([create({ '/userId': secondUser }), list([])], unknown)).toEqual([createdId]);
    expect(owned([create(), list([])], { ...unknown, ofOthers: true })).toEqual([]);
  });
});

test('gone are the cards that were deleted before, and the evidence leads to their deletion', () => {
  const [walk] = subjectsIn(whole, [create(), clockIn(), remove(createdCard), list([])]);
  expect([...(walk?.gone.keys() ?? [])]).toEqual([createdId]);
  expect(walk?.evidence).toEqual([2, 3, 4]);
});

test('listed are the items of the whole lists before, on all of their pages', () => {
  const [, walk] = subjectsIn(walks(/top/, 'own team'), [
    list([{ id: 'TCK_refused' }], { response: { status: 400, body: { value: [{ id: 'TCK_refused' }] } } }),
    list([{ id: 'TCK_limited' }], { query: '$top=1' }),
    page([], `${top}a`),
    page([openCard], undefined, { url: `${top}a` }),
    list([createdCard], { query: '$top=1' }),
    list([{ id: 'TCK_afterwards' }]),
  ]);
  const ids = ['TCK_refused', 'TCK_limited', openId, createdId, 'TCK_afterwards'];
  expect(ids.filter((id) => walk?.listed.has(id))).toEqual([openId]);
});

test('listed is nothing that a whole list shows between the pages', () => {
  const first = page([openCard], `${top}a`, { query: '$top=1' });
  const walked = subjectsIn(walks(/top/, 'own team'), [
    first,
    list([createdCard]),
    page([], undefined, { url: `${top}a` }),
  ]);
  expect(walked.map(({ listed }) => [openId, createdId].some((id) => listed.has(id)))).toEqual([false]);
});

describe('the first page with items', () => {
  const filled = firstFilledPages(/^$/);

  test('may be the first of all, or come behind empty ones', () => {
    expect(subjectsIn(filled, [page([openCard], `${top}a`)])).toMatchObject([{ items: [openCard], evidence: [1] }]);
    const behind = [
      page([], `${top}a`),
      page([], `${top}b`, { url: `${top}a` }),
      page([openCard], undefined, { url: `${top}b` }),
    ];
    expect(subjectsIn(filled, behind)).toMatchObject([{ items: [openCard], evidence: [1, 2, 3] }]);
  });

  test('is one of its list, and none where all are empty', () => {
    const two = [page([openCard], `${top}a`), page([createdCard], undefined, { url: `${top}a` })];
    expect(subjectsIn(filled, two)).toMatchObject([{ items: [openCard] }]);
    const three = [
      page([], `${top}a`),
      page([openCard], `${top}b`, { url: `${top}a` }),
      page([createdCard], undefined, { url: `${top}b` }),
    ];
    expect(subjectsIn(filled, three)).toMatchObject([{ items: [openCard] }]);
    expect(subjectsIn(filled, [page([])])).toEqual([]);
    expect(subjectsIn(firstFilledPages(/^x$/), two)).toEqual([]);
  });
});

describe('a walk past deletes', () => {
  const deletes = remove({ ...createdCard, id: 'TCK_2' });
  const from = (...between: readonly Exchange[]): readonly Exchange[] => [
    clockIn(),
    create({ '/id': 'TCK_2' }),
    page([openCard], `${top}a`, { query: '$top=1' }),
    ...between,
    page([], undefined, { url: `${top}a` }),
  ];

  test('is one during which nothing was written but deletes of cards that were still to come', () => {
    expect(subjectsIn(walksPastDeletes, from(deletes))).toMatchObject([{ ids: [openId], own: [{ id: openId }] }]);
  });

  test.each<[name: string, between: readonly Exchange[]]>([
    ['nothing was deleted', []],
    ['the delete was refused', [remove({ ...createdCard, id: 'TCK_2' }, { response: { status: 409 } })]],
    ['a card was deleted that was shown', [remove(openCard)]],
    ['something else was written', [deletes, create()]],
  ])('is none where %s', (_name, between) => {
    expect(subjectsIn(walksPastDeletes, from(...between))).toEqual([]);
  });

  test('is none before its last page, nor through another team', () => {
    expect(subjectsIn(walksPastDeletes, from(deletes).slice(0, -1))).toEqual([]);
    const elsewhere = [
      page([], `${top}a`, { query: '$top=1', team: otherTeam }),
      deletes,
      page([], undefined, { url: `${top}a` }),
    ];
    expect(subjectsIn(walksPastDeletes, elsewhere)).toEqual([]);
  });
});
