import { expect, test } from 'vitest';
import { indexOf, isPath, localPath, shifted } from './path.ts';

test('a path is moved by its index only', () => {
  expect(shifted('3:0:1', 10)).toBe('13:0:1');
  expect(shifted('13:0:1', -10)).toBe('3:0:1');
  expect(indexOf('13:0:1')).toBe(13);
});

test('a path lies in the phase that holds its index', () => {
  expect(localPath('13:0:1', 10, 4)).toBe('3:0:1');
  for (const [offset, size] of [
    [14, 4],
    [10, 3],
  ] as const)
    expect(localPath('13:0:1', offset, size)).toBeUndefined();
  expect(localPath(undefined, 0, 4)).toBeUndefined();
});

test.each(['3', '3:0:1', '120:4'])('%s is a path', (path) => expect(isPath(path)).toBe(true));
test.each(['', 'a', '3:', ':3', '3:0:', '-1', '3.5', '3:x'])('%j is no path', (path) =>
  expect(isPath(path)).toBe(false),
);
