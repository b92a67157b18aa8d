import { expect, test } from 'vitest';
import { mutatedFiles, portionsOf } from './portions.ts';

test('each source of what judges is mutated once, and no test', () => {
  const files = mutatedFiles();
  expect(files).toEqual(expect.arrayContaining(['checks/scopes/walks.ts', 'checks/list.ts', 'model/time-clock.ts']));
  expect(files.filter((file) => file.includes('.test.'))).toEqual([]);
  expect(portionsOf(files).flat()).toEqual([...new Set(files)]);
});

test('a portion is no larger than can be borne, unless one file is', () => {
  const sizes: Readonly<Record<string, number>> = { a: 10_000, b: 15_000, c: 1, d: 40_000, e: 2, f: 3 };
  expect(portionsOf(Object.keys(sizes), (file) => sizes[file] ?? 0)).toEqual([['a', 'b'], ['c'], ['d'], ['e', 'f']]);
});
