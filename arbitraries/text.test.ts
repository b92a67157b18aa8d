import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainText } from '../traffic/plain-text.ts';
import { plainText, uglySamples, uglyText } from './text.ts';

test('plain text is what every server must keep, of 1 to 60 characters', () => {
  fc.assert(
    fc.property(plainText(), (text) => {
      expect(isPlainText(text)).toBe(true);
      expect(text.length).toBeLessThanOrEqual(60);
    }),
    { numRuns: 5000, seed: 41 },
  );
});

test('plain text is of several scripts', () => {
  const all = fc.sample(plainText(), { numRuns: 500, seed: 42 }).join('');
  for (const script of ['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Arabic', 'Han', 'Devanagari']) {
    expect(all).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  }
  expect(all).toContain('&');
});

test('ugly text is well-formed, without control characters other than tab and line ends, and not too long', () => {
  fc.assert(
    fc.property(uglyText(), (text) => {
      // Half a surrogate pair cannot be written in UTF-8, and encoding it throws.
      expect(() => encodeURIComponent(text)).not.toThrow();
      expect(text).not.toMatch(/[^\P{Cc}\t\n\r\u0080-\u009F]/u);
      expect(text.length).toBeLessThanOrEqual(4000);
    }),
    { numRuns: 3000, seed: 43 },
  );
});

test('ugly text is seldom plain', () => {
  const texts = fc.sample(uglyText(), { numRuns: 1000, seed: 44 });
  expect(texts.filter(isPlainText).length / texts.length).toBeLessThan(0.35);
  expect(texts.some((text) => text.length > 1000)).toBe(true);
});

test('of the samples, only quotes and backslashes are plain', () => {
  const plain = Object.entries(uglySamples).filter(([, text]) => isPlainText(text));
  expect(plain.map(([kind]) => kind)).toEqual(['quotes', 'backslashes']);
  expect(uglySamples.long).toHaveLength(4000);
});

function smallest(arbitrary: fc.Arbitrary<string>, fails: (text: string) => boolean): string | undefined {
  const property = fc.property(arbitrary, (text) => !fails(text));
  return fc.check(property, { seed: 45, numRuns: 1000 }).counterexample?.[0];
}

test('both shrink to the simplest text', () => {
  expect(smallest(plainText(), () => true)).toBe('a');
  expect(smallest(plainText(), (text) => text.includes(' '))).toBe('a a');
  expect(smallest(uglyText(), () => true)).toBe('');
});
