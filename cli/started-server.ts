import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { visible } from '../reporters/view/visible.ts';
import { acceptsConnections } from '../targets/accepts-connections.ts';
import { makeFolder } from '../targets/make-folder.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { interruption } from './interruption.ts';
import { unwritable } from './unwritable.ts';
import { redactionOf, sentenceWithoutSecrets } from './without-secrets.ts';

/** How the server under test is started. */
export interface ServerToStart {
  /** For the shell, as `npm run mock`. */
  readonly command: string;
  readonly baseUrl: string;
  /** Milliseconds that it may take to accept connections. */
  readonly longest: number;
  /** The folder for the reports, where its output is kept. */
  readonly folder: string;
}

/** Whoever listens already needs no longer than this to accept a connection. Milliseconds. */
const glance = 300;
/** Milliseconds that it may take to end once it was told to. */
const stopPatience = 5000;
/** So much of its output is kept, the end of it. Characters. */
const mostOutput = 1_000_000;
/** So many of its last lines are shown where it fails, each so long at most. */
const toldLines = 10;
const longestLine = 300;

/**
 * Starts the server under test, waits until it accepts connections, does what is to be done with it, and stops it and all that
 * it started.
 *
 * @throws CommandError where something else listens at its address, and where it ends or does not come up
 */
export async function withServer<T>(start: ServerToStart | undefined, use: () => Promise<T>): Promise<T> {
  if (start === undefined) return use();
  if (await acceptsConnections(start.baseUrl, glance, new AbortController().signal))
    throw new CommandError(
      `Something accepts connections at ${start.baseUrl} already; stop it, or leave out --start to judge it.`,
    );
  const server = new StartedServer(start);
  try {
    await server.comesUp();
    const result = await use();
    server.tellEarlyEnd();
    return result;
  } finally {
    await server.stop();
  }
}

class StartedServer {
  readonly #start: ServerToStart;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #exit = new AbortController();
  #output = '';
  /** Why it is no longer there. */
  #gone: string | undefined;

  constructor(start: ServerToStart) {
    this.#start = start;
    // A process group of its own, so that nothing that it starts outlives the run.
    const isPosix = process.platform !== 'win32';
    this.#child = spawn(start.command, { shell: true, detached: isPosix, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = `${this.#output}${text}`.slice(-mostOutput);
      });
    this.#child.on('error', (error) => this.#leave(`could not be started (${error.message})`));
    this.#child.on('exit', (code, signal) =>
      this.#leave(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`),
    );
    process.once('exit', this.#kill);
  }

  /** @throws CommandError where it does not */
  async comesUp(): Promise<void> {
    const { baseUrl, longest } = this.#start;
    const interrupt = new AbortController();
    interruption.handle(() => interrupt.abort());
    let isUp: boolean;
    try {
      const either = AbortSignal.any([interrupt.signal, this.#exit.signal]);
      isUp = await acceptsConnections(baseUrl, longest, either);
    } finally {
      interruption.release();
    }
    if (interrupt.signal.aborted)
      throw new CommandError('interrupted while waiting for the server; nothing was sent.', exitCodes.interrupted);
    if (this.#gone !== undefined)
      throw this.#failed(
        `${this.#gone} before it accepted connections at ${baseUrl}; --start needs a command that keeps running.`,
      );
    if (!isUp)
      throw this.#failed(
        `did not accept connections at ${baseUrl} within ${longest / 1000} s; --wait gives it longer.`,
      );
  }

  /** A server that ended during the run explains what the report says of it. */
  tellEarlyEnd(): void {
    if (this.#gone === undefined) return;
    process.stderr.write(
      `timecard-conformance: ${sentenceWithoutSecrets(this.#said(`${this.#gone} during the run.`))}\n`,
    );
  }

  /** Ends it and all that it started, and keeps its output. */
  async stop(): Promise<void> {
    process.off('exit', this.#kill);
    if (this.#gone === undefined) {
      this.#signal('SIGTERM');
      const patience = new AbortController();
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      await Promise.race([ended, pause(stopPatience, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
    }
    this.#kill();
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    this.#keepOutput();
  }

  #leave(why: string): void {
    this.#gone ??= why;
    this.#exit.abort();
  }

  readonly #kill = (): void => this.#signal('SIGKILL');

  #signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
      else process.kill(-pid, signal);
    } catch {
      // Nothing of the group is left.
    }
  }

  #keepOutput(): void {
    const file = join(this.#start.folder, 'server.log');
    try {
      makeFolder(this.#start.folder);
      writeFileSync(file, redactionOf(process.env).text(this.#output));
    } catch (error) {
      process.stderr.write(
        `timecard-conformance: ${unwritable(`The output of the server, ${file},`, error).message}\n`,
      );
    }
  }

  #failed(what: string): CommandError {
    return new CommandError(this.#said(what), exitCodes.inconclusive);
  }

  #said(what: string): string {
    const lines = this.#output.split('\n').filter((line) => line.trim() !== '');
    const last = lines.slice(-toldLines).map((line) => visible(line.trimEnd().slice(0, longestLine)));
    const told =
      last.length === 0 ? ' It printed nothing.' : `\nIts last lines:\n${last.map((line) => `  ${line}`).join('\n')}`;
    return `The server of --start (${this.#start.command}) ${what}${told}`;
  }
}
