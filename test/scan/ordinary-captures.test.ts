import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { LineScan, type Sighting } from '../../targets/pseudonyms/scan-lines.ts';
import { secretsByPosition } from '../../targets/pseudonyms/standing-secrets.ts';
import { honestDay, type HarEntry } from '../captures/day.ts';
import { exports, exportsWithoutBodies } from '../captures/formats/exports.ts';

let day: readonly HarEntry[] = [];

beforeAll(async () => {
  day = await honestDay();
});

/** What `scan` takes for a credential. */
function credentialsIn(text: string): readonly Sighting[] {
  const scan = new LineScan(secretsByPosition(text));
  const sightings = text.split('\n').flatMap((line, index) => scan.next(index + 1, line));
  return sightings.filter(({ kind }) => kind === 'secret');
}

/** As tools leave tokens out. */
const withoutTokens = (text: string) => text.replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, 'REDACTED');
const chromium = new URL('../captures/chromium/', import.meta.url);
const browsers = readdirSync(chromium).filter((name) => name.endsWith('.har'));

describe('ordinary traffic, whose tokens were taken out, is no alarm of a credential', () => {
  test.each(Object.entries({ ...exports, ...exportsWithoutBodies }))('%s', (_name, write) => {
    // Some tools keep a request in base64, so that its token is only seen before it is written.
    const safe = JSON.parse(withoutTokens(JSON.stringify(day))) as readonly HarEntry[];
    expect(credentialsIn(write(safe))).toEqual([]);
    expect(credentialsIn(write(day))).not.toEqual([]);
  });

  test.each(browsers)('%s', (name) => {
    const text = readFileSync(new URL(name, chromium), 'utf8');
    expect(credentialsIn(withoutTokens(text))).toEqual([]);
  });
});
