import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { PieceMemory } from './piece-memory.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('pieces do not keep the texts in memory that they were cut from', () => {
  const memory = new PieceMemory();
  const before = heapUsed();
  for (let index = 0; index < 40; index += 1) {
    const text = Buffer.alloc(1_000_000, `${index} `).toString('latin1');
    memory.set(text.slice(20, 60), text.slice(100, 140));
    expect(memory.get(text.slice(20, 60))).toBe(text.slice(100, 140));
  }
  expect(heapUsed() - before).toBeLessThan(8_000_000);
});

test('a lone half of a character is remembered as it is', () => {
  const memory = new PieceMemory();
  memory.set('a\uD83D', 'b\uDE00');
  expect(memory.get('a\uD83D')).toBe('b\uDE00');
});
