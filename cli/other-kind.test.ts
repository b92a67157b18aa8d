import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { renderJson } from '../reporters/json.ts';
import { comparableRun } from '../results/diff/comparable-run.ts';
import { lockOf, lockText } from '../results/lock.ts';
import { serialise } from '../results/serialise.ts';
import { linesOf, sampleReport } from '../test/sample-report.ts';
import { root } from '../test/source-tree.ts';
import { CommandError } from './command-error.ts';
import { otherKind, type FileKind } from './other-kind.ts';
import { baselineFrom } from './read-baseline.ts';
import { readBehaviour } from './read-behaviour.ts';
import { lockFrom } from './read-lock.ts';
import { readReport } from './read-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'kinds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = sampleReport();
const stream = linesOf(report).map((line) => `${serialise(line)}\n`);

/** Every kind of file that this program has to do with. */
const files: Readonly<Record<string, readonly [kind: FileKind, text: string]>> = {
  'results.ndjson': ['results', stream.join('')],
  'results.json': ['results', renderJson(report)],
  'behaviour.lock': ['lock', `\uFEFF${lockText(lockOf(comparableRun(report)))}`],
  'baseline.json': ['baseline', '{"format":1,"apiVersion":"v1.0","entries":[]}'],
  'transcript.ndjson': ['transcript', readFileSync(join(root, 'clients/reference-client/transcript.ndjson'), 'utf8')],
  'recording.json': ['recording', readFileSync(join(root, 'recordings/documents-v1.0.json'), 'utf8')],
  'traffic.har': ['traffic', '{"log":{"entries":[]}}'],
};

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe.each(Object.entries(files))('%s', (name, [kind, text]) => {
  test('is known for what it is, and no surprise where it is wanted', () => {
    expect(otherKind(text, kind)).toBeUndefined();
    expect(otherKind(text, kind === 'lock' ? 'results' : 'lock')).toMatch(/^it (?:is|holds) .+"|--baseline/);
  });

  test.each<[FileKind, () => unknown]>([
    ['results', () => readReport(file(name, text))],
    ['lock', () => lockFrom({ lock: file(name, text) }, {})],
    ['lock', () => lockFrom({ lock: file(name, text), updateLock: true }, {})],
    ['baseline', () => baselineFrom({ baseline: file(name, text) }, {})],
    ['baseline', () => baselineFrom({ baseline: file(name, text), updateBaseline: true }, {})],
  ])('in place of %s is told as what it is, and left as it is', (wanted, read) => {
    if (wanted === kind) return;
    expect(refusal(read)).toContain(otherKind(text, wanted));
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});

test.each(['', 'hello', '[]', '{}', '[7]', 'null', '{"kind":"else"}', '<testsuites/>'])(
  '%j is none of them',
  (text) => {
    expect(otherKind(text, 'lock')).toBeUndefined();
  },
);

describe('a file that is nothing of ours', () => {
  const text = file('text.txt', 'hello');

  test('is told with what to give instead', async () => {
    expect(refusal(() => readReport(text))).toMatch(/Give the results\.ndjson of a run, or its results\.json\.$/);
    await expect(readBehaviour(text)).rejects.toThrow(/is not JSON .+: the results\.ndjson .+ can be compared\.$/);
  });

  test('is not overwritten, and nobody is told to do what was just tried', () => {
    const other = /remove it, or name another file\.$/;
    expect(refusal(() => lockFrom({ lock: text, updateLock: true }, {}))).toMatch(other);
    expect(refusal(() => baselineFrom({ baseline: text, updateBaseline: true }, {}))).toMatch(other);
  });

  test('or is not there', () => {
    const none = join(folder, 'none');
    expect(refusal(() => lockFrom({ lock: none }, {}))).toBe(`There is no lock ${none}; --update-lock writes one.`);
    expect(refusal(() => baselineFrom({ baseline: none }, {}))).toContain('; --update-baseline writes one.');
  });

  test('damage further down is no question of the kind of file', () => {
    const damaged = file('damaged.ndjson', [stream[0], 'x\n', ...stream.slice(1)].join(''));
    expect(refusal(() => readReport(damaged))).toMatch(/Line 2 is not JSON: [^.]+\.$/);
  });
});

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof CommandError && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
}
