import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../../command.ts';

const folder = mkdtempSync(join(tmpdir(), 'bad-drivers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const driver = fileURLToPath(new URL('bad-driver.mjs', import.meta.url));

/** Judges a driver that is bad in this way; its words tell its processes from those of the other tests. */
async function judged(way: string, ...flags: readonly string[]) {
  const words = [process.execPath, driver, way, folder];
  return { ...(await command(['client', '--quiet', ...flags, '--', ...words], { folder })), left: processesOf(way) };
}

function processesOf(way: string): readonly string[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(`${driver} ${way} ${folder}`));
}

/** Way, what the sentence says, and the flags that make it quick. */
const ways: readonly (readonly [way: string, says: RegExp, ...flags: string[]])[] = [
  ['exits', /ended with exit code 7, asked for start\. Its last lines: the driver is about to begin$/],
  ['noise', /wrote a line that is not JSON; only answers belong on its standard output \(Loading the library …\)\./],
  ['version-two', /speaks version 2 of the protocol and not 1/],
  ['silent', /gave no answer within 0\.3 s \(--driver-timeout\), asked for start\./, '--driver-timeout', '300ms'],
  [
    'hangs',
    /gave no answer within 3 s \(--driver-timeout\), asked for get in the case times-without-fraction\./,
    '--driver-timeout',
    // A machine that is busy takes its time for the answers before.
    '3s',
  ],
  [
    'dies',
    /ended with exit code 2, asked for get in the case times-without-fraction\. Its last lines: .*panic: index out of range$/,
  ],
  ['out-of-order', /answered call 12 where call 11 was asked/],
  ['twice', /wrote a line that nobody had asked for/],
  ['not-an-answer', /wrote a line that is no answer to a call/],
  ['endless-line', /wrote more than 16 MB without a line feed/],
  ['hoards', /held \d+ MB of memory, more than the 300 MB that it may \(--driver-memory\)/, '--driver-memory', '300mb'],
];

describe('a driver that is bad ends the run with one sentence and code 3, and leaves nothing running', () => {
  test.each(ways.map((way) => [way[0], way] as const))('%s', async (way, [, says, ...flags]) => {
    const { exitCode, stderr, left } = await judged(way, ...flags);
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/^timecard-conformance: The driver /)]);
    expect(stderr.trimEnd()).toMatch(says);
    expect(exitCode).toBe(3);
    expect(left).toEqual([]);
  });
});

test('what cannot be started is told in one sentence', async () => {
  const { exitCode, stderr } = await command(['client', '--', './no-such-driver'], { folder });
  expect(stderr).toMatch(/^timecard-conformance: The driver \.\/no-such-driver could not be started: .*ENOENT.*\n$/);
  expect(exitCode).toBe(3);
});

test('what a driver starts is ended with it', async () => {
  const before = countIdle();
  await judged('child', '--driver-timeout', '5s');
  expect(countIdle()).toBe(before);
});

function countIdle(): number {
  const lines = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.endsWith('-e setInterval(() => undefined, 1000)')).length;
}
