import { expect, test } from 'vitest';
import type { Json } from './json.ts';
import { at, equalJson, namesIn } from './pointer.ts';

/** The document of RFC 6901, section 5. */
const document: Json = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
  'o~1p': 9,
};

test.each<[pointer: string, value: Json | undefined]>([
  ['', document],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/foo/1', 'baz'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/g|h', 4],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
  ['/o~01p', 9],
  ['/foo/2', undefined],
  ['/foo/-', undefined],
  ['/foo/00', undefined],
  ['/foo/01', undefined],
  ['/foo/-1', undefined],
  ['/foo/length', undefined],
  ['/foo/0/0', undefined],
  ['/nowhere/at/all', undefined],
  ['/toString', undefined],
  ['/__proto__', undefined],
])('%j', (pointer, value) => {
  expect(at(document, pointer)).toEqual(value);
  // A pointer is taken apart once and kept.
  expect(at(document, pointer)).toEqual(value);
});

test.each([null, undefined, 'text', 7, true])('nothing is in %j', (value) => {
  expect(at(value, '/0')).toBeUndefined();
  expect(at(value, '')).toBe(value);
});

test('names are given as they are, from the outside in', () => {
  expect(namesIn('/a~1b/~01/0')).toEqual(['a/b', '~1', '0']);
  expect(namesIn('')).toEqual([]);
});

test.each<[left: Json | undefined, right: Json | undefined, equal: boolean]>([
  [{ a: 1, b: [{}] }, { b: [{}], a: 1 }, true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: null }, { b: null }, false],
  [{ toString: 1 }, {}, false],
  [[], {}, false],
  [{}, [], false],
  [null, {}, false],
  [null, undefined, false],
  [undefined, undefined, true],
  ['1', 1, false],
  ['', false, false],
])('%j and %j: %s', (left, right, equal) => {
  expect(equalJson(left, right)).toBe(equal);
  expect(equalJson(right, left)).toBe(equal);
});
