import { describe, expect, test } from 'vitest';
import { isPlainText } from './plain-text.ts';

describe('text that every server must keep', () => {
  test.each([
    ['a'],
    ['Started late due to traffic in CA 237'],
    [`Tom & Jerry's "lunch", 12:30 (late!)`],
    ['Größe, café, Ελληνικά, Русский, 日本語, हिन्दी, שלום, العربية'],
    ['x'.repeat(255)],
  ])('%s', (text) => {
    expect(isPlainText(text)).toBe(true);
  });
});

describe('text that a server may change without breaking a promise', () => {
  test.each([
    ['empty', ''],
    ['longer than 255 characters', 'x'.repeat(256)],
    ['leading blank', ' a'],
    ['trailing blank', 'a '],
    ['double blank', 'a  b'],
    ['only a blank', ' '],
    ['tab', 'a\tb'],
    ['newline', 'a\nb'],
    ['other control character', 'a\u0007b'],
    ['HTML', 'a <b>b</b>'],
    ['a lone angle bracket', 'a > b'],
    ['not composed', 'cafe\u0301'],
    ['astral', 'done \u{1F600}'],
    ['half a surrogate pair', 'a\uD83D'],
    ['zero-width joiner', 'a\u200Db'],
    ['right-to-left override', 'a\u202Eb'],
    ['no-break space', 'a\u00A0b'],
    ['leading mark', '\u0301a'],
    ['private use', 'a\uE000'],
  ])('%s', (_name, text) => {
    expect(isPlainText(text)).toBe(false);
  });
});
