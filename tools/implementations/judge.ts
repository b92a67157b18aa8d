// node dist/tools/implementations/judge.js [NAME...]: starts each server as its row says, judges it once more with the seeds
// of its record, and keeps what that came to. Servers install what they need here: run it in a clone of its own.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readResultLines } from '../../results/read.ts';
import type { RunReport } from '../../results/report.ts';
import { folder, readImplementations } from './files.ts';
import type { Implementation } from './page.ts';
import type { RecordedRun } from './record-shape.ts';
import { summarise } from './summarise.ts';

/** Some fetch half a toolchain first. Seconds. */
const longestStart = 180;

async function judgeAgain({ name, sheet, record }: Implementation): Promise<void> {
  const start = sheet.start.at(-1) ?? '';
  for (const command of sheet.start.slice(0, -1)) execFileSync('bash', ['-c', command], { stdio: 'ignore' });
  const reports: RunReport[] = [];
  for (const run of record.runs) {
    // Started anew for each, as what one run leaves behind the next one would meet.
    const environment = { ...process.env, npm_config_yes: 'true' };
    const server = spawn('bash', ['-c', start], { stdio: 'ignore', detached: true, env: environment });
    try {
      await accepts(sheet.port, server);
      reports.push(judged(sheet.port, run));
    } finally {
      await ended(server);
    }
  }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(summarise(reports), undefined, 2)}\n`);
}

async function accepts(port: number, server: ChildProcess): Promise<void> {
  for (let second = 0; second < longestStart && server.exitCode === null; second += 1) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
    });
    if (isThere) return;
    await pause(1000);
  }
  throw new Error(
    server.exitCode === null
      ? `nothing listens on ${port} after ${longestStart} s`
      : `what was to listen on ${port} ended with ${server.exitCode}`,
  );
}

function judged(port: number, { seed, token }: RecordedRun): RunReport {
  const reports = mkdtempSync(join(tmpdir(), 'implementations-'));
  const words = ['run', '--base-url', `http://127.0.0.1:${port}`, '--seed', String(seed), '--report', 'json'];
  const environment = { ...process.env, XDG_STATE_HOME: reports, ...(token ? { TIMECARD_TOKEN: 'any-text' } : {}) };
  spawnSync(process.execPath, ['dist/cli/main.js', ...words, '--quiet', '--report-dir', reports], {
    stdio: 'inherit',
    env: environment,
  });
  const report = readResultLines(readFileSync(join(reports, 'results.ndjson'), 'utf8'));
  rmSync(reports, { recursive: true });
  return report;
}

/** With all that it started. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const over = new Promise((resolve) => server.once('exit', resolve));
  if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
  await over;
}

const wanted = process.argv.slice(2);
for (const one of readImplementations()) {
  if (wanted.length > 0 && !wanted.includes(one.name)) continue;
  try {
    await judgeAgain(one);
    process.stdout.write(`${one.name}\n`);
  } catch (error) {
    process.stdout.write(`${one.name}: not judged: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
