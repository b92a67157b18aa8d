import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Another copy of the compiled command. */
  readonly main?: string;
  /** Ends it at once and without a word, as SIGKILL does. */
  readonly killed?: AbortSignal;
  /** Interrupts it, as Ctrl-C does. */
  readonly interrupted?: AbortSignal;
}

const compiled = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Where the commands write down what they may leave: not where the user's own do, who would be told of it. */
const stateHome = mkdtempSync(join(tmpdir(), 'timecard-state-'));
process.on('exit', () => rmSync(stateHome, { recursive: true, force: true }));

/** Preloads that a user may have are left out; the one that moves the clock of the tests moves that of the commands, too. */
export const preloads = process.env['CLOCK_AHEAD'] === undefined ? '' : (process.env['NODE_OPTIONS'] ?? '');

/**
 * The environment without anything that would configure a run: what a fresh user has, in a pipeline. There a run without an
 * address is refused, so that each test says which server it means.
 */
function fresh(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(TIMECARD_|VITEST|NODE_OPTIONS|FORCE_COLOR|NO_COLOR)/.test(name),
  );
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    ...(preloads === '' ? {} : { NODE_OPTIONS: preloads }),
  };
}

/** Runs the compiled command in a process of its own. */
export function command(
  words: readonly string[],
  { environment = {}, folder, killed, interrupted, main = compiled }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...fresh(), CI: 'true', NO_COLOR: '1', XDG_STATE_HOME: stateHome, ...environment },
      ...(folder === undefined ? {} : { cwd: folder }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    killed?.addEventListener('abort', () => child.kill('SIGKILL'));
    interrupted?.addEventListener('abort', () => child.kill('SIGINT'));
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
