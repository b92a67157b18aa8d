import { rmSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import type { RunConfiguration } from '../engine/configuration.ts';
import {
  parseReporterNames,
  reporters,
  UnknownReporterError,
  usualReporters,
  type ReporterName,
} from '../reporters/index.ts';
import type { RunReport } from '../results/report.ts';
import type { RunMessage } from '../engine/run-message.ts';
import { saveBaseline, type BaselineGate } from './baseline-gate.ts';
import type { LockGate } from './lock-gate.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { interruption } from './interruption.ts';
import { ProgressLine } from './progress-line.ts';
import { ReportFolder } from './report-folder.ts';
import { RunRecorder } from './run-recorder.ts';
import type { EngineRun } from './run-engine.ts';
import { redactionOf, sentenceWithoutSecrets } from './without-secrets.ts';
import { unwritable } from './unwritable.ts';
import { printed } from './printed.ts';
import { writeReports } from './write-reports.ts';

/** How the outcome of a run is told. */
export interface Reporting {
  readonly names: readonly ReporterName[];
  readonly folder: string;
  readonly colour: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The failures that are known. */
  readonly baseline?: BaselineGate | undefined;
  /** What the server did before. */
  readonly lock?: LockGate | undefined;
}

/** What a run came to, once its reports are written. */
export interface JudgedRun {
  readonly report: RunReport;
  /** Why the target could not be judged at all; it has been told. */
  readonly obstacle: string | undefined;
  readonly exitCode: ExitCode;
}

/** The reporters that `--report` names. */
export function reporterNamesFrom(list: readonly string[] | undefined): readonly ReporterName[] {
  try {
    return parseReporterNames((list ?? usualReporters).join(','));
  } catch (error) {
    if (error instanceof UnknownReporterError) throw new CommandError(error.message);
    throw error;
  }
}

/** Follows a run to its end, and writes and prints its reports. */
export async function judgeAndReport(
  configuration: RunConfiguration,
  reporting: Reporting,
  start: (receive: (message: RunMessage) => void) => EngineRun,
): Promise<JudgedRun> {
  const folder = new ReportFolder(reporting.folder);
  try {
    const recorder = openRecorder(reporting, configuration);
    await follow(recorder, reporting, start);
    return tell(recorder, whatBroke(recorder, configuration.seed), reporting);
  } finally {
    folder.release();
  }
}

/** Writes down what a run reports until it is over. */
async function follow(
  recorder: RunRecorder,
  { names, folder, colour, quiet }: Reporting,
  start: (receive: (message: RunMessage) => void) => EngineRun,
): Promise<void> {
  const progress = new ProgressLine(quiet ? undefined : process.stderr, coloursFor(colour));
  const redaction = redactionOf(process.env);
  try {
    let stop: EngineRun['stop'];
    const run = start((told) => {
      const message = redaction.value(told);
      recorder.receive(message);
      progress.receive(message);
      // From here on what lies in the folder is of this run.
      if (message.kind === 'target') dropReports(names, folder);
      if (recorder.fault !== undefined) stop?.('the results cannot be written any more');
    });
    stop = run.stop;
    if (stop !== undefined) {
      interruption.handle(() => {
        if (run.stop?.() === true)
          process.stderr.write('timecard-conformance: interrupted; cleaning up. Interrupt again to end at once.\n');
      });
    }
    await run.done;
  } finally {
    progress.clear();
    recorder.close();
  }
}

/** Writes and prints the reports: also of a run that broke, as far as it came. */
function tell(recorder: RunRecorder, fault: string | undefined, reporting: Reporting): JudgedRun {
  const { names, folder, colour, quiet, verbose, lock } = reporting;
  const report = recorder.report();
  if (report === undefined)
    throw new CommandError(recorder.fault ?? fault ?? 'The run ended without a result.', exitCodes.fault);
  const options = {
    colours: coloursFor(colour),
    verbose,
    ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
  };
  const { terminal, fault: unwritten } = writeReports(report, names, folder, options);
  // A target that cannot be judged is one sentence, and not a list of everything that was not judged.
  if (recorder.obstacle !== undefined) process.stderr.write(`timecard-conformance: ${recorder.obstacle}\n`);
  else if (!quiet) process.stdout.write(terminal + printed(lock?.text(options) ?? ''));
  const said = recorder.fault ?? fault ?? unwritten?.message ?? whyNotTrusted(report);
  if (said !== undefined) process.stderr.write(`timecard-conformance: ${sentenceWithoutSecrets(said)}\n`);
  if (said === undefined) {
    saveBaseline(reporting.baseline);
    const saved = reporting.lock?.save(report.footer.stopped);
    if (saved !== undefined) process.stderr.write(`timecard-conformance: ${saved}.\n`);
  }
  return { report, obstacle: recorder.obstacle, exitCode: codeOf(report, said !== undefined) };
}

/** Why the run has no verdict that could be trusted, where it knew that itself. */
function whyNotTrusted({ footer: { exitCode, stopped = 'no reason was given' } }: RunReport): string | undefined {
  const isTrusted = exitCode !== exitCodes.fault && exitCode !== exitCodes.refused;
  return isTrusted ? undefined : `${stopped}.`;
}

/** A fault that came after the footer was written outweighs what that says; see `exitCode`. */
function codeOf({ footer }: RunReport, isFaulty: boolean): ExitCode {
  const code = footer.exitCode as ExitCode;
  const isMorePressing = code === exitCodes.refused || code === exitCodes.leftBehind || code === exitCodes.usage;
  return isFaulty && !isMorePressing ? exitCodes.fault : code;
}

function whatBroke({ crash, complete }: RunRecorder, seed: number): string | undefined {
  if (crash?.isOfTheDisk === true) return `${crash.message}.`;
  if (crash !== undefined) return `The suite itself broke: ${crash.message}. Please report this with the seed ${seed}.`;
  return complete ? undefined : `The run ended without a result; please report this with the seed ${seed}.`;
}

function openRecorder({ folder, baseline, lock }: Reporting, configuration: RunConfiguration): RunRecorder {
  try {
    return new RunRecorder(join(folder, 'results.ndjson'), configuration, baseline, lock);
  } catch (error) {
    throw unwritable(`The report folder ${folder}`, error);
  }
}

/** Removes the reports of an earlier run: after one that was cut off they would be taken for its own. */
function dropReports(names: readonly ReporterName[], folder: string): void {
  for (const name of names) {
    const { file } = reporters[name];
    try {
      if (file !== undefined) rmSync(join(folder, file), { force: true });
    } catch {
      // It is replaced at the end, or that fails and is said then.
    }
  }
}

function coloursFor(colour: boolean): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(colour && picocolors.isColorSupported);
}
