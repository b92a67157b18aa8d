import { Command } from 'commander';
import { join } from 'node:path';
import picocolors from 'picocolors';
import type { RunConfiguration } from '../engine/configuration.ts';
import { parseReporterNames, UnknownReporterError, type ReporterName } from '../reporters/index.ts';
import { readResultLines } from '../results/read.ts';
import { readFileSync } from 'node:fs';
import { CommandError } from './command-error.ts';
import { readConfigurationFile } from './config-file.ts';
import { dryRun } from './dry-run.ts';
import { exitCodes } from './exit-codes.ts';
import { ProgressLine } from './progress-line.ts';
import { configurationFrom } from './run-configuration.ts';
import { runSuites } from './run-suites.ts';
import { RunRecorder } from './run-recorder.ts';
import { addFlags, gather, type GivenSettings } from './settings.ts';
import { writeReports } from './write-reports.ts';

/** `run`: judges a target and reports. */
export function runCommand(): Command {
  const command = new Command('run')
    .description('judge a target (the default command); without --base-url the embedded reference server')
    .option('--config <file>', 'configuration file; otherwise timecard-conformance.config.{ts,mjs,js,json}')
    .option('--no-color', 'no colours');
  return addFlags(command).action(async (flags: Readonly<Record<string, unknown>>) => {
    const named = flags['config'] ?? process.env['TIMECARD_CONFIG'];
    const file = await readConfigurationFile(typeof named === 'string' ? named : undefined, process.cwd());
    const given = gather(flags, process.env, file);
    const configuration = configurationFrom(given);
    const names = reportNames(given);
    if (given.dryRun === true) process.stdout.write(await dryRun(configuration));
    else process.exitCode = await perform(configuration, given, names, flags['color'] !== false);
  });
}

function reportNames({ report }: GivenSettings): readonly ReporterName[] {
  try {
    return parseReporterNames(report?.join(',') ?? 'terminal,json,junit');
  } catch (error) {
    if (error instanceof UnknownReporterError) throw new CommandError(error.message);
    throw error;
  }
}

async function perform(
  configuration: RunConfiguration,
  given: GivenSettings,
  names: readonly ReporterName[],
  colour: boolean,
): Promise<number> {
  const folder = given.reportDir ?? 'conformance-report';
  const colours = picocolors.createColors(colour && picocolors.isColorSupported);
  const recorder = openRecorder(folder, configuration);
  const progress = new ProgressLine(given.quiet === true ? undefined : process.stderr, colours);
  const run = runSuites(configuration, (message) => {
    recorder.receive(message);
    progress.receive(message);
  });
  const release = onSignals(() => run.stop());
  let broken: string | undefined;
  try {
    broken = await run.done;
  } finally {
    release();
    progress.clear();
    recorder.close();
  }
  if (recorder.crash !== undefined)
    throw new CommandError(
      `The suite itself broke: ${recorder.crash.message}. Please report this with the seed ${configuration.seed}.\n${recorder.crash.stack}`,
      exitCodes.inconclusive,
    );
  if (!recorder.complete)
    throw new CommandError(
      `The suites ended without a result (${broken ?? 'no reason was given'}); please report this with the seed ${configuration.seed}.`,
      exitCodes.inconclusive,
    );
  const report = readResultLines(readFileSync(recorder.path, 'utf8'));
  const { terminal } = writeReports(report, names, folder, {
    colours,
    verbose: given.verbose === true,
    ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
  });
  // A target that cannot be judged is one sentence, and not a list of everything that was not judged.
  if (recorder.obstacle !== undefined) process.stderr.write(`timecard-conformance: ${recorder.obstacle}\n`);
  else if (given.quiet !== true) process.stdout.write(terminal);
  return report.footer.exitCode;
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
