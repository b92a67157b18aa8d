import { appendFileSync, closeSync, openSync } from 'node:fs';
import { StorageFault } from '../storage-fault.ts';

/** A HAR file that is written entry by entry, so that memory does not grow with the run. */
export class TraceFile {
  readonly #path: string;
  #file: number | undefined;
  /** Answers that came before that of an earlier request. */
  readonly #waiting = new Map<number, object>();
  #written = 0;

  /**
   * @param about what `log` holds beside the entries
   * @throws StorageFault
   */
  constructor(path: string, about: object) {
    this.#path = path;
    this.#file = this.#stored(() => openSync(path, 'w'));
    this.#append(`{"log":${JSON.stringify(about).slice(0, -1)},"entries":[`);
  }

  /**
   * In any order; they are written in the order of their numbers, which begin at 1.
   * @throws StorageFault
   */
  write(number: number, entry: object): void {
    this.#waiting.set(number, entry);
    for (;;) {
      const next = this.#waiting.get(this.#written + 1);
      if (next === undefined) return;
      this.#written += 1;
      this.#waiting.delete(this.#written);
      this.#append(`${this.#written === 1 ? '' : ','}\n${JSON.stringify(next)}`);
    }
  }

  /**
   * Makes the file whole. Closing twice is allowed.
   * @throws StorageFault
   */
  close(): void {
    const file = this.#file;
    if (file === undefined) return;
    try {
      this.#append('\n]}}\n');
    } finally {
      this.#file = undefined;
      closeSync(file);
    }
  }

  #append(text: string): void {
    const file = this.#file;
    if (file !== undefined) this.#stored(() => appendFileSync(file, text));
  }

  #stored<T>(write: () => T): T {
    try {
      return write();
    } catch (error) {
      throw new StorageFault(`The trace ${this.#path}`, error, 'make room, or leave --trace out');
    }
  }
}
