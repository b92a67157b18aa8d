import { describe, expect, test } from 'vitest';
import { exchange } from '../../test/exchanges.ts';
import type { Json } from '../../traffic/json.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Violated } from '../../judgements/judgement.ts';
import { EvidenceRoom, shorterExchange, shorterViolation } from './evidence.ts';

function answered(sequence: number, body: Json): Exchange {
  return { ...exchange({ operation: 'get', response: { status: 200, body } }), sequence };
}

function violation(...evidence: readonly number[]): Violated {
  return { kind: 'violated', pointer: '/id', expected: 'a', actual: 'b', evidence };
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length;
const sequences = (exchanges: readonly Exchange[]): readonly number[] => exchanges.map(({ sequence }) => sequence);

describe('evidence', () => {
  test('of ordinary size is kept as it is', () => {
    const all = [1, 2, 3].map((sequence) => answered(sequence, { id: 'a' }));
    expect(new EvidenceRoom().keep(all, violation(1, 3))).toEqual({ exchanges: all, omitted: 0 });
  });

  test('with a long list keeps its beginning, and says how much there was', () => {
    const value = Array.from({ length: 500 }, (_, id) => ({ id: `card ${id}`, notes: 'x'.repeat(100) }));
    const { exchanges } = new EvidenceRoom().keep([answered(1, { value })], violation(1));
    const body = exchanges[0]?.outcome.kind === 'response' ? exchanges[0].outcome.body : undefined;
    expect(body).toMatchObject({ kind: 'json', value: { value: [...value.slice(0, 10), '… and 490 more'] } });
    expect(sizeOf(exchanges)).toBeLessThan(5000);
  });

  test('that is too much as a whole keeps what shows it, and the latest before that', () => {
    const all = Array.from({ length: 30 }, (_, index) => answered(index + 1, { notes: 'x'.repeat(15_000) }));
    const { exchanges, omitted } = new EvidenceRoom().keep(all, violation(2, 30));
    expect(sequences(exchanges)).toEqual([2, ...sequences(exchanges).slice(1)]);
    expect(sequences(exchanges).slice(-5)).toEqual([26, 27, 28, 29, 30]);
    expect(exchanges.length + omitted).toBe(30);
    expect(sizeOf(exchanges)).toBeLessThan(210_000);
  });

  test('of many findings gets less room once there is a lot of it, and never none', () => {
    const room = new EvidenceRoom();
    const all = Array.from({ length: 20 }, (_, index) => answered(index + 1, { notes: 'x'.repeat(15_000) }));
    const kept = Array.from({ length: 250 }, () => room.keep(all, violation(20)).exchanges);
    expect(kept.every((exchanges) => sequences(exchanges).includes(20))).toBe(true);
    expect(kept.reduce((sum, exchanges) => sum + sizeOf(exchanges), 0)).toBeLessThan(7_000_000);
  });
});

test.each<[string, Json]>([
  ['a long text', 'x'.repeat(1_000_000)],
  ['many members', Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`name ${index}`, index]))],
  [
    'many levels',
    JSON.parse(`${'['.repeat(190)}${']'.repeat(190)}`.replace('[]', `["${'x'.repeat(30_000)}"]`)) as Json,
  ],
  ['half a character where it is cut', `${'x'.repeat(499)}\u{1F600}`.repeat(100)],
])('%s is shortened wherever it stands', (_, value) => {
  const short = shorterExchange(answered(1, { value }));
  expect(sizeOf(short)).toBeLessThan(25_000);
  expect(JSON.stringify(short)).not.toMatch(/\\ud83d"/i);
  expect(sizeOf(shorterViolation({ ...violation(1), actual: value }))).toBeLessThan(25_000);
});
