import { appendFileSync, rmSync } from 'node:fs';
import type { JournalLine } from './journal-lines.ts';

/** Notes in the journal of an earlier run what has become of its cards, one by one: clean-up may be cut off as well. */
export function noteInJournal(file: string, line: JournalLine): void {
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** Removes the journal of a run that has left nothing behind. */
export function dropJournal(file: string): void {
  rmSync(file, { force: true });
}
