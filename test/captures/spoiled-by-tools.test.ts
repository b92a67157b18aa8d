import { beforeAll, describe, expect, test } from 'vitest';
import { checkCapture, type CheckedCapture } from '../../engine/captured/check-capture.ts';
import { readCapture } from '../../targets/captures/read-capture.ts';
import { accused } from './captured.ts';
import { honestDay, type HarEntry } from './day.ts';
import { spoiledByTools, type Spoil } from './spoiled-by-tools.ts';

let day: readonly HarEntry[] = [];

beforeAll(async () => {
  day = await honestDay();
});

function judged(text: string): CheckedCapture {
  const found = checkCapture(readCapture(text), { file: 'some.har' });
  if (!('verdicts' in found)) throw new Error('there is no request for time cards');
  return found;
}

/** Defects of a server, made before the tool comes. */
const defects: Readonly<Record<string, (entry: HarEntry) => void>> = {
  'a wrong status': ({ request, response }) => {
    if (request.url.endsWith('/clockOut')) response.status = 200;
  },
  'a lost note': (entry) => {
    answering(entry, (text) => text.replace(/("isAtApprovedLocation":true,"notes":)\{[^{}]*\}/, '$1null'));
  },
  'a foreign owner': (entry) => {
    answering(entry, (text) => text.replaceAll(/"userId":"[^"]*"/g, '"userId":"00000000-aaaa-4bbb-8ccc-123456789abc"'));
  },
};

function answering({ response: { content, headers } }: HarEntry, change: (text: string) => string): void {
  if (content.text === undefined) return;
  content.text = change(content.text);
  content.size = Buffer.byteLength(content.text);
  for (const header of headers) if (header.name === 'content-length') header.value = String(content.size);
}

function withDefect(change: (entry: HarEntry) => void): readonly HarEntry[] {
  return day.map((entry) => {
    const copy = structuredClone(entry);
    change(copy);
    return copy;
  });
}

const kinds: readonly (readonly [string, Spoil])[] = Object.entries(spoiledByTools);

describe('nothing is held against a server that a tool did', () => {
  test.each(kinds)('%s', (_kind, spoil) => {
    const found = judged(spoil(day));
    expect(accused(found)).toEqual([]);
    expect(found.summary.judged).toBe(day.length);
  });
});

describe('a defect of the server is found all the same', () => {
  /** Those that leave nothing of what shows it. */
  const mostMissed = { 'a wrong status': 5, 'a lost note': 37, 'a foreign owner': 38 };

  test.each(Object.entries(mostMissed))('%s', (name, most) => {
    const defect = defects[name];
    const entries = withDefect(defect ?? (() => undefined));
    const missed = kinds.filter(([, spoil]) => accused(judged(spoil(entries))).length === 0).map(([kind]) => kind);
    expect(missed.length).toBeLessThanOrEqual(most);
  });

  test('in nearly all kinds, where a server has all three', () => {
    const entries = withDefect((entry) => {
      for (const defect of Object.values(defects)) defect(entry);
    });
    const found = kinds.filter(([, spoil]) => accused(judged(spoil(entries))).length > 0);
    expect([kinds.length, found.length]).toEqual([67, 62]);
  });
});
