import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellUrl, shellWord } from './shell.ts';

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

function readByBash(words: readonly string[], before = ''): readonly string[] {
  const script = `${before}\nprintf '%s\\0' ${words.join(' ')}`;
  const { stdout } = spawnSync('bash', ['-c', script], { env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] } });
  return stdout.toString('utf8').split('\0').slice(0, -1);
}

/** Anything but NUL, which no argument can hold, and half characters, which no UTF-8 can. */
const argument = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...`'"\\$\`!~*?[]{}()<>|&;# \t\n\r\u001B\u009B\u202Ea1é`) }),
  )
  .filter((text) => !text.includes('\0') && !/\p{Cs}/u.test(text));

describe.runIf(hasBash)('shellWord', () => {
  it('is read back by a shell as the very text', () => {
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 200, size: 'max' }), (texts) => {
        expect(readByBash(texts.map(shellWord))).toEqual(texts);
      }),
      { numRuns: 10 },
    );
  });

  it('takes the named segment of a URL from the variable and nothing else', () => {
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 60, size: 'max' }), (texts) => {
        const urls = texts.map((text) => `http://host/${text}/TCK_1/x?${text}`);
        const words = urls.map((url) => shellUrl(url, new Map([['TCK_1', 'CARD']])));
        const expected = urls.map((url) =>
          url
            .split(/([/?])/)
            .map((part) => (part === 'TCK_1' ? 'TCK_new' : part))
            .join(''),
        );
        expect(readByBash(words, 'CARD=TCK_new')).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

describe.runIf(hasBash)('shellUrl', () => {
  it.each([
    ['http://host/TCK%5F1%2Da/x', 'http://host/TCK%5Fnew%2Did/x'],
    // Encoded in a way of its own: nobody knows how the next id would be.
    ['http://host/%54CK_1-a/x', 'http://host/%54CK_1-a/x'],
    ['http://host/TCK_1-a/x', 'http://host/TCK_new-id/x'],
  ])('encodes the next id as this one is: %s', (url, expected) => {
    expect(readByBash([shellUrl(url, new Map([['TCK_1-a', 'CARD']]))], 'CARD=TCK_new-id')).toEqual([expected]);
  });

  it.each(['http://host/TCK_1/x', 'http://host/TCK_1/!'])('runs nothing where no id is there: %s', (url) => {
    const word = shellUrl(url, new Map([['TCK_1', 'CARD']]));
    const { stdout, stderr } = spawnSync('bash', ['-c', `CARD=; echo ${word}`]);
    expect(stdout.toString()).toBe('');
    expect(stderr.toString()).toMatch(/CARD: no id came back\n$/);
  });
});

describe('shellWord without a shell', () => {
  it.each([
    ['TC-CLOCKOUT-003', 'TC-CLOCKOUT-003'],
    ['', "''"],
    ['a b', "'a b'"],
    ["it's", String.raw`'it'\''s'`],
    ['\u001B[2J', String.raw`$'\x1b[2J'`],
    ['\u202E', String.raw`$'\xe2\x80\xae'`],
  ])('%j is %s', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});
