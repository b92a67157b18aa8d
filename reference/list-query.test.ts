import { describe, expect, test } from 'vitest';
import { CardStore } from './card-store.ts';
import { pageOf, readListQuery, writeMark, type PageMark } from './list-query.ts';
import { Decisions } from './policy.ts';
import { clockIn, clockOut } from './time-clock.ts';

const by = { application: null, device: null, user: null };
const nothing = { isAtApprovedLocation: null, notes: null, onBehalfOfUserId: null };

/** Cards c1, c2 … clocked in at the given seconds; every second one is clocked out. */
function storeOf(...seconds: readonly number[]): CardStore {
  const store = new CardStore();
  for (const [index, second] of seconds.entries()) {
    const stamp = { by, time: second * 1000, decisions: new Decisions() };
    const held = clockIn(`c${index + 1}`, 'u', nothing, stamp);
    store.put(index % 2 === 0 ? held : clockOut(held, nothing, stamp));
  }
  return store;
}

function pageIds(store: CardStore, query: string): readonly [ids: string, next: PageMark | undefined] {
  const { items, next } = pageOf(store.all(), readListQuery(query));
  return [items.map(({ card }) => card.id).join(' '), next];
}

/** The ids of every page, following on until the last. */
function allPages(store: CardStore, query: string, between?: () => void): readonly string[] {
  const pages: string[] = [];
  for (let mark: PageMark | undefined, first = true; first || mark; first = false) {
    const [ids, next] = pageIds(store, mark ? `${query}&$skiptoken=${writeMark(mark)}` : query);
    pages.push(ids);
    mark = next;
    between?.();
  }
  return pages;
}

describe('a page', () => {
  test('holds the oldest cards first', () => {
    expect(pageIds(storeOf(3, 2, 1), '')).toStrictEqual(['c1 c2 c3', undefined]);
  });

  test('is followed by another exactly where more cards remain', () => {
    expect(allPages(storeOf(1, 2, 3, 4, 5), '$top=2')).toStrictEqual(['c1 c2', 'c3 c4', 'c5']);
    expect(allPages(storeOf(1, 2, 3, 4), '$top=2')).toStrictEqual(['c1 c2', 'c3 c4']);
  });

  test('holds a hundred cards when no number is asked for', () => {
    const store = storeOf(...Array.from({ length: 201 }, (_, second) => second));
    expect(allPages(store, '').map((ids) => ids.split(' ').length)).toStrictEqual([100, 100, 1]);
  });

  test('skips nothing when a card of the page before is deleted', () => {
    const store = storeOf(1, 2, 3, 4, 5);
    const doomed = ['c2', 'c1'];
    const pages = allPages(store, '$top=2', () => store.delete(doomed.shift() ?? ''));
    expect(pages).toStrictEqual(['c1 c2', 'c3 c4', 'c5']);
  });

  test('goes on where the rest was filtered or sorted', () => {
    expect(allPages(storeOf(1, 2, 3, 4, 5), "$top=2&$filter=state eq 'clockedIn'")).toStrictEqual(['c1 c3', 'c5']);
    expect(allPages(storeOf(1, 9, 5, 5), '$top=2&$orderby=createdDateTime desc')).toStrictEqual(['c2 c3', 'c4 c1']);
    expect(allPages(storeOf(3, 2, 1), '$top=2&$orderby=clockInEvent/dateTime')).toStrictEqual(['c3 c2', 'c1']);
  });
});

describe('an option', () => {
  test.each([
    ["$filter=state eq 'clockedOut'", 'c2'],
    ["$filter=state ne 'clockedOut'", 'c1 c3'],
    ['%24filter=state+eq+%27clockedOut%27', 'c2'],
    ["$FILTER=State eq 'clockedout'", 'c2'],
    ["$filter=state eq 'onBreak'", ''],
    ['$select=id&$expand=x&$count=true&other=1', 'c1 c2 c3'],
  ])('%s gives %s', (query, ids) => {
    expect(pageIds(storeOf(1, 2, 3), query)[0]).toBe(ids);
  });

  test.each([
    '$top=0',
    '$top=1001',
    '$top=-1',
    '$top=1.5',
    '$top=many',
    '$top=',
    '$filter=',
    "$filter=state eq 'asleep'",
    '$filter=state eq clockedOut',
    "$filter=state eq 'clockedOut' or state eq 'onBreak'",
    "$filter=createdDateTime ge '2022-02-01T08:00'",
    '$orderby=userId',
    '$orderby=createdDateTime sideways',
    '$skiptoken=x',
  ])('%s is refused', (query) => {
    expect(() => readListQuery(query)).toThrow(/invalid/i);
  });
});

test('in beta a name goes without its $ as well, in v1.0 it does not', () => {
  expect(readListQuery('top=2', undefined, 'beta').top).toBe(2);
  expect(readListQuery('$Top=2', undefined, 'beta').top).toBe(2);
  expect(readListQuery('top=2', undefined, 'v1.0').top).toBe(readListQuery('').top);
});
