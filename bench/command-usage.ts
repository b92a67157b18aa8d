import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command and all processes that it started took. */
export interface Usage {
  /** Seconds of processor time. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** Bytes, of the process that needed most. */
  readonly memory: number;
}

const preload = new URL('usage-at-exit.js', import.meta.url).href;

/**
 * @param folder where the command runs, and leaves its reports
 * @param words the command after `node`
 */
export async function usageOf(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Usage> {
  const usages = mkdtempSync(join(tmpdir(), 'bench-usage-'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, ...environment, NODE_OPTIONS: `--import ${preload}`, BENCH_USAGE: usages },
  });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  const wall = (performance.now() - startedAt) / 1000;
  const each = readdirSync(usages).map(
    (name) => JSON.parse(readFileSync(join(usages, name), 'utf8')) as Pick<Usage, 'cpu' | 'memory'>,
  );
  rmSync(usages, { recursive: true });
  if (code === null || code === 2 || code === 70 || each.length === 0)
    throw new Error(`"${words.join(' ')}" ended with ${code}, so that there is nothing to measure`);
  return {
    cpu: each.reduce((sum, { cpu }) => sum + cpu, 0),
    wall,
    memory: Math.max(...each.map(({ memory }) => memory)),
  };
}
