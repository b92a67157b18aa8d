import { expect, test } from 'vitest';
import { isAddressable } from './addressable.ts';

test.each([
  'TCK_cd5c8b2a-ab0d-4e40-a7f5-b1b6c2d5e8f1',
  '7',
  'AAMkAGI2+x=',
  'Karte 1+ä=',
  "it's (1)",
  '...',
  'a.b',
  'x'.repeat(1000),
])('%s names its card exactly', (id) => expect(isAddressable(id)).toBe(true));

test.each([
  ['nothing at all', ''],
  ['the collection itself', '.'],
  ['the schedule', '..'],
  ['another segment', 'a/b'],
  ['another segment for some servers', String.raw`a\b`],
  ['what is decoded twice', '%2e%2e'],
  ['a query', 'a?b'],
  ['a fragment', 'a#b'],
  ['a parameter of the path', 'a;b'],
  ['a neighbour, where blanks are cut off', ' 7'],
  ['a neighbour, where blanks are cut off', '7 '],
  ['the end of a line', '7\n8'],
  ['half a character', '\uD800'],
  ['a neighbour, where text is composed', 'cafe\u0301'],
  ['an action', 'clockIn'],
  ['an action in another spelling', 'Microsoft.Graph.clockout'],
  ['the number of cards', '$count'],
  ['more than a request line holds', 'x'.repeat(1001)],
])('leads to %s: %j', (_, id) => expect(isAddressable(id)).toBe(false));
