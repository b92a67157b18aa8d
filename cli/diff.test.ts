import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunReport } from '../results/report.ts';
import { serialise } from '../results/serialise.ts';
import { linesOf, sampleHeader, sampleReport, sampleVerdict } from '../test/sample-report.ts';
import { root } from '../test/source-tree.ts';
import { comparableRun } from '../results/diff/comparable-run.ts';
import { lockOf, lockText } from '../results/lock.ts';
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
    printed = '';
    expect(await run(before, file('b.ndjson', sampleReport()), '--severities', severities)).toBe(0);
    expect(printed).toContain('hidden by --severities: TC-CLOCKOUT-003\n');
    expect(printed).toMatch(
      /No difference in behaviour is left \(\d+ \w+ and \w+ compared, 1 hidden by --severities\)\./,
    );
  });

  it('says which severity fits nothing, and refuses one that could never fit', async () => {
    const before = file('a.ndjson', holds());
    const severities = join(folder, 'severities.json');
    writeFileSync(severities, '{ "TC-GET-003/get-with-selekt": "none", "TC-CLOCKOUT-003": "none", "*": "risky" }');
    await run(before, before, '--severities', severities);
    expect(printed).toContain('nothing in these runs is called TC-GET-003/get-with-selekt');
    expect(printed).not.toContain('called TC-CLOCKOUT-003');
    writeFileSync(severities, '{ "TC-CLOKOUT-003": "none" }');
    expect(await refusal(before, before, '--severities', severities)).toContain("did you mean 'TC-CLOCKOUT-003'?");
    writeFileSync(severities, '{ "answers/lists/*": "none" }');
    expect(await refusal(before, before, '--severities', severities)).toContain("did you mean 'list'?");
  });

  it('takes only another run against the first server for noise', async () => {
    const before = file('a.ndjson', holds());
    const other = file('b.ndjson', {
      ...sampleReport(),
      header: sampleHeader({ target: { kind: 'server', baseUrl: 'http://127.0.0.1:4011' } }),
    });
    expect(await refusal(before, before, '--noise', other)).toContain('is about http://127.0.0.1:4011 v1.0');
    expect(await run(before, before, '--noise', other, '--force')).toBe(0);
    printed = '';
    await run(before, before, '--noise', file('c.ndjson', sampleReport()));
    expect(printed).toContain('ignored as noise: TC-CLOCKOUT-003');
  });

  it('wants a second file or a server, and not both', async () => {
    const one = file('a.ndjson', holds());
    expect(await refusal(one)).toContain('give a second file, --base-url, or --reference');
    expect(await refusal(one, one, '--seed', '3')).toContain('--seed is for a run that is made now');
  });

  it('names what of a file of traffic is not compared, and no date or seed', async () => {
    const entry = (host: string, status: number) => ({
      startedDateTime: '2025-01-07T21:35:36.271Z',
      time: 7,
      request: {
        method: 'GET',
        url: `https://${host}/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards`,
        headers: [],
      },
      response: { status, headers: [], content: { mimeType: 'application/json', text: '{"value":[]}' } },
    });
    const har = join(folder, 'traffic.har');
    const entries = [entry('one.test', 200), entry('one.test', 200), entry('two.test', 200)];
    writeFileSync(har, JSON.stringify({ log: { entries } }));
    await run(har, har);
    expect(printed).toContain('not judged: 1 more request for time cards at https://two.test');
    expect(printed).toMatch(/^from {2}\S+traffic\.har, v1\.0 \(suite [\d.]+\)$/m);
  });

  it('compares with a lock, on either side', async () => {
    const report = sampleReport();
    const lock = join(folder, 'behaviour.lock');
    writeFileSync(lock, lockText(lockOf(comparableRun({ ...report, verdicts: holds().verdicts }))));
    expect(await run(lock, file('b.ndjson', report))).toBe(1);
    expect(await run(file('a.ndjson', holds()), lock)).toBe(0);
    writeFileSync(lock, '{ "kind": "lock", "format": 1 }');
    expect(await refusal(lock, lock)).toContain('is damaged at its top level');
  });

  it('judges traffic on the spot, and refuses what is neither', async () => {
    const recording = join(root, 'recordings/documents-v1.0.json');
    expect(await run(recording, recording)).toBe(0);
    expect(printed).toMatch(/No difference in behaviour \(\d+ verdicts and facts compared\)/);
    const other = join(folder, 'other.txt');
    writeFileSync(other, 'hello');
    expect(await refusal(other, other)).toContain('is not JSON');
    writeFileSync(other, '{ "log": { "entries": [');
    expect(await refusal(other, other)).toContain('is a HAR file that is cut off or damaged');
    writeFileSync(other, '{ "log": { "entries": [] } }');
    expect(await refusal(other, other)).toContain('has no requests');
  });

  it('compares transcripts of client libraries, without a date', async () => {
    const transcript = (library: string) => join(root, `clients/${library}/transcript.ndjson`);
    expect(await run(transcript('msgraph-sdk-python'), transcript('msgraph-sdk-python'))).toBe(0);
    expect(printed).toMatch(/^from {2}msgraph-sdk [\d.]+, v1\.0 \(suite [\d.]+, seed 1\)$/m);
    printed = '';
    expect(await run(transcript('msgraph-sdk-python'), transcript('msgraph-core-python'))).toBe(1);
    expect(printed).toContain('TC-CLIENT-001');
    const half = join(folder, 'half.ndjson');
    writeFileSync(half, readFileSync(transcript('msgraph-sdk-python'), 'utf8').slice(0, 20_000));
    expect(await refusal(half, half)).toContain('is not a transcript, or it is damaged');
    expect(await refusal(half.replace('half', 'none'), half)).toContain('there is no such file');
    expect(await refusal(transcript('msgraph-sdk-python'), file('a.ndjson', holds()))).toContain('runs of one kind');
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
