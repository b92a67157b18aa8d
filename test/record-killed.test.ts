import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { readRecording } from '../targets/recording/read-recording.ts';
import { command } from './command.ts';
import { isWhole, oneIn } from './one-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const words = [
  'record',
  'run.json',
  '--reference',
  '--suite',
  'confirm',
  '--num-runs',
  '1',
  '--max-requests',
  '150',
  '--quiet',
];

/** Starts a recording and ends its process after so long, or once half a recording is there, as the power going off would. */
function recordUntil(moment: number | 'halfway', signal: NodeJS.Signals, seed: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...words, '--seed', String(seed)], { cwd: folder });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const isHalfway = (): boolean => parts().some((name) => statSync(join(folder, name)).size > 0);
    const timer =
      moment === 'halfway'
        ? setInterval(() => isHalfway() && child.kill(signal), 2)
        : setTimeout(() => child.kill(signal), moment);
    child.on('close', () => {
      clearInterval(timer);
      resolve(said);
    });
  });
}

const file = join(folder, 'run.json');
const parts = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.part'));
const seedNow = (): number => readRecording(readFileSync(file, 'utf8')).header.settings.seed;

test.runIf(isWhole)(
  'kill -9 leaves the earlier recording or the new one, at any moment',
  async () => {
    const startedAt = performance.now();
    await command([...words, '--seed', '1'], { folder });
    const took = performance.now() - startedAt;
    expect(seedNow()).toBe(1);
    const moments = oneIn(3, [0.85, 0.5, 0.7, 0.95, 1.05]).map((part) => took * part);
    for (const [index, moment] of [...moments, 'halfway' as const].entries()) {
      for (const name of parts()) rmSync(join(folder, name));
      const before = seedNow();
      await recordUntil(moment, 'SIGKILL', index + 2);
      expect(moment === 'halfway' ? [before] : [before, index + 2]).toContain(seedNow());
    }
    expect(parts()).toHaveLength(1);
    // What was left behind is recognisable, and is no obstacle the next time.
    await command([...words, '--seed', '99'], { folder });
    expect(seedNow()).toBe(99);
    expect(readdirSync(folder).toSorted()).toEqual(['conformance-report', 'run.json']);
  },
  300_000,
);

test('an interrupted run keeps the earlier recording, and says so', async () => {
  await command([...words, '--seed', '1'], { folder });
  const child = spawn(
    process.execPath,
    [
      main,
      'record',
      'run.json',
      '--reference',
      '--seed',
      '2',
      '--num-runs',
      '1000',
      '--quiet',
      '--report-dir',
      'other',
    ],
    { cwd: folder },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exitCode = new Promise((resolve) => child.on('close', resolve));
  const results = join(folder, 'other', 'results.ndjson');
  while (!existsSync(results) || readFileSync(results, 'utf8') === '') await sleep(50);
  child.kill('SIGINT');
  expect(await exitCode).toBe(130);
  expect(said).toContain('the run was interrupted, so nothing was recorded in run.json');
  expect(seedNow()).toBe(1);
  expect(parts()).toEqual([]);
}, 120_000);
