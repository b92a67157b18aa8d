import { Command } from 'commander';
import type { RunConfiguration } from '../engine/configuration.ts';
import { efforts } from '../engine/cases/effort.ts';
import { suiteNames } from '../engine/cases/suite.ts';
import { reporterNames, usualReporters } from '../reporters/index.ts';
import { requirements } from '../specs/requirements/index.ts';
import { performRun } from '../engine/perform-run.ts';
import type { RunMessage } from '../engine/run-message.ts';
import type { Recording, RecordingHeader } from '../targets/recording/format.ts';
import { RecordingMismatch } from '../targets/recording/mismatch.ts';
import { openRecording, players, type Player } from '../targets/recording/open-recording.ts';
import { CommandError } from './command-error.ts';
import { judgeAndReport, reporterNamesFrom } from './judge-and-report.ts';
import { age } from './parse-values.ts';
import { baselineFrom } from './read-baseline.ts';
import { readRecordingFile } from './recording-file.ts';
import { descriptionOf } from './settings.ts';
import { suiteVersion } from './suite-version.ts';

interface ReplayFlags {
  readonly player: string;
  readonly maxAge?: string;
  readonly report: string;
  readonly reportDir: string;
  readonly strict?: true;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color: boolean;
}

/** `replay FILE`: judges a recording as if its server were there. Nothing reaches a network. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('judge a recording again, offline; its settings are those of the recorded run')
    .argument('<file>', 'what "record" wrote')
    .option(
      '--player <name>',
      `${players.join(' or ')}: through node:http and nock, or without, which is quicker`,
      'nock',
    )
    .option('--max-age <age>', 'refuse an older recording, e.g. 90d or 12h')
    .option(
      '--report <names>',
      `reports to write: ${reporterNames.join(', ')}; separate several with commas`,
      usualReporters.join(','),
    )
    .option('--report-dir <dir>', 'folder for the reports', 'conformance-report')
    .option('--strict', 'a SHOULD that does not hold fails the run, whatever was recorded')
    .option('--baseline <file>', descriptionOf('baseline'))
    .option('--update-baseline', descriptionOf('updateBaseline'))
    .option('--quiet', 'print only errors')
    .option('--verbose', 'print observations and every source')
    .option('--no-color', 'no colours')
    .action(async (file: string, flags: ReplayFlags) => {
      // Names first: a slip in them should not cost the reading of a long recording.
      const player = playerNamed(flags.player);
      const names = reporterNamesFrom([flags.report]);
      const maxAge = flags.maxAge === undefined ? undefined : age(flags.maxAge, '--max-age');
      const baseline = baselineFrom(flags, process.env);
      const recording = readRecordingFile(file);
      refuseDocuments(file, recording.header);
      refuseOld(file, recording.header, maxAge);
      const configuration = configurationOf(file, recording.header, flags.strict === true);
      baseline?.judging(configuration.apiVersion);
      const reporting = {
        names,
        baseline,
        folder: flags.reportDir,
        colour: flags.color,
        quiet: flags.quiet === true,
        verbose: flags.verbose === true,
      };
      try {
        const { exitCode } = await judgeAndReport(configuration, reporting, (receive) => ({
          done: play(recording, player, configuration, receive),
        }));
        process.exitCode = exitCode;
      } catch (error) {
        throw error instanceof RecordingMismatch ? whatChanged(error, file, recording.header) : error;
      }
    });
}

/** Runs in this process: there is no server whose cards would have to be cleaned up after a signal. */
async function play(
  recording: Recording,
  player: Player,
  configuration: RunConfiguration,
  receive: (message: RunMessage) => void,
): Promise<void> {
  const { target, finish } = await openRecording(recording, player);
  try {
    const receiveIfWhole = (message: RunMessage): void => {
      if (message.kind === 'end') finish();
      receive(message);
    };
    await performRun(target, configuration, receiveIfWhole, new AbortController().signal);
  } finally {
    await target.close();
  }
}

function playerNamed(name: string): Player {
  const found = players.find((known) => known === name);
  if (found === undefined) throw new CommandError(`--player is ${JSON.stringify(name)}; give ${players.join(' or ')}.`);
  return found;
}

/** Examples that a page prints follow from no seed. */
function refuseDocuments(file: string, { provenance }: RecordingHeader): void {
  if (provenance !== 'documents') return;
  throw new CommandError(`${file} holds documented examples, which no run requested; judge it with "check".`);
}

const day = 24 * 3_600_000;

function refuseOld(file: string, { startedAt }: RecordingHeader, maxAge: number | undefined): void {
  const old = Date.now() - Date.parse(startedAt);
  if (maxAge === undefined || old <= maxAge) return;
  const days = old / day;
  const said = days < 2 ? `${Math.floor(days * 24)} hours` : `${Math.floor(days)} days`;
  throw new CommandError(`${file} was recorded ${said} ago, which is more than --max-age allows; record again.`);
}

/** The settings of the recorded run. What this version has no longer is named, and not left out. */
function configurationOf(file: string, header: RecordingHeader, strict: boolean): RunConfiguration {
  const { apiVersion, people, baseUrl, startedAt } = header;
  const { requirements: chosen, excluded, ...settings } = header.settings;
  const known = <Name extends string>(kind: string, names: readonly Name[], name: string): Name => {
    const found = names.find((one) => one === name);
    if (found === undefined)
      throw new CommandError(
        `${file} was made for the ${kind} ${name}, which this version does not have; record again.`,
      );
    return found;
  };
  const ids = requirements.map(({ id }) => id);
  return {
    ...settings,
    apiVersion,
    baseUrl,
    teamId: people.teamId,
    userId: people.callerId,
    today: Date.parse(startedAt),
    effort: known('effort', efforts, settings.effort ?? 'normal'),
    suites: settings.suites.map((name) => known('suite', suiteNames, name)),
    strict: strict || settings.strict,
    ...(chosen === undefined ? {} : { requirements: chosen.map((id) => known('requirement', ids, id)) }),
    ...(excluded === undefined ? {} : { excluded }),
  };
}

function whatChanged({ message }: RecordingMismatch, file: string, header: RecordingHeader): CommandError {
  const versions =
    header.suiteVersion === suiteVersion
      ? `recorded with ${header.suiteVersion}, as this is`
      : `recorded with ${header.suiteVersion}, this is ${suiteVersion}`;
  return new CommandError(
    `${file} does not fit this run: ${message}. The suite or its settings changed since the recording (${versions}): record again.`,
  );
}
