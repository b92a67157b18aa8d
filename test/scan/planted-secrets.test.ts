import { describe, expect, test } from 'vitest';
import { scanFindingText } from '../../reporters/console/scan-text.ts';
import { LineScan, type Sighting } from '../../targets/pseudonyms/scan-lines.ts';
import { secretsByPosition } from '../../targets/pseudonyms/standing-secrets.ts';
import { TextPseudonyms } from '../../targets/pseudonyms/text-pseudonyms.ts';
import { placeholders, planted } from './planted-secrets.ts';

/** As `scan` looks through a file. */
function sightings(text: string): readonly Sighting[] {
  const scan = new LineScan(secretsByPosition(text));
  return text.split(/\r?\n/).flatMap((line, index) => scan.next(index + 1, line));
}

test('there are eighty of them, in twelve kinds of files', () => {
  expect(planted.length).toBeGreaterThanOrEqual(80);
  expect(new Set(planted.map(({ kind }) => kind)).size).toBe(12);
  expect(new Set(planted.map(({ secret }) => secret)).size).toBe(planted.length);
});

describe('a secret is found, masked and taken out', () => {
  test.each(planted.map((one) => [`${one.kind}: ${one.place}`, one] as const))('%s', (_name, { text, secret }) => {
    const seen = sightings(text(secret));
    expect(seen.map(({ kind }) => kind)).toContain('secret');
    for (const one of seen) expect(scanFindingText('some file', one)).not.toContain(secret);
    const copy = new TextPseudonyms({}).text(text(secret));
    expect(copy).not.toContain(secret);
    expect(sightings(copy)).toEqual([]);
  });
});

/** In an encoding, or behind a line that says that the next one is a key, nobody sees that it is none. */
const hidden = new Set(['log of HTTP: basic', 'log of HTTP: a query, encoded', 'Markdown: a private key']);

describe('what stands for a secret is none', () => {
  test.each(placeholders)('%s', (placeholder) => {
    const alarms = planted.filter(({ text }) => sightings(text(placeholder)).some(({ kind }) => kind === 'secret'));
    const places = alarms.map(({ kind, place }) => `${kind}: ${place}`);
    expect(places.filter((place) => !hidden.has(place))).toEqual([]);
  });
});

describe('what names content opens nothing', () => {
  const digest = 'e4afd42761b1e53dd98498d992d508b405c8ac8c';
  test.each([
    `https://github.com/x/y/blob/${digest}/readme.md`,
    `  commit: '${digest}',`,
    `sha256:${digest}${digest.slice(0, 24)}`,
    '"integrity": "sha512-3qVMUbDZcGGvp8lQb3dPEq0vTfTn8q6iL8y1tCyzgJ1VyHYTQ7bWJkU3m5mW3JW4ZtJ8bYqQp2kqfYV0sYVfXA=="',
    'github.com/x/y v1.0.0 h1:vjDf3bNqZ7cN3xkWmG2h8XwUQ5Yb0r1tL9sKpEoZa4M=',
  ])('%s', (line) => {
    expect(sightings(line)).toEqual([]);
  });

  test('where nothing says that it does, it may', () => {
    expect(sightings(`x ${digest}`)).toHaveLength(1);
    expect(sightings(`token: '${digest}'`)).toHaveLength(1);
  });
});
