import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fault } from '../faults/index.ts';
import { startReferenceServer } from '../reference/server.ts';
import { command } from '../test/command.ts';
import { isWhole } from '../test/one-in.ts';

// What a quick run passes, and a normal one of this suite does not.
const defect = 'clock-in-note-needs-location';
const folder = mkdtempSync(join(tmpdir(), 'effort-'));
let server: Awaited<ReturnType<typeof startReferenceServer>>;

beforeAll(async () => {
  const wrong = fault(defect);
  server = await startReferenceServer(wrong === undefined ? {} : { fault: wrong });
  const made = await run(
    'normal',
    'whole',
    '--baseline',
    'known.json',
    '--update-baseline',
    '--lock',
    'seen.lock',
    '--update-lock',
  );
  if (!/now holds [1-9]\d* known failure/.test(made.stderr)) throw new Error(`nothing failed: ${made.stderr}`);
}, 120_000);
afterAll(() => server.close());

function run(effort: string, out: string, ...more: readonly string[]) {
  const words = ['run', '--base-url', server.url, '--suite', 'clockIn', '--seed', '3', '--effort', effort];
  return command([...words, '--report-dir', out, '--report', 'terminal,badge,markdown', ...more], {
    folder,
    environment: { TIMECARD_TOKEN: server.tokens.caller, CI: '' },
  });
}

test('a quick run takes nothing out of a baseline, and calls nothing in it stale', async () => {
  const before = readFileSync(join(folder, 'known.json'), 'utf8');
  const held = await run('quick', 'held', '--baseline', 'known.json');
  expect(held.stdout).not.toContain('no longer fails');
  await run('quick', 'updated', '--baseline', 'known.json', '--update-baseline');
  expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toEqual(JSON.parse(before));
});

test.runIf(isWhole)(
  'a quick run does not write the lock of a normal one, and between the two nothing is breaking',
  async () => {
    const before = readFileSync(join(folder, 'seen.lock'), 'utf8');
    const held = await run('quick', 'locked', '--lock', 'seen.lock', '--update-lock');
    expect(held.stderr).toContain('stays as it is: it is of a run with --effort normal, which sees more than this one');
    expect(readFileSync(join(folder, 'seen.lock'), 'utf8')).toBe(before);
    await run('quick', 'quick');
    for (const pair of [
      ['quick', 'whole'],
      ['whole', 'quick'],
    ]) {
      const files = pair.map((name) => join(name, 'results.ndjson'));
      const { stdout, exitCode } = await command(['diff', ...files], { folder });
      expect(stdout).not.toMatch(/breaking|fixed/);
      expect(exitCode).toBe(0);
    }
  },
);

test('what failed in a normal run is not looked for in a quick one', async () => {
  const { exitCode, stderr } = await run('quick', 'whole', '--last-failed');
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining('is of a run with --effort normal, and a smaller one may not come to what failed'),
  });
});

test('every report of a quick run says that it was one', async () => {
  const { stdout } = await run('quick', 'told');
  expect(stdout).toMatch(/^\w*conforming: .*a quick run/m);
  expect(readFileSync(join(folder, 'told', 'badge.json'), 'utf8')).toContain('in a quick run');
  expect(readFileSync(join(folder, 'told', 'summary.md'), 'utf8')).toContain('effort quick');
});

test('random cases are not asked of a quick run', async () => {
  const { exitCode, stderr } = await run('quick', 'random', '--num-runs', '5');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--num-runs is for random cases, and a run with --effort quick makes none; leave one out.');
});

test('what a limit cuts off a quick run would perhaps never have come to, and the reason says so', async () => {
  await run('quick', 'short', '--max-requests', '20');
  const reasons = readFileSync(join(folder, 'short', 'results.ndjson'), 'utf8');
  expect(reasons).toContain('the limit of 20 requests was reached; a quick run may not have come to it in any case');
  await run('normal', 'short', '--max-requests', '20');
  expect(readFileSync(join(folder, 'short', 'results.ndjson'), 'utf8')).not.toContain('a quick run may not');
});
