import { expect, test } from 'vitest';
import { isSimpleHtml, textOfAnyHtml, textOfHtml } from './html-text.ts';

test.each([
  ['<p>Tom &amp; Jerry</p>', 'Tom&Jerry'],
  ['<p>1 &lt; 2</p>', '1<2'],
  // An entity is read once.
  ['&amp;lt;', '&lt;'],
  ['a&#228;b&#xE4;c&nbsp;d', 'a\u00e4b\u00e4cd'],
  ['<div><b>a</b><br/>b</div>', 'ab'],
  ['late', 'late'],
  ['50 % & more', '50%&more'],
])('%s says %s', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
  expect(textOfAnyHtml(html)).toBe(text);
  expect(isSimpleHtml(html)).toBe(true);
});

test.each([
  '<script>alert(1)</script>',
  '<img src="x">',
  '<!-- nothing -->',
  '1 < 2',
  'a&copy;b',
  'a&b',
  '',
  '<p></p>',
  '\u{1F600}',
  `<p>${'long '.repeat(60)}</p>`,
])('what becomes of %s is for a sanitiser to say', (html) => {
  expect(isSimpleHtml(html)).toBe(false);
});

test('what came back is read whatever is in it', () => {
  expect(textOfAnyHtml('<p>1 < 2, written &lt;</p>')).toBe('1<2,written<');
});
