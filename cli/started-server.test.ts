import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { isUnclaimed, unclaimedPort } from '../test/unclaimed-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'started server '));
afterAll(() => rmSync(folder, { recursive: true }));
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

const run = (port: number, start: string, ...more: readonly string[]) =>
  command(
    [
      'run',
      '--base-url',
      `http://127.0.0.1:${port}`,
      '--start',
      start,
      '--suite',
      'confirm',
      '--num-runs',
      '1',
      '--max-requests',
      '30',
      ...more,
    ],
    { folder, environment: { TIMECARD_TOKEN: 'hush-hush-hush' } },
  );

function script(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return `"${process.execPath}" ${name}`;
}

describe('--start', () => {
  test('starts the server, judges it, keeps what it printed, and stops it with all that it started', async () => {
    const port = await unclaimedPort();
    // The shell, a process below it, and the server as its child: all of them have to go.
    const start = script(
      'nested.cjs',
      `const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(main)}, 'serve', '--port', '${port}'], { stdio: 'inherit' });
       require('node:fs').writeFileSync('pid', String(child.pid)); console.log('token ' + process.env.TIMECARD_TOKEN); setInterval(() => {}, 1000);`,
    );
    const { stderr, exitCode } = await run(port, start);
    // Its tokens are others: that it says so shows that it was asked.
    expect(stderr).toMatch(/401/);
    expect(exitCode).toBe(3);
    expect(await isUnclaimed(port)).toBe(true);
    const log = readFileSync(join(folder, 'conformance-report', 'server.log'), 'utf8');
    expect(log).toContain('token $TIMECARD_TOKEN');
    expect(log).toContain(`http://127.0.0.1:${port}`);
  });

  test('an early death is told with its last lines, and the run ends as one that could not be judged', async () => {
    const start = script('dies.cjs', `console.error('no database\\u001b[2J hush-hush-hush'); process.exit(7);`);
    const { stderr, stdout, exitCode } = await run(await unclaimedPort(), start);
    expect([stdout, exitCode]).toEqual(['', 3]);
    expect(stderr).toMatch(
      /^timecard-conformance: The server of --start \(.*dies\.cjs\) ended with exit code 7 before it accepted/,
    );
    expect(stderr).toContain('  no database\\u001b[2J $TIMECARD_TOKEN\n');
  });

  test('one that does not come up is told, and is stopped even if it does not want to', async () => {
    const start = "trap '' TERM; echo $$ > deaf; while :; do sleep 1; done";
    const { stderr, exitCode } = await run(await unclaimedPort(), start, '--wait', '4s');
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /did not accept connections at http:\S+ within 4 s; --wait gives it longer\. It printed nothing\.\n$/,
    );
    expect(existsSync(`/proc/${readFileSync(join(folder, 'deaf'), 'utf8').trim()}`)).toBe(false);
  });

  test('one that ends during the run is told beside the report', async () => {
    const port = await unclaimedPort();
    const start = script(
      'ends.cjs',
      `let n = 0; require('node:http').createServer((q, a) => { n += 1; if (n > 5) { console.log('out of memory', q.headers.authorization); process.exit(9); } a.writeHead(404).end('{}'); }).listen(${port}, '127.0.0.1');`,
    );
    const { stderr, exitCode } = await run(port, start);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(
      'ended with exit code 9 during the run.\nIts last lines:\n  out of memory Bearer $TIMECARD_TOKEN\n',
    );
  });

  test('nothing is started where something listens there already: it would be judged instead', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    try {
      const start = script('never.cjs', `require('node:fs').writeFileSync('started', '')`);
      const { stderr, exitCode } = await run((other.address() as AddressInfo).port, start);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/Something accepts connections at http:\S+ already; stop it, or leave out --start/);
      expect(existsSync(join(folder, 'started'))).toBe(false);
    } finally {
      other.close();
    }
  });

  test.each([
    [['run', '--start', 'x'], /--start needs --base-url/],
    [['run', '--start', '', '--base-url', 'http://127.0.0.1:1'], /--start is empty/],
  ])('%j is a slip', async (words, says) => {
    const { stderr, exitCode } = await command(words, { folder });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});
