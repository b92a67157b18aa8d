import { closeSync, openSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import type { RunConfiguration } from '../engine/configuration.ts';
import type { TokenSupply } from '../targets/live/token-supply.ts';
import { makeFolder } from '../targets/make-folder.ts';
import type { RunMessage } from '../engine/run-message.ts';
import type { RecordedSettings } from '../targets/recording/format.ts';
import { dropAbandoned, dropRecording, keepRecording, partOf } from '../targets/recording/write-recording.ts';
import { CommandError } from './command-error.ts';
import { dryRun } from './dry-run.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { judgeAndReport, type Reporting } from './judge-and-report.ts';
import { tellLeftBehind } from './left-behind.ts';
import { runOnTenant } from './live-run.ts';
import { addRunFlags, readRunFlags } from './run-flags.ts';
import { withServer } from './started-server.ts';
import { readRecordingFile } from './recording-file.ts';
import { runEngine } from './run-engine.ts';
import { suiteVersion } from './suite-version.ts';
import { unwritable } from './unwritable.ts';

/** `record FILE`: a run that is kept, to be replayed. */
export function recordCommand(): Command {
  const command = new Command('record')
    .description('run, and save a recording that "replay" judges again offline')
    .argument('<file>', 'where to write the recording; an earlier one is replaced when the run ends');
  return addRunFlags(command).action(async (file: string, flags: Readonly<Record<string, unknown>>) => {
    const { configuration, reporting, dryRunOnly, live, start } = await readRunFlags(flags);
    const { baseUrl } = configuration;
    if (dryRunOnly) process.stdout.write(await dryRun(configuration));
    else if (live !== undefined && baseUrl !== undefined) {
      const run = (supply: TokenSupply): Promise<ExitCode> => record(file, configuration, reporting, supply);
      // Before anybody signs in for nothing.
      prepare(file);
      try {
        process.exitCode = await runOnTenant({ ...configuration, baseUrl }, live, reporting.quiet, run);
      } finally {
        dropRecording(file);
      }
    } else {
      tellLeftBehind(configuration);
      process.exitCode = await withServer(start, () => record(file, configuration, reporting));
    }
  });
}

async function record(
  file: string,
  given: RunConfiguration,
  reporting: Reporting,
  supply?: TokenSupply,
): Promise<ExitCode> {
  prepare(file);
  const today = Date.now();
  const configuration: RunConfiguration = {
    ...given,
    today,
    record: {
      part: partOf(file),
      suiteVersion,
      startedAt: new Date(today).toISOString(),
      settings: recordedSettings(given),
    },
  };
  let kept = false;
  try {
    const { exitCode, obstacle } = await judgeAndReport(configuration, reporting, (receive) =>
      runEngine(configuration, namingTheServer(given.baseUrl, receive), supply),
    );
    const why = whyNotKept(exitCode, obstacle);
    if (why === undefined) {
      const { interactions } = readRecordingFile(partOf(file));
      keep(file);
      kept = true;
      if (!reporting.quiet) process.stdout.write(`recorded ${interactions.length} requests in ${file}\n`);
    } else process.stderr.write(`timecard-conformance: ${why}, so nothing was recorded in ${file}.\n`);
    return exitCode;
  } finally {
    if (!kept) dropRecording(file);
  }
}

function whyNotKept(exitCode: ExitCode, obstacle: string | undefined): string | undefined {
  if (exitCode === exitCodes.interrupted) return 'the run was interrupted';
  if (exitCode === exitCodes.fault || exitCode === exitCodes.refused) return 'the run did not finish';
  return obstacle === undefined ? undefined : 'nothing could be judged';
}

function keep(file: string): void {
  try {
    keepRecording(file);
  } catch (error) {
    throw unwritable(`The recording ${file}`, error);
  }
}

/** Whoever records knows the address, and needs it to put right what keeps the server from being judged. */
function namingTheServer(
  baseUrl: string | undefined,
  receive: (message: RunMessage) => void,
): (message: RunMessage) => void {
  let pseudonym: string | undefined;
  return (message) => {
    if (message.kind === 'target') pseudonym = message.target.baseUrl;
    if (message.kind !== 'obstacle' || pseudonym === undefined || baseUrl === undefined) return receive(message);
    receive({ ...message, sentence: message.sentence.replaceAll(pseudonym, baseUrl) });
  };
}

/** Finds out before the run, and not after it, whether a recording can be written there. */
function prepare(file: string): void {
  let there: Stats | undefined;
  try {
    there = statSync(file, { throwIfNoEntry: false });
    if (there === undefined || there.isFile()) {
      makeFolder(dirname(file));
      dropAbandoned(file);
      closeSync(openSync(partOf(file), 'w'));
    }
  } catch (error) {
    throw unwritable(`The recording ${file}`, error);
  }
  if (there?.isDirectory() === true)
    throw new CommandError(`${file} is a directory; name a file in it, such as ${file.replace(/\/$/, '')}/run.json.`);
  if (there?.isFile() === true && there.size > 0) refuseOtherFile(file);
  // A recording takes the place of what is there: whoever may do that would be left without a device.
  if (there?.isFile() === false) throw new CommandError(`${file} is not a regular file; name one.`);
}

/** An earlier recording is replaced, and nothing else: a slip in the name must not cost somebody a file. */
function refuseOtherFile(file: string): void {
  try {
    readRecordingFile(file);
  } catch {
    dropRecording(file);
    throw new CommandError(`${file} exists already and is not a recording; name another file.`);
  }
}

/** What shapes the traffic and is not said by the target. */
function recordedSettings(configuration: RunConfiguration): RecordedSettings {
  const { seed, effort, numRuns, suites, requirements, excluded, path, bail, strict } = configuration;
  const { maxRequests, maxTime, rate, requestTimeout, maxResponseSize } = configuration;
  return {
    seed,
    effort,
    numRuns,
    suites,
    ...(requirements === undefined ? {} : { requirements }),
    ...(excluded === undefined ? {} : { excluded }),
    ...(path === undefined ? {} : { path }),
    bail,
    strict,
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(maxTime === undefined ? {} : { maxTime }),
    ...(rate === undefined ? {} : { rate }),
    requestTimeout,
    maxResponseSize,
  };
}
