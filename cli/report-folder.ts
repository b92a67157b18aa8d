import { openSync, closeSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../targets/make-folder.ts';
import { isRunning, thisProcess, type ProcessIdentity } from '../targets/process-identity.ts';
import { CommandError } from './command-error.ts';
import { unwritable } from './unwritable.ts';

const lockName = '.in-use';

/** The folder for the reports of one run: a second run at the same time would destroy them, and is refused. */
export class ReportFolder {
  readonly path: string;
  readonly #lock: string;

  /** @throws CommandError where it cannot be written, or another process writes to it */
  constructor(path: string) {
    this.path = path;
    this.#lock = join(path, lockName);
    try {
      makeFolder(path);
      this.#take();
    } catch (error) {
      throw error instanceof CommandError ? error : unwritable(`The report folder ${path}`, error);
    }
    // Also where a signal ends the process at once.
    process.once('exit', () => this.release());
  }

  /** Lets others write to it. Doing so twice is allowed. */
  release(): void {
    if (isOwn(this.#holder())) rmSync(this.#lock, { force: true });
  }

  #take(): void {
    for (;;) {
      if (this.#write()) return;
      const holder = this.#holder();
      if (holder !== undefined && isRunning(holder) && !isOwn(holder)) throw this.#inUse(holder);
      // Out of the way and not removed: another process may be quicker, and this may be its lock by now.
      const aside = `${this.#lock}.${process.pid}`;
      rename(this.#lock, aside);
      const moved = identityIn(aside);
      if (moved !== undefined && isRunning(moved) && !isOwn(moved)) {
        rename(aside, this.#lock);
        throw this.#inUse(moved);
      }
      rmSync(aside, { force: true });
    }
  }

  /** False where there is a lock already. */
  #write(): boolean {
    try {
      const file = openSync(this.#lock, 'wx');
      writeSync(file, JSON.stringify(thisProcess()));
      closeSync(file);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  }

  #holder(): ProcessIdentity | undefined {
    return identityIn(this.#lock);
  }

  #inUse({ id }: ProcessIdentity): CommandError {
    return new CommandError(
      `The report folder ${this.path} is in use by another run (process ${id}); give this one a --report-dir of its own.`,
    );
  }
}

function isOwn(holder: ProcessIdentity | undefined): boolean {
  return holder?.id === process.pid && isRunning(holder);
}

/** Undefined where there is no lock, or one that nobody finished. */
function identityIn(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
