import { appendFileSync, closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../process-identity.ts';
import { StorageFault } from '../storage-fault.ts';
import { definitionOf } from './definition.ts';
import { inertScope, type InertEntry, type Interaction, type RecordingEnd, type RecordingHeader } from './format.ts';
import { layout } from './layout.ts';

/** Writes a recording entry by entry, so that memory does not grow with the run. */
export class RecordingWriter {
  readonly #zero: number;
  /** Answers that came before that of an earlier request. */
  readonly #waiting = new Map<number, Interaction>();
  #file: number | undefined;
  #written = 0;

  /** @throws StorageFault */
  constructor(path: string, header: RecordingHeader) {
    this.#zero = Date.parse(header.startedAt);
    this.#file = stored(() => openSync(path, 'w'));
    this.#append(`[\n  ${layout(inert('/header', header), 2)}`);
  }

  /**
   * In any order; they are written in the order of their numbers.
   * @throws StorageFault
   */
  write(interaction: Interaction): void {
    this.#waiting.set(interaction.number, interaction);
    for (;;) {
      const next = this.#waiting.get(this.#written + 1);
      if (next === undefined) return;
      this.#waiting.delete(next.number);
      this.#append(`,\n  ${layout(definitionOf(next, this.#zero), 2)}`);
      this.#written += 1;
    }
  }

  /**
   * Makes the recording whole, on the disk and not only in the memory of the system. Closing twice is allowed.
   * @throws StorageFault
   */
  close(end: Omit<RecordingEnd, 'kind' | 'interactions'> = {}): void {
    const file = this.#file;
    if (file === undefined) return;
    const last = inert('/end', { kind: 'end', interactions: this.#written, ...end });
    this.#append(`,\n  ${layout(last, 2)}\n]\n`);
    stored(() => fsyncSync(file));
    this.abandon();
  }

  /** Closes what can never become whole. */
  abandon(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #append(text: string): void {
    const file = this.#file;
    if (file !== undefined) stored(() => appendFileSync(file, text));
  }
}

function stored<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new StorageFault('The recording', error, 'make room and record again');
  }
}

function inert(path: InertEntry['path'], recording: InertEntry['recording']): InertEntry {
  return { scope: inertScope, method: 'GET', path, status: 204, recording };
}

/** The file in which a recording grows, beside the one that it will become: one for each process, so that two can record at once. */
export function partOf(file: string): string {
  return `${file}.${process.pid}.part`;
}

/** Removes what processes left behind that ended in the middle of the same recording. */
export function dropAbandoned(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    const owner = name.startsWith(`${basename(file)}.`)
      ? /^\.(\d+)\.part$/.exec(name.slice(basename(file).length))
      : null;
    if (owner !== null && !isRunning({ id: Number(owner[1]), host: hostname() }))
      rmSync(join(dirname(file), name), { force: true });
  }
}

/** Puts a recording that is whole in the place of an earlier one, in one step. */
export function keepRecording(file: string): void {
  renameSync(partOf(file), file);
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } catch {
    // Some systems cannot do that for a folder. The renaming is whole all the same.
  } finally {
    closeSync(folder);
  }
}

/** Removes what was written so far; an earlier recording stays. */
export function dropRecording(file: string): void {
  rmSync(partOf(file), { force: true });
}
