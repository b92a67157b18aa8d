import { basename } from 'node:path';
import { searchesLess } from '../engine/cases/effort.ts';
import { count } from '../reporters/view/amounts.ts';
import { renderDiffText } from '../reporters/diff/text.ts';
import type { ReportOptions } from '../reporters/text/options.ts';
import { diffRuns } from '../results/diff/compare.ts';
import type { ComparableRun } from '../results/diff/comparable-run.ts';
import type { Diff } from '../results/diff/difference.ts';
import { comparableLock, lockOf, lockText, type Lock } from '../results/lock.ts';
import type { LockStanding } from '../results/line.ts';
import { CommittedFile } from './committed-file.ts';

/** What a server does, read from a committed file and, with `--update-lock`, written back. */
export class LockGate {
  readonly #file: CommittedFile;
  readonly #lock: Lock | undefined;
  readonly #updates: boolean;
  #updated: Lock | undefined;
  #diff: Diff | undefined;

  /**
   * @param lock undefined where the file is to be written for the first time
   * @throws CommandError where the file is to be written and cannot be: that is told before the run, and not after it
   */
  constructor(file: string, lock: Lock | undefined, updates: boolean) {
    this.#file = new CommittedFile('lock', file);
    if (updates) this.#file.refuseUnwritable();
    this.#lock = lock;
    this.#updates = updates;
  }

  /** Compares a run with the lock. Undefined where the lock is only written: then nothing fails. */
  hold(run: ComparableRun): LockStanding | undefined {
    this.#updated = lockOf(run);
    if (this.#lock !== undefined) this.#diff = diffRuns(comparableLock(this.#lock, basename(this.#file.path)), run);
    if (this.#updates || this.#diff === undefined) return undefined;
    const { compared, counts } = this.#diff;
    return { compared, counts };
  }

  /** The comparison, for the terminal, where it follows the report; empty where there is none. */
  text(options: ReportOptions): string {
    return this.#diff === undefined ? '' : `\n${renderDiffText(this.#diff, options)}`;
  }

  /**
   * Writes the lock, if that was asked for, and gives the sentence that says so.
   *
   * @param stopped why the run did not finish: then it did not see everything, and nothing is written
   * @throws CommandError where the file cannot be written
   */
  save(stopped: string | undefined): string | undefined {
    if (!this.#updates || this.#updated === undefined) return undefined;
    if (stopped !== undefined) return `${this.#file.name} stays as it is, since the run did not finish`;
    if (this.#lock !== undefined && searchesLess(this.#updated, this.#lock))
      return `${this.#file.name} stays as it is: it is of a run with --effort ${this.#lock.effort ?? 'normal'}, which sees more than this one`;
    this.#file.write(lockText(this.#updated));
    const { verdicts, facts, answers } = this.#updated;
    const size = [verdicts, facts, answers].reduce((sum, part) => sum + Object.keys(part).length, 0);
    return `${this.#file.name} now holds ${count(size, 'fact')}`;
  }
}
