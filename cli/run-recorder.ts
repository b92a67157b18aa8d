import { readFileSync } from 'node:fs';
import type { RunConfiguration } from '../engine/configuration.ts';
import type { RunEnd } from '../engine/event.ts';
import type { BaselineRow } from '../results/baseline.ts';
import type { BaselineGate } from './baseline-gate.ts';
import type { LockGate } from './lock-gate.ts';
import type { AnyFinding } from '../judgements/finding.ts';
import { comparableRun } from '../results/diff/comparable-run.ts';
import type { LockStanding, ResultLine, RunHeader } from '../results/line.ts';
import { observationLine } from '../results/observation-line.ts';
import { readResultLines } from '../results/read.ts';
import type { RunReport } from '../results/report.ts';
import { serialise } from '../results/serialise.ts';
import { openResultStream, type ResultStream } from '../results/stream.ts';
import type { CrashMessage, RunMessage } from '../engine/run-message.ts';
import { footerOf } from './footer-of.ts';
import { headerOf } from './header-of.ts';
import { reasonOf } from './unwritable.ts';

/** Turns what the suites report into the result stream, line by line as it comes. */
export class RunRecorder {
  readonly path: string;
  readonly #stream: ResultStream;
  readonly #configuration: RunConfiguration;
  readonly #startedAt = new Date();
  /** What the disk did not take. */
  readonly #unwritten: ResultLine[] = [];
  crash: CrashMessage | undefined;
  obstacle: string | undefined;
  /** Why the stream could not be written to its end, as a sentence. */
  fault: string | undefined;
  complete = false;
  readonly #gate: BaselineGate | undefined;
  readonly #lock: LockGate | undefined;
  #header: RunHeader | undefined;
  readonly #findings: AnyFinding[] = [];

  constructor(path: string, configuration: RunConfiguration, gate?: BaselineGate, lock?: LockGate) {
    this.#gate = gate;
    this.#lock = lock;
    this.path = path;
    this.#configuration = configuration;
    this.#stream = openResultStream(path);
  }

  receive(message: RunMessage): void {
    switch (message.kind) {
      case 'target':
        return this.#write(headerOf(this.#configuration, message, this.#startedAt));
      case 'phase':
        return this.#write({ ...message });
      case 'violation':
      case 'finding':
        this.#findings.push(message.finding);
        return this.#write({ kind: message.kind, finding: message.finding });
      case 'end':
        return this.#end(message.end);
      case 'obstacle':
        this.obstacle = message.sentence;
        return undefined;
      case 'crash':
        this.crash = message;
        return undefined;
      case 'case':
      case 'shrinking':
        return undefined;
    }
  }

  close(): void {
    this.#stream.close();
  }

  /** All that was reported so far; undefined where it is not even known what was to be judged. */
  report(): RunReport | undefined {
    if (this.#header === undefined) return undefined;
    const written = this.#unwritten[0]?.kind === 'header' ? '' : this.#readBack();
    if (written === undefined) return undefined;
    const text = `${written}${this.#unwritten.map((line) => `${serialise(line)}\n`).join('')}`;
    return readResultLines(text, { isOwn: true, allowCutOff: true });
  }

  #readBack(): string | undefined {
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      this.fault ??= `The results ${this.path} cannot be read back (${reasonOf(error)}); run again.`;
      return undefined;
    }
  }

  /** Once the disk has refused a line, the others are kept here: a stream with a gap would be none. */
  #write(line: ResultLine): void {
    if (line.kind === 'header') this.#header = line;
    if (this.fault === undefined) {
      try {
        return this.#stream.write(line);
      } catch (error) {
        this.fault = `The results ${this.path} cannot be written any further (${reasonOf(error)}); free some disk space and run again.`;
      }
    }
    this.#unwritten.push(line);
  }

  #end(end: RunEnd): void {
    for (const row of end.observations) this.#write(observationLine(row));
    for (const row of end.unseen) this.#write({ kind: 'unseen', ...row });
    for (const row of end.answers) this.#write({ kind: 'answers', ...row });
    for (const verdict of end.verdicts) this.#write({ kind: 'verdict', verdict });
    const { strict } = this.#configuration;
    const durationMs = Date.now() - this.#startedAt.getTime();
    const standing = this.#standingAt(end, strict);
    const settings = { strict, durationMs, isFault: this.fault !== undefined, lock: this.#lockStandingAt(end) };
    this.#write(footerOf(end, standing === undefined ? settings : { ...settings, baseline: standing }));
    this.complete = true;
  }

  #standingAt({ verdicts, stopped }: RunEnd, strict: boolean): readonly BaselineRow[] | undefined {
    const today = this.#startedAt.toISOString().slice(0, 10);
    const { path, effort } = this.#configuration;
    const isPartial = stopped !== undefined || path !== undefined || effort === 'quick';
    return this.#gate?.hold({ verdicts, findings: this.#findings, strict, today, isPartial });
  }

  #lockStandingAt({ longestLag, stopped, ...end }: RunEnd): LockStanding | undefined {
    if (this.#header === undefined) return undefined;
    const footer = { longestLag, ...(stopped === undefined ? {} : { stopped }) };
    const report = { header: this.#header, findings: this.#findings, ...end, footer };
    return this.#lock?.hold(comparableRun(report));
  }
}
