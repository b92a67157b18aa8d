import { renameSync, writeFileSync } from 'node:fs';
import { holdAgainst, updatedBaseline, type Baseline, type BaselineRow, type Outcome } from '../results/baseline.ts';
import { count } from '../reporters/fit.ts';
import { unwritable } from './unwritable.ts';

/** The failures that are known, read from a file and, with `--update-baseline`, written back. */
export class BaselineGate {
  readonly #file: string;
  readonly #baseline: Baseline;
  readonly #updates: boolean;
  #updated: Baseline | undefined;

  constructor(file: string, baseline: Baseline, updates: boolean) {
    this.#file = file;
    this.#baseline = baseline;
    this.#updates = updates;
  }

  /** How a run stands; against what the file is about to say where it is updated. */
  hold(outcome: Outcome): readonly BaselineRow[] {
    const rows = holdAgainst(this.#baseline, outcome);
    if (!this.#updates) return rows;
    const reason = `recorded on ${outcome.today}: say why it is borne`;
    this.#updated = updatedBaseline(this.#baseline, rows, reason);
    return holdAgainst(this.#updated, outcome);
  }

  /**
   * Writes what has changed, if that was asked for, and gives the sentence that says so.
   *
   * @param stopped why the run did not go to its end: then it cannot say what no longer fails, and nothing is written
   * @throws CommandError where the file cannot be written
   */
  save(stopped: string | undefined): string | undefined {
    if (this.#updated === undefined) return undefined;
    if (stopped !== undefined) return `The baseline ${this.#file} stays as it is, since the run did not go to its end`;
    const part = `${this.#file}.part`;
    try {
      writeFileSync(part, `${JSON.stringify(this.#updated, null, 2)}\n`);
      renameSync(part, this.#file);
    } catch (error) {
      throw unwritable(`The baseline ${this.#file}`, error);
    }
    return `The baseline ${this.#file} now holds ${count(this.#updated.entries.length, 'known failure')}`;
  }
}
