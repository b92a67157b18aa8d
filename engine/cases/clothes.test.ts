import { describe, expect, test } from 'vitest';
import { bodyHeaders, bodyText, idSegment, queryText, refusableIn } from './clothes.ts';

const id = 'TCK_1d0552cd-51fb-4698-8890-6f463422f298';

describe('the id of a card', () => {
  test.each([
    [id, 'TCK%5F1d0552cd%2D51fb%2D4698%2D8890%2D6f463422f298'],
    ['Karte 1+ä=', 'Karte%201%2B%C3%A4%3D'],
    ['a.b~c', 'a%2Eb%7Ec'],
    ['17', '%317'],
  ])('%s is the same when it is decoded', (known, encoded) => {
    expect(idSegment(known, ['encodedId'])).toBe(encoded);
    expect(decodeURIComponent(encoded)).toBe(known);
    expect(idSegment(known)).toBe(encodeURIComponent(known));
  });
});

test('a query with other signs is the same query', () => {
  const query = "$top=1&$filter=state%20eq%20'open'";
  expect(queryText(query)).toBe(query);
  const dressed = queryText(query, ['encodedDollar', 'formQuery']);
  expect(dressed).toBe('%24top=1&%24filter=state+eq+%27open%27');
  expect([...new URLSearchParams(dressed)]).toEqual([...new URLSearchParams(query)]);
});

test.each([
  [[], 'application/json'],
  [['charset'], 'application/json; charset=utf-8'],
  [['metadata'], 'application/json;odata.metadata=minimal'],
  [['capitalType'], 'Application/JSON'],
] as const)('%j is labelled %s', (clothes, type) => {
  expect(bodyHeaders(clothes)).toEqual({ 'Content-Type': type });
});

test('chunks are told by a header', () => {
  expect(bodyHeaders(['chunked'])).toEqual({ 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' });
});

test('people are named in the other letter case, and nothing else is', () => {
  const body = { userId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e', notes: { content: '3f29c8e7' } };
  const dressed = bodyText(body, ['capitalPeople']);
  expect(JSON.parse(dressed)).toEqual({ ...body, userId: body.userId.toUpperCase() });
  expect(bodyText(JSON.parse(dressed) as typeof body, ['capitalPeople'])).toBe(JSON.stringify(body));
  for (const other of [{ userId: 'me' }, { onBehalfOfUserId: null }, 'text'])
    expect(bodyText(other, ['capitalPeople'])).toBe(JSON.stringify(other));
});

test('what JSON leaves to its writer cannot be refused', () => {
  expect(refusableIn(['spaced', 'chunked', 'reversed', 'encodedId'])).toEqual(['chunked', 'encodedId']);
  expect(refusableIn()).toEqual([]);
});
