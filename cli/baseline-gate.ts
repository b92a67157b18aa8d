import {
  holdAgainst,
  updatedBaseline,
  type Baseline,
  type BaselineRow,
  type BaselineRun,
} from '../results/baseline.ts';
import { count } from '../reporters/view/amounts.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { CommandError } from './command-error.ts';
import { CommittedFile } from './committed-file.ts';

/** The failures that are known, read from a file and, with `--update-baseline`, written back. */
export class BaselineGate {
  readonly #file: CommittedFile;
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
    this.#file = new CommittedFile('baseline', file);
    this.#read = read;
    this.#updates = updates;
    if (updates) this.#file.refuseUnwritable();
  }

  /** @throws CommandError where the failures in the file are those of the other API version */
  judging(apiVersion: ApiVersion): void {
    this.#apiVersion = apiVersion;
    if (this.#read === undefined || this.#read.apiVersion === apiVersion) return;
    throw new CommandError(
      `${this.#file.name} is for ${this.#read.apiVersion}, but this run judges ${apiVersion}; keep one file for each.`,
    );
  }

  /** How a run stands; against what the file is about to say where it is updated. */
  hold(outcome: BaselineRun): readonly BaselineRow[] {
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
      return `${this.#file.name} is unchanged, because the run did not finish or made a single case only`;
    this.#file.write(`${JSON.stringify(this.#updated, null, 2)}\n`);
    const expired =
      this.#expired === 0
        ? ''
        : `; ${count(this.#expired, 'entry', 'entries')} expired and not renewed: fix the failure, or set a new "expires" by hand`;
    return `${this.#file.name} now holds ${count(this.#updated.entries.length, 'known failure')}${expired}`;
  }
}

/** Updates the file, if that was asked for, and says so. */
export function saveBaseline(gate: BaselineGate | undefined): void {
  const saved = gate?.save();
  if (saved !== undefined) process.stderr.write(`timecard-conformance: ${saved}.\n`);
}
