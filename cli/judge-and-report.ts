import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import type { RunConfiguration } from '../engine/configuration.ts';
import { parseReporterNames, UnknownReporterError, type ReporterName } from '../reporters/index.ts';
import { readResultLines } from '../results/read.ts';
import type { RunReport } from '../results/report.ts';
import type { RunMessage } from '../suites/channel.ts';
import { unwritable } from '../targets/recording/write-recording.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { ProgressLine } from './progress-line.ts';
import { RunRecorder } from './run-recorder.ts';
import type { SuiteRun } from './run-suites.ts';
import { redactionOf } from './without-secrets.ts';
import { writeReports } from './write-reports.ts';

/** How the outcome of a run is told. */
export interface Reporting {
  readonly names: readonly ReporterName[];
  readonly folder: string;
  readonly colour: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** What a run came to, once its reports are written. */
export interface JudgedRun {
  readonly report: RunReport;
  /** Why the target could not be judged at all; it has been told. */
  readonly obstacle: string | undefined;
}

/** The reporters that `--report` names. */
export function reporterNamesFrom(list: readonly string[] | undefined): readonly ReporterName[] {
  try {
    return parseReporterNames(list?.join(',') ?? 'terminal,json,junit');
  } catch (error) {
    if (error instanceof UnknownReporterError) throw new CommandError(error.message);
    throw error;
  }
}

/** Follows a run to its end, and writes and prints its reports. */
export async function judgeAndReport(
  configuration: RunConfiguration,
  { names, folder, colour, quiet, verbose }: Reporting,
  start: (receive: (message: RunMessage) => void) => SuiteRun,
): Promise<JudgedRun> {
  const colours = picocolors.createColors(colour && picocolors.isColorSupported);
  const recorder = openRecorder(folder, configuration);
  const progress = new ProgressLine(quiet ? undefined : process.stderr, colours);
  let broken: string | undefined;
  try {
    const redaction = redactionOf(process.env);
    const run = start((told) => {
      const message = redaction.value(told);
      recorder.receive(message);
      progress.receive(message);
    });
    const release = run.stop === undefined ? undefined : onSignals(run.stop);
    try {
      broken = await run.done;
    } finally {
      release?.();
    }
  } finally {
    progress.clear();
    recorder.close();
  }
  failIfBroken(recorder, broken, configuration.seed);
  const report = readResultLines(readFileSync(recorder.path, 'utf8'), { isOwn: true });
  const { terminal } = writeReports(report, names, folder, {
    colours,
    verbose,
    ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
  });
  // A target that cannot be judged is one sentence, and not a list of everything that was not judged.
  if (recorder.obstacle !== undefined) process.stderr.write(`timecard-conformance: ${recorder.obstacle}\n`);
  else if (!quiet) process.stdout.write(terminal);
  return { report, obstacle: recorder.obstacle };
}

function failIfBroken({ crash, complete }: RunRecorder, broken: string | undefined, seed: number): void {
  if (crash?.message.startsWith(unwritable)) throw new CommandError(`${crash.message}; make room and record again.`);
  if (crash !== undefined)
    throw new CommandError(
      `The suite itself broke: ${crash.message}. Please report this with the seed ${seed}.\n${crash.stack}`,
      exitCodes.inconclusive,
    );
  if (!complete)
    throw new CommandError(
      `The suites ended without a result (${broken ?? 'no reason was given'}); please report this with the seed ${seed}.`,
      exitCodes.inconclusive,
    );
}

function openRecorder(folder: string, configuration: RunConfiguration): RunRecorder {
  try {
    return new RunRecorder(join(folder, 'results.ndjson'), configuration);
  } catch (error) {
    throw new CommandError(
      `The report folder ${folder} cannot be written: ${error instanceof Error ? error.message : 'no reason was given'}.`,
    );
  }
}

/** The first signal ends the run after the current case, with its clean-up; the second ends the process at once. */
function onSignals(stop: () => void): () => void {
  let asked = false;
  const onSignal = (): void => {
    if (asked) process.exit(exitCodes.interrupted);
    asked = true;
    process.stderr.write('timecard-conformance: interrupted; cleaning up. Interrupt again to end at once.\n');
    stop();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
}
