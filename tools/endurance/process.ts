import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The compiled command, from the sources of a test and from the compiled trial. */
export const mainPath =
  ['../../cli/main.js', '../../dist/cli/main.js']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? 'dist/cli/main.js';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from the first signal to the end; undefined where the process ended before. */
  readonly tookAfterSignal: number | undefined;
  /** The most memory that was resident, in kB, as Linux tells it; 0 elsewhere. */
  readonly residentKb: number;
}

export interface ProcessOptions {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A signal, and after how many milliseconds it is sent. */
  readonly signal?: readonly [signal: NodeJS.Signals, after: number];
}

/** No settings but these. */
export function environmentOf({ folder, environment }: ProcessOptions): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: folder, NO_COLOR: '1', ...environment };
}

/** The command in a process of its own, with no settings but these. */
export function runProcess(words: readonly string[], { folder, environment, signal }: ProcessOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [mainPath, ...words], {
      cwd: folder,
      env: environmentOf({ folder, ...(environment === undefined ? {} : { environment }) }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr, residentKb] = ['', '', 0];
    let signalled: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const watch = setInterval(() => (residentKb = Math.max(residentKb, residentOf(child.pid))), 50);
    const timer =
      signal === undefined
        ? undefined
        : setTimeout(() => {
            signalled = performance.now();
            child.kill(signal[0]);
          }, signal[1]);
    child.on('error', reject);
    child.on('close', (code, by) => {
      clearTimeout(timer);
      clearInterval(watch);
      const tookAfterSignal = signalled === undefined ? undefined : performance.now() - signalled;
      resolve({ code, signal: by, stdout, stderr, tookAfterSignal, residentKb });
    });
  });
}

function residentOf(id: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
