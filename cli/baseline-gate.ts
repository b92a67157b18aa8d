import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { holdAgainst, updatedBaseline, type Baseline, type BaselineRow, type Outcome } from '../results/baseline.ts';
import { count } from '../reporters/fit.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { CommandError } from './command-error.ts';
import { unwritable } from './unwritable.ts';

/** The failures that are known, read from a file and, with `--update-baseline`, written back. */
export class BaselineGate {
  readonly #file: string;
  /** Undefined where there is none yet, and it is to be made. */
  readonly #read: Baseline | undefined;
  readonly #updates: boolean;
  #apiVersion: ApiVersion | undefined;
  #updated: Baseline | undefined;
  #expired = 0;

  /**
   * @param read what the file holds; undefined where it is to be made
   * @throws CommandError where the file is to be written and cannot be: that is told before the run, and not after it
   */
  constructor(file: string, read: Baseline | undefined, updates: boolean) {
    this.#file = file;
    this.#read = read;
    this.#updates = updates;
    if (updates) this.#tryToWrite();
  }

  /** @throws CommandError where the failures in the file are those of the other API version */
  judging(apiVersion: ApiVersion): void {
    this.#apiVersion = apiVersion;
    if (this.#read === undefined || this.#read.apiVersion === apiVersion) return;
    throw new CommandError(
      `The baseline ${this.#file} is for ${this.#read.apiVersion}, but this run judges ${apiVersion}; keep one file for each.`,
    );
  }

  /** How a run stands; against what the file is about to say where it is updated. */
  hold(outcome: Outcome): readonly BaselineRow[] {
    const baseline = this.#read ?? { format: 1, apiVersion: this.#apiVersion ?? 'v1.0', entries: [] };
    const rows = holdAgainst(baseline, outcome);
    if (!this.#updates || outcome.isPartial) return rows;
    const reason = `recorded on ${outcome.today}; say why it is accepted`;
    this.#expired = rows.filter(({ standing }) => standing === 'expired').length;
    this.#updated = updatedBaseline(baseline, rows, outcome.findings, reason);
    return holdAgainst(this.#updated, outcome);
  }

  /**
   * Writes what has changed, if that was asked for, and gives the sentence that says so.
   *
   * @throws CommandError where the file cannot be written
   */
  save(): string | undefined {
    if (!this.#updates) return undefined;
    if (this.#updated === undefined)
      return `The baseline ${this.#file} is unchanged, because the run did not finish or made a single case only`;
    try {
      writeFileSync(this.#part, `${JSON.stringify(this.#updated, null, 2)}\n`);
      renameSync(this.#part, this.#file);
    } catch (error) {
      throw this.#unwritable(error);
    }
    const expired =
      this.#expired === 0
        ? ''
        : `; ${count(this.#expired, 'entry', 'entries')} expired and not renewed: fix the failure, or set a new "expires" by hand`;
    return `The baseline ${this.#file} now holds ${count(this.#updated.entries.length, 'known failure')}${expired}`;
  }

  get #part(): string {
    return `${this.#file}.part`;
  }

  #tryToWrite(): void {
    try {
      closeSync(openSync(this.#part, 'w'));
      rmSync(this.#part);
    } catch (error) {
      throw this.#unwritable(error);
    }
  }

  #unwritable(error: unknown): CommandError {
    return unwritable(`The baseline ${this.#file}`, error);
  }
}

/** Updates the file, if that was asked for, and says so. */
export function saveBaseline(gate: BaselineGate | undefined): void {
  const saved = gate?.save();
  if (saved !== undefined) process.stderr.write(`timecard-conformance: ${saved}.\n`);
}
