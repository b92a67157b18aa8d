import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { clientCommand } from './client.ts';

const folder = mkdtempSync(join(tmpdir(), 'client-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const transcript = (library: string): string =>
  fileURLToPath(new URL(`../clients/${library}/transcript.ndjson`, import.meta.url));
const client = (...words: readonly string[]) => command(['client', ...words], { folder });
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('wrong use is one sentence and code 2', () => {
  test.each([
    [[], /^client needs the command that starts a driver/],
    [['--record', folder, '--', 'x'], /^The transcript .* cannot be written: EISDIR/],
    [['--host', 'grap', '--', 'x'], /^Unknown host 'grap'; did you mean 'graph'\? Choose from loopback/],
    [['--replay', 'nowhere.ndjson'], /nowhere\.ndjson cannot be read: there is no such file\.$/],
    [['--replay', transcript('msgraph-sdk-go'), '--', 'x'], /^--replay judges a transcript and starts no driver/],
    [['--requirement', 'TC-CREATE-001', '--', 'x'], /^--requirement TC-CREATE-001 names no requirement for clients/],
    [['--exclude', 'TC-CREATE-001', '--', 'x'], /^--exclude TC-CREATE-001 names no requirement for clients/],
    [['--exclude', 'TC-CLIENT-0015', '--', 'x'], /^--exclude TC-CLIENT-0015 matches no requirement/],
    [['--expected', file('list.json', '[]'), '--', 'x'], /list\.json is not a list of expected failures/],
    [['--expected', file('half.json', '{'), '--', 'x'], /half\.json is not JSON/],
    [
      ['--expected', file('typo.json', '{"TC-CLIENT-0006":"https://x"}'), '--', 'x'],
      /typo\.json expects TC-CLIENT-0006, which is not a requirement for clients; did you mean/,
    ],
    [
      ['--expected', file('bare.json', '{"TC-CLIENT-006":""}'), '--', 'x'],
      /bare\.json gives no issue URL for TC-CLIENT-006/,
    ],
    [['--driver-timeout', 'soon', '--', 'x'], /^--driver-timeout is "soon"/],
    [['--driver-memory', '2tb', '--', 'x'], /^--driver-memory is "2tb"/],
    [
      ['--replay', file('har.ndjson', '{"log":{}}\n')],
      /har\.ndjson is not a transcript that this version reads: line 1/,
    ],
    [
      ['--replay', file('text.ndjson', 'hello\n')],
      /text\.ndjson is not a transcript, or it is damaged: line 1 is not JSON\.$/,
    ],
    [['--replay', file('empty.ndjson', '\n')], /empty\.ndjson is not a transcript: its first line is not a header\.$/],
  ])('%j', async (words, sentence) => {
    await expect(
      clientCommand()
        .exitOverride()
        .parseAsync([...words], { from: 'user' }),
    ).rejects.toMatchObject({
      name: 'CommandError',
      exitCode: 2,
      message: expect.stringMatching(sentence) as string,
    });
  });
});

test('a transcript of another script asks to be recorded again', async () => {
  const [header = '', ...scenes] = readFileSync(transcript('reference-client'), 'utf8').split('\n');
  const other = file('seed.ndjson', [header.replace('"seed":1', '"seed":2'), ...scenes].join('\n'));
  expect((await client('--replay', other)).stderr).toMatch(
    /was made of another script of the case open-card: record it again/,
  );
  const short = file('short.ndjson', [header, ...scenes.slice(0, 10)].join('\n'));
  expect((await client('--replay', short)).stderr).toMatch(/lacks the case \S+: record it again/);
});

test('a transcript is judged like the library itself: report, figures and code', async () => {
  const { exitCode, stdout } = await client('--replay', transcript('msgraph-sdk-go'));
  expect(exitCode).toBe(1);
  expect(stdout.replace(/in [\d.]+ m?s\b/, 'in no time')).toMatchSnapshot();
});

describe('what is expected to fail', () => {
  const known = { 'TC-CLIENT-015': 'https://issues.example/1', 'TC-CLIENT-019': 'https://issues.example/2' };

  test('does not fail the run', async () => {
    const words = [
      '--replay',
      transcript('office365-rest-python-client'),
      '--expected',
      file('known.json', JSON.stringify(known)),
    ];
    const { exitCode, stdout } = await client(...words);
    expect(stdout).toContain('TC-CLIENT-015 fails as expected: https://issues.example/1');
    expect(exitCode).toBe(0);
  });

  test('fails it once it holds', async () => {
    const stale = { ...known, 'TC-CLIENT-001': 'https://issues.example/3' };
    const words = [
      '--replay',
      transcript('office365-rest-python-client'),
      '--expected',
      file('stale.json', JSON.stringify(stale)),
    ];
    const { exitCode, stdout } = await client(...words);
    expect(stdout).toContain('TC-CLIENT-001 is expected to fail and does not: take it out of the list');
    expect(exitCode).toBe(1);
  });
});

describe('--exclude', () => {
  const words = ['--replay', transcript('office365-rest-python-client')];

  test('does not judge what it names, and every report tells it', async () => {
    const { exitCode, stdout } = await client(...words, '--exclude', 'TC-CLIENT-015,TC-CLIENT-019');
    expect(stdout).toContain('excluded: named by --exclude (2)');
    expect(stdout).toMatch(/2 requirements excluded/);
    expect(stdout).not.toContain('✗');
    expect(exitCode).toBe(0);
    const other = await client(...words, '--exclude', 'TC-CLIENT-015');
    expect(other.stdout).toMatch(/✗ TC-CLIENT-019/);
    expect(other.exitCode).toBe(1);
  });

  test('takes the reasons of the configuration file, and nothing else of it', async () => {
    const reasons = { 'TC-CLIENT-015': 'we never page', 'TC-CLIENT-019': 'nor confirm', 'TC-DELETE-*': 'of a server' };
    file('reasons.json', JSON.stringify({ strict: true, baseline: 'nowhere.json', exclude: reasons }));
    const { exitCode, stdout } = await client(...words, '--config', 'reasons.json');
    expect(stdout).toMatch(/excluded: we never page \(1\)[^]*excluded: nor confirm \(1\)/);
    expect(exitCode).toBe(0);
    const none = await client(...words, '--config', file('none.json', '{"exclude":{"TC-CLIENT-015":""}}'));
    expect(none.stderr).toContain('none.json gives no reason for TC-CLIENT-015');
    expect(none.exitCode).toBe(2);
  });
});

test('--strict fails a library that is only warned', async () => {
  const words = ['--replay', transcript('microsoft-graph-client')];
  expect((await client(...words)).exitCode).toBe(0);
  expect((await client(...words, '--strict')).exitCode).toBe(1);
});

test('a driver is judged, recorded, and judged again by its transcript with the same verdicts', async () => {
  const driver = ['--', process.execPath, main, 'driver', '--fault', 'status-lost'];
  const first = await client('--record', 'kept.ndjson', '--report-dir', 'first', ...driver);
  const again = await client('--replay', 'kept.ndjson', '--report-dir', 'again');
  const verdicts = (name: string) =>
    readFileSync(join(folder, name, 'results.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"verdict":{'));
  expect(verdicts('again')).toEqual(verdicts('first'));
  expect([first.exitCode, again.exitCode]).toEqual([0, 0]);
  expect(first.stdout).toContain('⚠ TC-GEN-029  SHOULD');
  const strict = await client('--replay', 'kept.ndjson', '--strict');
  expect(strict.exitCode).toBe(1);
});

test('--self-test judges the driver and not its library', async () => {
  const words = ['--self-test', '--', process.execPath, main, 'driver', '--fault', 'flags-lost'];
  const { exitCode, stdout } = await client(...words);
  expect(stdout).toMatch(/works +sets and shows confirmedBy\n[^]*The driver is ready\.\n$/);
  expect(exitCode).toBe(0);
});

test('driver --list tells every defect and every variant', async () => {
  const { stdout } = await command(['driver', '--list'], { folder });
  expect(stdout).toMatch(/\n {2}throws-on-204\n[^]*Variants, which conform\n[^]*\n {2}gzip-bodies\n/);
  const wrong = await command(['driver', '--fault', 'throws-on-205'], { folder });
  expect(wrong.stderr).toMatch(
    /Unknown defect 'throws-on-205'; did you mean 'throws-on-204'\? 'driver --list' shows all\./,
  );
  expect(wrong.exitCode).toBe(2);
});
