import { expect, test } from 'vitest';
import { isLivelyText, sameLivelyText } from './lively-text.ts';

test.each([
  ['two\nlines', true],
  ['two\r\nlines', true],
  ['hello \u{1F44B}', true],
  ['cafe\u0301', true],
  ['Hi \u{1F44B},\ncafe\u0301\r\n50 % off', true],
  // Plain text is TC-CLOCKIN-008's and its like; what no document promises is nobody's.
  ['plain', false],
  ['', false],
  ['a\tb', false],
  ['two  blanks\n', false],
  ['<b>\n', false],
  ['a\u200Bb\n', false],
  ['\u{1D11E}', false],
  [`${'long '.repeat(60)}\n`, false],
])('%j: %j', (text, expected) => {
  expect(isLivelyText(text)).toBe(expected);
});

test.each([
  ['a\r\nb', 'a\nb', true],
  ['a\rb', 'a\r\nb', true],
  ['cafe\u0301', 'caf\u00e9', true],
  ['a\n', 'a', true],
  ['a\nb', 'a b', false],
  ['a\nb', 'ab', false],
  ['a \u{1F44B}', 'a ?', false],
  ['cafe\u0301', 'cafe', false],
])('%j and %j are the same: %j', (left, right, expected) => {
  expect(sameLivelyText(left, right)).toBe(expected);
});
