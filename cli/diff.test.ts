import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunReport } from '../results/report.ts';
import { serialise } from '../results/serialise.ts';
import { linesOf, sampleHeader, sampleReport, sampleVerdict } from '../test/sample-report.ts';
import { root } from '../test/source-tree.ts';
import { CommandError } from './command-error.ts';
import { diffCommand } from './diff.ts';

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

function file(name: string, report: RunReport): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    linesOf(report)
      .map((line) => `${serialise(line)}\n`)
      .join(''),
  );
  return path;
}

const holds = () => sampleReport({ verdicts: [sampleVerdict('TC-CLOCKOUT-003')], findings: [] });

async function run(...words: readonly string[]): Promise<unknown> {
  await diffCommand().parseAsync(['--no-color', ...words], { from: 'user' });
  return process.exitCode;
}

async function refusal(...words: readonly string[]): Promise<string> {
  const error: unknown = await run(...words).catch((thrown: unknown) => thrown);
  if (error instanceof CommandError && error.exitCode === 2) return error.message;
  throw new Error('It was not refused.');
}

describe('diff', () => {
  it('tells what broke, in each form, and ends with 1', async () => {
    const files = [file('a.ndjson', holds()), file('b.ndjson', sampleReport())];
    expect(await run(...files)).toBe(1);
    expect(printed).toContain('Breaking: passed → failed');
    printed = '';
    await run(...files, '--format', 'markdown');
    expect(printed).toContain('## Breaking: `passed` → `failed`');
    printed = '';
    await run(...files, '--format', 'json');
    expect(JSON.parse(printed)).toMatchObject({ format: 1, counts: { breaking: 1 } });
  });

  it('ends with 0 where nothing changed, and where somebody decided so', async () => {
    const before = file('a.ndjson', holds());
    expect(await run(before, before)).toBe(0);
    expect(printed).toContain('No difference in behaviour');
    const severities = join(folder, 'severities.json');
    writeFileSync(severities, '{ "TC-CLOCKOUT-*": "none" }');
    expect(await run(before, file('b.ndjson', sampleReport()), '--severities', severities)).toBe(0);
  });

  it('judges traffic on the spot, and refuses what is neither', async () => {
    const recording = join(root, 'recordings/documents-v1.0.json');
    expect(await run(recording, recording)).toBe(0);
    expect(printed).toMatch(/No difference in behaviour \(\d+ verdicts and facts compared\)/);
    const other = join(folder, 'other.txt');
    writeFileSync(other, 'hello');
    expect(await refusal(other, other)).toContain('is not JSON');
  });

  it('refuses what it cannot compare, in one sentence', async () => {
    const one = file('a.ndjson', { ...holds(), header: sampleHeader({ catalogue: 'a' }) });
    const other = file('b.ndjson', { ...holds(), header: sampleHeader({ catalogue: 'b' }) });
    expect(await refusal(one, other)).toContain('--force');
    expect(await run(one, other, '--force')).toBe(0);
    expect(await refusal(one, join(folder, 'none'))).toContain('there is no such file');
    expect(await refusal(one, one, '--format', 'pdf')).toContain('give text, markdown, json');
    writeFileSync(join(folder, 's.json'), '{ "TC-*": "bad" }');
    expect(await refusal(one, one, '--severities', join(folder, 's.json'))).toContain('choose from breaking');
  });
});
