import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRecordingFile } from '../../cli/recording-file.ts';
import { command } from '../../test/command.ts';
import { oneIn } from '../../test/one-in.ts';
import { root } from '../../test/source-tree.ts';

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

// Each is a process of its own, so that two may be at work. That they hold no secrets says test/recordings-scan.test.ts.
test.concurrent.each(oneIn(5, Object.entries(expected)))(
  'recordings/%s.json is judged as before',
  async (name, { exitCode, says }) => {
    const file = join(shelf, `${name}.json`);
    const isOfDocuments = readRecordingFile(file).header.provenance === 'documents';
    const words = isOfDocuments ? ['check', file] : ['replay', file, '--player', 'direct'];
    const result = await command([...words, '--report-dir', name], { folder });
    expect(result.stderr).toBe('');
    expect(result.stdout).toMatch(says);
    expect(result.exitCode).toBe(exitCode);
  },
  180_000,
);

test('the documented examples cannot be replayed, and it is said what can be done with them', async () => {
  const { exitCode, stderr } = await command(['replay', join(shelf, 'documents-v1.0.json')], { folder });
  expect(stderr).toContain('holds documented examples, which no run requested; judge it with "check".');
  expect(exitCode).toBe(2);
});
