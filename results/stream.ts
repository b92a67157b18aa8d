import { appendFileSync, closeSync, fstatSync, ftruncateSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../targets/make-folder.ts';
import type { ResultLine } from './line.ts';
import { serialise } from './serialise.ts';

/**
 * Writes the result stream of one run. Every line reaches the file before `write` returns, so that a run that is
 * interrupted or killed keeps what it had. The stream of an earlier run stays until there is a first line to replace it.
 */
export class ResultStream {
  readonly path: string;
  readonly #part: string;
  #file: number | undefined;
  #isInPlace = false;

  constructor(path: string) {
    makeFolder(dirname(path));
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
      throw new Error(`${path} exists and is not a regular file`);
    this.path = path;
    this.#part = `${path}.part`;
    this.#file = openSync(this.#part, 'w');
  }

  /** @throws whatever the file system has against it; what was written before stays whole */
  write(line: ResultLine): void {
    if (this.#file === undefined) throw new Error(`The result stream ${this.path} is closed.`);
    const { size } = fstatSync(this.#file);
    try {
      // By descriptor: unlike writeSync it goes on until all bytes are written.
      appendFileSync(this.#file, `${serialise(line)}\n`);
    } catch (error) {
      cutTo(this.#file, size);
      throw error;
    }
    if (this.#isInPlace) return;
    renameSync(this.#part, this.path);
    this.#isInPlace = true;
  }

  /** Closing twice is allowed, so that clean-up code need not know how far the run got. */
  close(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    this.#file = undefined;
    if (!this.#isInPlace) rmSync(this.#part, { force: true });
  }
}

/** Half a line would be taken for a torn one, and what follows it for its rest. */
function cutTo(file: number, size: number): void {
  try {
    ftruncateSync(file, size);
  } catch {
    // A device cannot be cut.
  }
}

/** Starts a new result stream at `path`. The folder is made; the stream of an earlier run is replaced. */
export function openResultStream(path: string): ResultStream {
  return new ResultStream(path);
}
