import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from './command-error.ts';
import { unwritable } from './unwritable.ts';

/** A file that users commit, and that a run writes anew as a whole at its end, such as a baseline or a lock. */
export class CommittedFile {
  /** As the user named it. */
  readonly path: string;
  /** How a sentence begins that is about it: `The lock behaviour.lock`. */
  readonly name: string;

  constructor(kind: 'baseline' | 'lock', path: string) {
    this.path = path;
    this.name = `The ${kind} ${path}`;
  }

  /** Finds out whether it can be written, before anything is sent. @throws CommandError where it cannot */
  refuseUnwritable(): void {
    const folder = dirname(this.path);
    if (statSync(this.path, { throwIfNoEntry: false })?.isDirectory() === true)
      throw new CommandError(`${this.name} cannot be written: it is a directory; name a file.`);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new CommandError(`${this.name} cannot be written: there is no directory ${folder}; make it first.`);
    this.#trying(() => {
      closeSync(openSync(this.#part, 'w'));
      rmSync(this.#part);
    });
  }

  /** Puts the text in its place at once, so that nobody finds half of it. @throws CommandError where it cannot be written */
  write(text: string): void {
    this.#trying(() => {
      writeFileSync(this.#part, text);
      renameSync(this.#part, this.path);
    });
  }

  get #part(): string {
    return `${this.path}.part`;
  }

  #trying(what: () => void): void {
    try {
      what();
    } catch (error) {
      throw unwritable(this.name, error);
    }
  }
}
