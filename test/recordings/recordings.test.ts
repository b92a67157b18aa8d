import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRecordingFile } from '../../cli/recording-file.ts';
import { command } from '../command.ts';
import { root } from '../source-tree.ts';

const shelf = join(root, 'recordings');
const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What each is judged as. One that does not fit any more is made anew: `npm run recordings -- NAME`. */
const expected: Readonly<Record<string, { readonly exitCode: number; readonly says: RegExp }>> = {
  'documents-v1.0': { exitCode: 0, says: /^conforming/m },
  'documents-beta': { exitCode: 0, says: /^conforming/m },
  'reference-v1.0': { exitCode: 0, says: /^conforming/m },
  'reference-beta': { exitCode: 0, says: /^conforming/m },
  prism: { exitCode: 1, says: /^nonconforming/m },
  'json-server': { exitCode: 1, says: /^nonconforming/m },
};

test('every recording is judged here, and every one that is judged is there', () => {
  const there = readdirSync(shelf).filter((name) => name.endsWith('.json'));
  expect(there.toSorted()).toEqual(
    Object.keys(expected)
      .map((name) => `${name}.json`)
      .toSorted(),
  );
});

describe.each(Object.entries(expected))('recordings/%s.json', (name, { exitCode, says }) => {
  const file = join(shelf, `${name}.json`);

  test('is judged as before', async () => {
    const isOfDocuments = readRecordingFile(file).header.provenance === 'documents';
    const words = isOfDocuments ? ['check', file] : ['replay', file, '--player', 'direct'];
    const result = await command([...words, '--report-dir', name], { folder });
    expect(result.stderr).toBe('');
    expect(result.stdout).toMatch(says);
    expect(result.exitCode).toBe(exitCode);
  }, 180_000);

  test('holds nothing that looks secret or personal', async () => {
    expect(await command(['scan', file])).toMatchObject({ exitCode: 0 });
  }, 180_000);
});

test('the documented examples cannot be replayed, and it is said what can be done with them', async () => {
  const { exitCode, stderr } = await command(['replay', join(shelf, 'documents-v1.0.json')], { folder });
  expect(stderr).toContain('holds documented examples, which no run asked for; judge it with "check".');
  expect(exitCode).toBe(2);
});
