import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serialise } from '../results/serialise.ts';
import { linesOf, sampleFooter, sampleReport } from '../test/sample-report.ts';
import { CommandError } from './command-error.ts';
import { reportCommand } from './report.ts';

const lines = linesOf(sampleReport()).map((line) => `${serialise(line)}\n`);

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

function stream(text: string): string {
  const path = join(folder, 'results.ndjson');
  writeFileSync(path, text);
  return path;
}

async function run(...args: readonly string[]): Promise<unknown> {
  await reportCommand().parseAsync(['--no-color', '--report-dir', join(folder, 'out'), ...args], { from: 'user' });
  return process.exitCode;
}

async function refusal(...args: readonly string[]): Promise<CommandError> {
  const error: unknown = await run(...args).catch((thrown: unknown) => thrown);
  if (error instanceof CommandError) return error;
  throw new Error('It was not refused.');
}

describe('report', () => {
  it('prints the report of a run and ends with its exit code', async () => {
    expect(await run(stream(lines.join('')))).toBe(1);
    expect(printed).toContain('✗ TC-CLOCKOUT-003  MUST');
    expect(printed).toContain('nonconforming');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it.each([0, 3, 4, 130])('ends with %i if the run did', async (exitCode) => {
    const footer = serialise(sampleFooter({ exitCode }));
    expect(await run(stream([...lines.slice(0, -1), footer].join('')))).toBe(exitCode);
  });

  it('writes the files asked for and says where they are', async () => {
    await run(stream(lines.join('')), '--report', 'terminal,junit,json');
    expect(readFileSync(join(folder, 'out', 'junit.xml'), 'utf8')).toContain('<testsuites');
    expect(readFileSync(join(folder, 'out', 'results.json'), 'utf8')).toContain('"exitCode": 1');
    expect(printed).toContain(join(folder, 'out', 'junit.xml'));
  });

  it('prints nothing where only files were asked for', async () => {
    await run(stream(lines.join('')), '--report', 'junit');
    expect(printed).toBe('');
  });

  it('renders what there is of a run that was cut off, and ends inconclusive', async () => {
    expect(await run(stream(lines.slice(0, -1).join('')))).toBe(3);
    expect(printed).toContain('the run was cut off before it ended');
    expect(printed).toContain('✗ TC-CLOCKOUT-003');
  });

  it.each([
    ['a missing file', () => join(folder, 'none.ndjson'), /there is no such file/],
    ['a directory', () => folder, /it is a directory/],
    ['an empty file', () => stream(''), /is empty/],
    ['something else', () => stream('<html>'), /not JSON/],
  ])('refuses %s in one sentence', async (_, file, sentence) => {
    const error = await refusal(file());
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toContain('\n');
  });

  it('shows several runs side by side, and ends as the worst of them did', async () => {
    const good = serialise(sampleFooter({ verdict: 'conforming', exitCode: 0 }));
    const other = join(folder, 'other.ndjson');
    writeFileSync(other, [...lines.slice(0, -1), good].join(''));
    expect(await run(other, stream(lines.join('')), '--report', 'terminal,markdown,html')).toBe(1);
    expect(printed).toMatch(/run 1\n +file +.*other\.ndjson/);
    expect(printed).toMatch(/^TC-CLOCKOUT-003 +FAILS +FAILS +MUST/m);
    expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain('runs side by side');
    expect(readFileSync(join(folder, 'out', 'summary.md'), 'utf8')).toContain('| TC-CLOCKOUT-003 |');
  });

  it('refuses a form that is of one run by its nature', async () => {
    const file = stream(lines.join(''));
    expect((await refusal(file, file, '--report', 'junit')).message).toMatch(
      /The junit report is of one run; of several files there are terminal, markdown, html\./,
    );
  });

  it('refuses a report that there is not, before it reads', async () => {
    expect((await refusal(join(folder, 'none.ndjson'), '--report', 'pdf')).message).toMatch(/"pdf": choose from/);
  });

  it('says so where a report cannot be written', async () => {
    const file = stream(lines.join(''));
    expect((await refusal(file, '--report', 'json', '--report-dir', file)).message).toMatch(/cannot be written/);
  });
});
