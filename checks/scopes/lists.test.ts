import { expect, test } from 'vitest';
import { clockIn, list, openCard, openId } from '../../test/card-exchanges.ts';
import { traffic, type Parts } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { Trace } from '../trace/trace.ts';
import { idsIn, nextLink, pages, queryOf } from './lists.ts';

function entryOf(rest: Partial<Parts>) {
  const [one = list([], rest)] = traffic([list([], rest)]);
  return new Trace().add(one);
}

const answering = (body: NonNullable<Parts['response']>['body']) =>
  entryOf({ response: body === undefined ? {} : { body } });

test('pages are the accepted lists of that query whose answer holds items', () => {
  const tops = pages(/^\$top=1$/);
  expect(subjectsIn(tops, [list([openCard], { query: '%24top=1' })])).toMatchObject([
    { items: [openCard], evidence: [1] },
  ]);
  expect(subjectsIn(tops, [list([openCard])])).toEqual([]);
  expect(subjectsIn(tops, [list([], { query: '$top=1', response: { body: { value: 'other' } } })])).toEqual([]);
  expect(subjectsIn(tops, [list([], { query: '$top=1', response: { status: 400, body: { value: [] } } })])).toEqual([]);
  expect(subjectsIn(pages(/^$/), [clockIn({}, { response: { body: { value: [] } } })])).toEqual([]);
});

test('a link is text', () => {
  expect(nextLink(answering({ '@odata.nextLink': 'next' }))).toBe('next');
  expect(nextLink(answering({ '@odata.nextLink': null }))).toBeUndefined();
  expect(nextLink(answering(undefined))).toBeUndefined();
});

test('ids are told of the items that have one, numbers too', () => {
  expect(idsIn(answering({ value: [openCard, 'other', { id: null }, { id: 7 }] }))).toEqual([openId, '7']);
});

test.each([
  ['$filter=a+b', '$filter=a b'],
  ['%24filter=a%20b', '$filter=a b'],
  ['$filter=100%', '$filter=100%'],
  ['', ''],
])('the query %j is read as %j', (query, read) => {
  expect(queryOf(entryOf({ query }))).toBe(read);
});

test('there is no query where there is no time card', () => {
  expect(queryOf(entryOf({ url: 'https://clock.test/elsewhere?a=b' }))).toBe('');
});
