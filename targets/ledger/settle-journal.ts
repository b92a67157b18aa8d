import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import type { JournalLine } from './journal-lines.ts';

/** Notes in the journal of an earlier run what has become of its cards, one by one: clean-up may be cut off as well. */
export function noteInJournal(file: string, line: JournalLine): void {
  const journal = openExisting(file);
  if (journal === undefined) return;
  try {
    dropTornLine(journal, file);
    writeSync(journal, `${JSON.stringify(line)}\n`);
  } finally {
    closeSync(journal);
  }
}

/** Undefined where another clean-up has settled everything: a new file would be a journal without its beginning. */
function openExisting(file: string): number | undefined {
  try {
    return openSync(file, constants.O_RDWR | constants.O_APPEND);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What a run was cut off in has told nothing; what is written behind it would be lost with it. */
function dropTornLine(journal: number, file: string): void {
  const { size } = fstatSync(journal);
  const last = Buffer.alloc(1);
  if (size === 0 || readSync(journal, last, 0, 1, size - 1) === 0 || last.toString() === '\n') return;
  ftruncateSync(journal, readFileSync(file).lastIndexOf('\n') + 1);
}

/** Removes the journal of a run that has left nothing behind. */
export function dropJournal(file: string): void {
  rmSync(file, { force: true });
}
