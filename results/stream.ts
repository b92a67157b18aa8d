import { appendFileSync, closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ResultLine } from './line.ts';
import { makeFolder } from '../targets/make-folder.ts';
import { serialise } from './serialise.ts';

/**
 * Writes the result stream of one run. Every line reaches the file before `write` returns, so that a run that is
 * interrupted or killed keeps what it had.
 */
export class ResultStream {
  readonly path: string;
  #file: number | undefined;

  constructor(path: string) {
    makeFolder(dirname(path));
    this.path = path;
    this.#file = openSync(path, 'w');
  }

  write(line: ResultLine): void {
    if (this.#file === undefined) throw new Error(`The result stream ${this.path} is closed.`);
    // By descriptor: unlike writeSync it goes on until all bytes are written.
    appendFileSync(this.#file, `${serialise(line)}\n`);
  }

  /** Closing twice is allowed, so that clean-up code need not know how far the run got. */
  close(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    this.#file = undefined;
  }
}

/** Starts a new result stream at `path`. The folder is made; the stream of an earlier run is replaced. */
export function openResultStream(path: string): ResultStream {
  return new ResultStream(path);
}
