import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import type { Scale } from './scale.ts';

const command = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** Milliseconds from starting the command to its first request. The server answers nothing useful, which ends the run. */
async function firstRequest(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'timecard-bench-'));
  let arrivedAt = Number.NaN;
  const server = createServer((_, response) => {
    if (Number.isNaN(arrivedAt)) arrivedAt = performance.now();
    response.writeHead(401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'run', '--base-url', `http://127.0.0.1:${port}`, '--report-dir', folder, '--quiet'],
    { stdio: 'ignore' },
  );
  await new Promise((resolve) => child.on('exit', resolve));
  server.close();
  rmSync(folder, { recursive: true });
  return arrivedAt - startedAt;
}

/** An empty node process, for comparison: what nobody can go below. */
async function emptyProcess(): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await new Promise((resolve) => child.on('exit', resolve));
  return performance.now() - startedAt;
}

export async function measureStartUp(scale: Scale): Promise<readonly string[]> {
  const [ours, empty]: [number[], number[]] = [[], []];
  for (let round = 0; round < (scale === 'whole' ? 5 : 1); round += 1) {
    ours.push(await firstRequest());
    empty.push(await emptyProcess());
  }
  const [own, bare] = [median(ours), median(empty)];
  return [
    'start-up (goal: first request within 1.0 s)',
    `  first request after ${own.toFixed(0)} ms, an empty node process takes ${bare.toFixed(0)} ms, ratio ${(own / bare).toFixed(1)}`,
  ];
}
