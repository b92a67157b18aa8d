import { closeSync, fdatasync, fsyncSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeFolder } from '../make-folder.ts';
import { StorageFault } from '../storage-fault.ts';
import type { AnnouncedRequest, JournalHeader, JournalLine } from './journal-lines.ts';
import type { OwnCard } from './ledger.ts';

const remedy = 'make room, or set XDG_STATE_HOME to a folder that can be written';

/**
 * What a run may leave behind, written down before it can: a line for each request that can make a card is on the disk before
 * that request is sent, so that whatever ends the process, the cards can be found and removed. The file is its owner's only,
 * and is gone once nothing is left.
 */
export class Journal {
  readonly #folders: readonly string[];
  readonly #header: JournalHeader;
  #path: string | undefined;
  #file: number | undefined;
  #intents = 0;
  /** What is not settled: numbers of intents, and ids of cards. */
  readonly #left = new Set<number | string>();
  #syncing: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /** @param folders in which it may lie, the first choice first */
  constructor(folders: readonly string[], header: JournalHeader) {
    this.#folders = folders;
    this.#header = header;
  }

  /**
   * Writes down a request that can make a card. Once this resolves, the request may be sent.
   *
   * @param seen the ids of others that answers have shown since the last request for a card
   * @returns the number of the intent
   * @throws StorageFault
   */
  async intend(what: Omit<AnnouncedRequest, 'kind' | 'number'>, seen: () => readonly string[]): Promise<number> {
    try {
      if (this.#file === undefined) this.#open();
      const ids = seen();
      if (ids.length > 0) this.#write({ kind: 'before', ids });
      const number = (this.#intents += 1);
      this.#left.add(number);
      this.#write({ kind: 'intent', number, ...what });
      await this.#synced();
      return number;
    } catch (error) {
      throw new StorageFault(`The journal ${this.#path ?? this.#folders.join(' or ')}`, error, remedy);
    }
  }

  made(number: number, teamId: string, card: OwnCard): void {
    this.#left.delete(number);
    this.#left.add(card.id);
    this.#note({ kind: 'made', number, teamId, card });
  }

  none(number: number): void {
    this.#left.delete(number);
    this.#note({ kind: 'none', number });
  }

  unclear(number: number, at: number): void {
    this.#note({ kind: 'unclear', number, at });
  }

  gone(id: string): void {
    if (this.#left.delete(id)) this.#note({ kind: 'gone', id });
  }

  /** At the end of the run. Nothing is left of the file unless something is left behind. */
  close(): void {
    if (this.#file === undefined || this.#path === undefined) return;
    this.#note({ kind: 'end' });
    closeSync(this.#file);
    this.#file = undefined;
    if (this.#left.size === 0) rmSync(this.#path, { force: true });
  }

  #open(): void {
    let reason: unknown;
    for (const folder of this.#folders) {
      try {
        this.#openIn(folder);
        return;
      } catch (error) {
        reason ??= error;
      }
    }
    throw reason;
  }

  #openIn(folder: string): void {
    makeFolder(folder, 0o700);
    refuseOfOthers(folder);
    const name = `${this.#header.startedAt.replaceAll(/\D/g, '').slice(0, 14)}-${randomUUID().slice(0, 8)}.ndjson`;
    const path = join(folder, name);
    const file = openSync(path, 'ax', 0o600);
    try {
      writeSync(file, textOf(this.#header));
      // The name of the file has to be on the disk, too.
      const place = openSync(folder, 'r');
      fsyncSync(place);
      closeSync(place);
    } catch (error) {
      closeSync(file);
      rmSync(path, { force: true });
      throw error;
    }
    this.#file = file;
    this.#path = path;
  }

  #write(line: JournalLine): void {
    if (this.#file !== undefined) writeSync(this.#file, textOf(line));
  }

  /** What is known after an answer only makes it easier to clean up: where it cannot be written, the intent is there. */
  #note(line: JournalLine): void {
    try {
      this.#write(line);
    } catch {
      // The next intent will say so.
    }
  }

  /** Resolves when all that was written so far is on the disk. Requests that overlap share one wait. */
  #synced(): Promise<void> {
    if (this.#syncing === undefined) {
      this.#syncing = sync(this.#file ?? -1).finally(() => (this.#syncing = undefined));
      return this.#syncing;
    }
    this.#next ??= this.#syncing
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#synced();
      });
    return this.#next;
  }
}

const sync = promisify(fdatasync);

function textOf(line: JournalLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** A folder for temporary files is everybody's: what lies there under our name may have been put there by somebody else. */
function refuseOfOthers(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  const own = process.getuid?.();
  if (own !== undefined && (uid !== own || (mode & 0o022) !== 0))
    throw new Error(`${folder} belongs to somebody else, or others may write to it`);
}
