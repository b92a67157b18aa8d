import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { StorageFault } from '../storage-fault.ts';
import { isRunning, thisProcess, type ProcessIdentity } from '../process-identity.ts';

/** Holds a team for one run of this machine: two runs at once would take each other's cards for somebody else's. */
export class TeamLock {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * The lock, or who holds it. What a process that is gone has left is taken over.
   * @param folders in which it may lie, the first choice first
   * @throws StorageFault where it can lie in none of them
   */
  static take(folders: readonly string[], teamId: string): TeamLock | ProcessIdentity {
    let reason: unknown;
    for (const folder of folders) {
      try {
        return TeamLock.#takeIn(folder, teamId);
      } catch (error) {
        reason ??= error;
      }
    }
    const remedy = 'make room, or set XDG_STATE_HOME to a folder that can be written';
    throw new StorageFault(`The lock of the team in ${folders.join(' or ')}`, reason, remedy);
  }

  static #takeIn(folder: string, teamId: string): TeamLock | ProcessIdentity {
    makeFolder(folder, 0o700);
    const name = createHash('sha256').update(teamId.toLowerCase()).digest('hex').slice(0, 16);
    const path = join(folder, `team-${name}.lock`);
    for (let tries = 0; ; tries += 1) {
      try {
        const file = openSync(path, 'wx', 0o600);
        writeSync(file, JSON.stringify(thisProcess()));
        closeSync(file);
        return new TeamLock(path);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || tries > 0) throw error;
        const holder = holderOf(path);
        if (holder !== undefined && isRunning(holder)) return holder;
        rmSync(path, { force: true });
      }
    }
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }
}

/** Undefined for what was cut off while it was written. */
function holderOf(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
