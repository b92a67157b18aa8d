import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import { countCutTexts, withoutLongTexts } from './long-texts.ts';

const long = 'x'.repeat(20_001);

describe('an answer', () => {
  test('with short texts stays as it is, however long it is', () => {
    const text = JSON.stringify({ value: Array.from({ length: 2000 }, (_, id) => ({ id: `card "${id}"` })) });
    expect(withoutLongTexts(text)).toBe(text);
    expect(countCutTexts(text)).toBe(0);
  });

  test('keeps of a long text its beginning, its length and a hash', () => {
    const { id, notes } = JSON.parse(withoutLongTexts(JSON.stringify({ id: 'a', notes: long }))) as {
      readonly [name: string]: string;
    };
    expect(id).toBe('a');
    expect(notes).toMatch(/^x{1000}…\[20001 characters, SHA-256 [\da-f]{16}\]$/);
  });

  test('that is no JSON is cut as a whole', () => {
    expect(withoutLongTexts(`<p>${long}`)).toMatch(/^<p>x{997}…\[20004 characters, SHA-256 /);
  });

  test('with a text that never ends is cut there', () => {
    expect(withoutLongTexts(`{"a":"${long}`)).toMatch(/^\{"a":"x{1000}…\[20001 characters, SHA-256 [\da-f]{16}\]$/);
  });

  test('shows how many texts were cut', () => {
    expect(countCutTexts(withoutLongTexts(JSON.stringify([long, 'short', long, { [long]: 1 }])))).toBe(3);
  });
});

test('equal texts stay equal, different ones different, and JSON stays JSON, whatever is in them', () => {
  const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((text) => text.repeat(20_001));
  const cut = (value: Json): Json => JSON.parse(withoutLongTexts(JSON.stringify(value))) as Json;
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      const [a, b, again] = cut([left, right, left]) as readonly [string, string, string];
      expect(a).toBe(again);
      expect(a === b).toBe(left === right);
      expect(a.length).toBeLessThan(1100);
    }),
    { numRuns: 30 },
  );
});
