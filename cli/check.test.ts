import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CommanderError } from 'commander';
import { readResultLines } from '../results/read.ts';
import { command } from '../test/command.ts';
import { checkCommand } from './check.ts';
import { CommandError } from './command-error.ts';

const captured = (name: string) => fileURLToPath(new URL(`../test/captures/chromium/${name}.har`, import.meta.url));
const card = 'http://127.0.0.1:1/v1.0/teams/t/schedule/timeCards';
const entry = (url: string) => ({
  startedDateTime: '2025-11-03T09:00:00Z',
  time: 1,
  request: { method: 'GET', url, headers: [] },
  response: { status: 404, headers: [], content: { size: 2, mimeType: 'application/json', text: '{}' } },
});
const har = (...entries: readonly unknown[]) => JSON.stringify({ log: { entries } });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check '));
  const files: Readonly<Record<string, string>> = {
    'empty.har': '',
    'text.har': 'no JSON at all',
    'cut-off.har': har(entry(card)).slice(0, 80),
    'without-entries.har': '{"log":{}}',
    'no-requests.har': har(),
    'elsewhere.har': har(entry('http://127.0.0.1:1/v1.0/me'), null),
    'malformed.har': har(null, { request: {} }),
    'results.ndjson': '{"kind":"header","format":1,"suiteVersion":"0.1.0"}\n',
    'list.json': '[1, 2]',
    'flat-error.har': har(7, entry(card)),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'a-folder'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command says instead of judging, and the exit code that comes of it. */
async function refusal(words: readonly string[]): Promise<readonly [says: string, exitCode: number]> {
  let said = '';
  const asked = checkCommand()
    .exitOverride()
    .configureOutput({ writeErr: (text) => (said += text) });
  try {
    await asked.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommandError) return [error.message, error.exitCode];
    if (error instanceof CommanderError) return [said.trim(), 2];
    throw error;
  }
  return ['nothing', 0];
}

test.each<[string, (text: string) => Buffer]>([
  ['packed by gzip', (text) => gzipSync(text)],
  ['in UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
])('a file %s is read like any other', async (_how, written) => {
  writeFileSync(join(folder, 'other.har'), written(har()));
  expect(await refusal([join(folder, 'other.har')])).toEqual([expect.stringMatching(/has no requests/), 3]);
});

describe('what cannot be judged is told in one sentence', () => {
  test.each<[words: string, says: RegExp, exitCode: number]>([
    ['not-there.har', /not-there\.har cannot be read: there is no such file/, 2],
    ['a-folder', /a-folder cannot be read: it is a directory; name a HAR file or a recording in it/, 2],
    ['empty.har', /empty\.har is empty/, 2],
    ['text.har', /text\.har is not JSON \(at its beginning\): HAR files, network logs of Playwright, recordings/, 2],
    ['cut-off.har', /cut-off\.har is a HAR file that is cut off or damaged/, 2],
    ['without-entries.har', /without-entries\.har is a HAR file without log\.entries/, 2],
    ['results.ndjson', /results\.ndjson holds the results of a run .* "timecard-conformance report" shows them/, 2],
    ['list.json', /list\.json is a JSON list that does not begin with the header of a recording/, 2],
    ['no-requests.har', /no-requests\.har has no requests/, 3],
    [
      'elsewhere.har',
      /has no requests for time cards among its 2: none go to .*; unreadable: 1, first entry \d+, which/,
      3,
    ],
    ['malformed.har', /malformed\.har holds 2 entries but no readable request; unreadable: 2, first entry 1/, 3],
    [
      'flat-error.har --api-version beta',
      /no requests for time cards of beta .* it holds 1 for http:\/\/127\.0\.0\.1:1\/v1\.0/,
      3,
    ],
    ['flat-error.har --base-url http://x.invalid', /no requests for time cards below http:\/\/x\.invalid/, 3],
    ['flat-error.har --report pdf', /Unknown report "pdf"/, 2],
    ['flat-error.har --requirement TC-NONE', /TC-NONE matches no requirement/, 2],
    ['flat-error.har --report-dir FOLDER/text.har', /report folder .*text\.har cannot be written/, 2],
    ['flat-error.har --seed 1', /unknown option '--seed'/, 2],
    ['', /missing required argument 'file'/, 2],
  ])('check %s', async (words, says, exitCode) => {
    const [file = '', ...flags] = words.split(' ');
    const place = file === '' ? [] : [join(folder, file)];
    const [said, code] = await refusal([...place, ...flags.map((flag) => flag.replace('FOLDER', folder))]);
    expect(said).toMatch(says);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(exitCode);
  });
});

test('a variable that is still set from another day is named where it stands in the way', async () => {
  vi.stubEnv('TIMECARD_BASE_URL', 'http://x.invalid');
  const file = join(folder, 'flat-error.har');
  expect((await refusal([file]))[0]).toContain('below http://x.invalid (TIMECARD_BASE_URL) among');
  vi.stubEnv('TIMECARD_API_VERSION', 'beta');
  expect((await refusal([file, '--base-url', 'http://y.invalid']))[0]).toContain(
    'below http://y.invalid of beta (TIMECARD_API_VERSION) among',
  );
  vi.unstubAllEnvs();
});

describe('a file that can be judged', () => {
  test('ends like a run, with reports that name entries and hold no token', async () => {
    const out = join(folder, 'three');
    const { exitCode, stdout, stderr } = await command(['check', captured('three-defects'), '--report-dir', out]);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/✗ TC-CONFIRM-001/);
    expect(stdout).toMatch(/where {5}entry \d+ of .*three-defects\.har/);
    expect(stdout).toMatch(/again {5}npx timecard-conformance check .*--requirement TC-CONFIRM-001/);
    expect(stdout).toMatch(
      /29 of 33 requests .*judged; ignored: 2 to other hosts, 1 to other APIs, 1 for the other version/,
    );
    expect(stdout).toMatch(
      /not judged: 1 more request for time cards at http.*\/beta \(--base-url and --api-version choose\)/,
    );
    expect(stdout).not.toMatch(/seed|curl/);
    const text = readFileSync(join(out, 'results.ndjson'), 'utf8');
    const report = readResultLines(text);
    expect(report.header.target.kind).toBe('capture');
    expect(report.findings.every((finding) => 'place' in finding)).toBe(true);
    expect(text + readFileSync(join(out, 'junit.xml'), 'utf8')).not.toContain('eyJ');
    expect((await command(['report', join(out, 'results.ndjson')])).exitCode).toBe(1);
  });

  test('is judged by the requirements that were chosen', async () => {
    const words = [
      'check',
      captured('three-defects'),
      '--requirement',
      'TC-CLOCKOUT-003',
      '--report-dir',
      join(folder, 'one'),
    ];
    const { exitCode, stdout } = await command(words);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/1 of 1 exercised requirement holds/);
  });

  test('passes over what is malformed, and names it', async () => {
    const { exitCode, stdout } = await command(['check', 'flat-error.har', '--report-dir', 'flat'], { folder });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/1 malformed entry passed over:\n {2}entry 1 has no request/);
  });
});
