import { appendFileSync, closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { definitionOf } from './definition.ts';
import { inertScope, type InertEntry, type Interaction, type RecordingEnd, type RecordingHeader } from './format.ts';
import { layout } from './layout.ts';

/** How an error begins that is the disk's and not ours. Errors come from the thread of a run as text only. */
export const unwritable = 'The recording cannot be written any further';

/** Writes a recording entry by entry, so that memory does not grow with the run. */
export class RecordingWriter {
  readonly #zero: number;
  /** Answers that came before that of an earlier request. */
  readonly #waiting = new Map<number, Interaction>();
  #file: number | undefined;
  #written = 0;

  /** @throws whatever the file system has against it */
  constructor(path: string, header: RecordingHeader) {
    this.#zero = Date.parse(header.startedAt);
    this.#file = openSync(path, 'w');
    this.#append(`[\n  ${layout(inert('/header', header), 2)}`);
  }

  /** In any order; they are written in the order of their numbers. */
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

  /** Makes the recording whole, on the disk and not only in the memory of the system. Closing twice is allowed. */
  close(end: Omit<RecordingEnd, 'kind' | 'interactions'> = {}): void {
    if (this.#file === undefined) return;
    const last = inert('/end', { kind: 'end', interactions: this.#written, ...end });
    this.#append(`,\n  ${layout(last, 2)}\n]\n`);
    fsyncSync(this.#file);
    closeSync(this.#file);
    this.#file = undefined;
  }

  #append(text: string): void {
    if (this.#file === undefined) return;
    try {
      appendFileSync(this.#file, text);
    } catch (error) {
      throw new Error(`${unwritable} (${error instanceof Error ? error.message : 'no reason was given'})`, {
        cause: error,
      });
    }
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
    if (owner !== null && !isRunning(Number(owner[1]))) rmSync(join(dirname(file), name), { force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Whatever else is wrong, such as that it is the process of somebody else, there is one.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
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
