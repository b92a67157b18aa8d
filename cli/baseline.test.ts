import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../test/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const address = 'http://127.0.0.1:1/v1.0/teams/t/schedule/timeCards';

/** A file of traffic with one list, whose only card has this id. */
function capture(name: string, id: unknown, card: Readonly<Record<string, unknown>> = { state: 'clockedIn' }): string {
  const text = JSON.stringify({ value: [{ id, ...card }] });
  const entry = {
    startedDateTime: '2025-11-03T09:00:00Z',
    time: 1,
    request: { method: 'GET', url: address, headers: [] },
    response: { status: 200, headers: [], content: { size: text.length, mimeType: 'application/json', text } },
  };
  writeFileSync(join(folder, name), JSON.stringify({ log: { entries: [entry] } }));
  return name;
}

const bad = capture('bad.har', 7);
const good = capture('good.har', 'TCK_1');
const badElsewhere = capture('elsewhere.har', 'TCK_1', { state: 'clockedIn', userId: 7 });
const nothingShown = join(folder, 'nothing.har');
writeFileSync(nothingShown, readFileSync(join(folder, good), 'utf8').replace('"status":200', '"status":404'));

const broken = { requirement: 'TC-SHAPE-013', reason: 'old ids are numbers' };

function baseline(...entries: readonly object[]): string {
  writeFileSync(join(folder, 'baseline.json'), JSON.stringify({ format: 1, apiVersion: 'v1.0', entries }));
  return 'baseline.json';
}

const check = async (file: string, ...more: readonly string[]) =>
  command(['check', file, '--baseline', 'baseline.json', ...more], { folder, environment: { CI: '' } });

/** The truth table of docs/reports.md, row by row, as a user sees it. */
describe('a run against its baseline', () => {
  test.each<[row: string, entries: readonly object[], file: string, says: RegExp, exitCode: number]>([
    ['does not list it, it fails', [], bad, /TC-SHAPE-013 fails and is not in the baseline/, 1],
    ['lists it, it fails', [broken], bad, /TC-SHAPE-013 is known to fail: old ids are numbers/, 0],
    ['lists it, it fails at that place', [{ ...broken, pointer: '/value/0/id' }], bad, /is known to fail/, 0],
    [
      'lists it, it fails at another place',
      [{ ...broken, pointer: '/value/0/id' }],
      badElsewhere,
      /TC-SHAPE-013 at \/value\/0\/userId fails and is not in the baseline/,
      1,
    ],
    ['lists it, it holds', [broken], good, /TC-SHAPE-013 no longer fails: take it out of the baseline/, 1],
    ['lists it, it was not judged', [{ ...broken, requirement: 'TC-DELETE-001' }], good, /and was not judged/, 0],
    ['lists it, expired', [{ ...broken, expires: '2020-01-01' }], bad, /its entry in the baseline has expired/, 1],
    ['lists it as flaky, it fails', [{ ...broken, flaky: true }], bad, /is known to fail at times \(flaky\)/, 0],
    ['lists it as flaky, it holds', [{ ...broken, flaky: true }], good, /and did not this time/, 0],
  ])('%s', async (_row, entries, file, says, exitCode) => {
    baseline(...entries);
    const result = await check(file);
    expect(result.stdout).toMatch(says);
    expect(result.exitCode).toBe(exitCode);
  });

  test('an id that does not exist is a slip', async () => {
    baseline({ ...broken, requirement: 'TC-SHAPE-999' });
    expect(await check(bad)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('does not exist') as string,
    });
  });

  test('a baseline of the other API version is refused', async () => {
    writeFileSync(join(folder, 'baseline.json'), JSON.stringify({ format: 1, apiVersion: 'beta', entries: [] }));
    const { exitCode, stderr } = await check(bad);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is for beta, but this run judges v1.0; keep one file for each.');
  });
});

describe('--update-baseline', () => {
  const update = (file: string) => check(file, '--update-baseline');
  const written = () => JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8')) as { entries: unknown[] };

  test('writes what fails, and takes out what no longer does', async () => {
    rmSync(join(folder, 'baseline.json'), { force: true });
    expect(await update(bad)).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('now holds 1 known failure') as string,
    });
    expect(written().entries).toEqual([
      { requirement: 'TC-SHAPE-013', reason: expect.stringMatching(/^recorded on/) as string },
    ]);
    expect((await check(bad)).exitCode).toBe(0);
    expect((await update(good)).exitCode).toBe(0);
    expect(written().entries).toEqual([]);
  });

  test('does not renew what has expired, and says so', async () => {
    const expired = { ...broken, expires: '2020-01-01' };
    baseline(expired);
    const { exitCode, stderr } = await update(bad);
    expect(stderr).toContain('1 entry expired and not renewed: fix the failure, or set a new "expires" by hand.');
    expect(exitCode).toBe(1);
    expect(written().entries).toEqual([expired]);
  });

  test('says before the run that the file cannot be written', async () => {
    mkdirSync(join(folder, 'taken.json.part'), { recursive: true });
    const words = ['run', '--reference', '--baseline', 'taken.json', '--update-baseline', '--report-dir', 'never'];
    const { exitCode, stderr, stdout } = await command(words, { folder, environment: { CI: '' } });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/The baseline taken\.json cannot be written: EISDIR/);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  test('is refused where CI is set', async () => {
    const words = ['check', bad, '--baseline', 'baseline.json', '--update-baseline'];
    expect((await command(words, { folder })).stderr).toContain('CI is set');
  });
});

test('the transcript of a library is held against a baseline, too', async () => {
  const transcript = fileURLToPath(new URL('../clients/msgraph-sdk-go/transcript.ndjson', import.meta.url));
  const client = (...more: readonly string[]) =>
    command(['client', '--replay', transcript, '--baseline', 'library.json', ...more], {
      folder,
      environment: { CI: '' },
    });
  expect((await client('--update-baseline')).exitCode).toBe(0);
  const known = await client();
  expect(known.exitCode).toBe(0);
  expect(known.stdout).toContain('4 known failures, as the baseline has it');
  expect(known.stdout).toContain('TC-CLIENT-013 is known to fail at times (flaky)');
  const both = await client('--expected', 'library.json');
  expect(both).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--expected and --baseline') as string });
});

describe('--exclude', () => {
  test('does not judge what it names, and says so with the reason of the configuration file', async () => {
    writeFileSync(
      join(folder, 'reasons.json'),
      JSON.stringify({ exclude: { 'TC-CLOCKOUT-*': 'cards are closed by a batch job' } }),
    );
    const words = ['run', '--reference', '--suite', 'clockOut', '--seed', '7', '--effort', 'quick'];
    const { stdout, exitCode } = await command([...words, '--config', 'reasons.json'], { folder });
    expect(stdout).toMatch(/excluded: cards are closed by a batch job \(\d+\)\n +TC-CLOCKOUT-001/);
    expect(stdout).toMatch(/^inconclusive: .*\d+ requirements excluded/m);
    expect(exitCode).toBe(3);
  });

  test('hides no failure of others, and names the flag where there is no reason', async () => {
    const words = ['check', bad, '--exclude', 'TC-SHAPE-013'];
    const { stdout, exitCode } = await command(words, { folder });
    expect(stdout).toContain('excluded: named by --exclude (1)');
    expect(stdout).not.toContain('✗');
    expect(exitCode).toBe(0);
    const other = await command(['check', bad, '--exclude', 'TC-SHAPE-001'], { folder });
    expect(other.exitCode).toBe(1);
  });

  test('is a slip where it names nothing', async () => {
    const { stderr, exitCode } = await command(['check', bad, '--exclude', 'TC-NONE-*'], { folder });
    expect(stderr).toContain('--exclude TC-NONE-* matches no requirement');
    expect(exitCode).toBe(2);
  });
});
