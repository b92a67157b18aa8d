import { Command } from 'commander';
import picocolors from 'picocolors';
import { diffFormatNames, diffFormats, type DiffFormat } from '../reporters/diff/index.ts';
import { diffRuns } from '../results/diff/compare.ts';
import type { ComparableRun } from '../results/diff/comparable-run.ts';
import { diffExitCode } from '../results/diff/exit-code.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { readBehaviour } from './read-behaviour.ts';
import { readSeverities } from './read-severities.ts';
import { printed } from './printed.ts';
import { addRunFlags } from './run-flags.ts';
import { runDescriptions, runFlagsIn, runToCompare, type RunToCompare } from './run-to-compare.ts';
import { flagOf } from './settings.ts';

interface DiffFlags extends Readonly<Record<string, unknown>> {
  readonly format: string;
  readonly noise?: readonly string[];
  readonly severities?: string;
  readonly strict?: true;
  readonly force?: true;
  readonly verbose?: true;
  readonly color: boolean;
}

/** `diff A B`, and `diff A --base-url …`: what changed in behaviour between two runs. */
export function diffCommand(): Command {
  const command = new Command('diff')
    .description(
      'tell what changed in behaviour between two runs; exits with 1 if something breaks. Without a second file it runs now, by the flags of "run"',
    )
    .argument(
      '<before>',
      'the results.ndjson or results.json of a run, a lock, a transcript, a HAR file, or a recording',
    )
    .argument('[after]', 'the same at a later time, or for another server')
    .option('--format <name>', diffFormatNames.join(', '), 'text')
    .option(
      '--noise <file>',
      'another run against the first server: what differs between the two is ignored',
      collected,
    )
    .option(
      '--severities <file>',
      'JSON object of id or pattern → class, or none, which overrides the class given here',
    )
    .option('--strict', 'risky differences fail as well')
    .option('--force', 'compare runs whose requirements differ')
    .option('--verbose', 'list every place, and what only one run saw')
    .option('--no-color', 'no colours');
  return addRunFlags(command, runDescriptions).action(
    async (before: string, after: string | undefined, flags: DiffFlags) => {
      process.exitCode = await diff(before, after, flags);
    },
  );
}

async function diff(before: string, after: string | undefined, flags: DiffFlags): Promise<ExitCode> {
  const format = formatNamed(flags.format);
  const severities = flags.severities === undefined ? new Map() : readSeverities(flags.severities);
  const isForced = flags.force === true;
  const left = await readBehaviour(before);
  const noise = await Promise.all((flags.noise ?? []).map((file) => readNoise(file, left, isForced)));
  const { run: right, exitCode } = await secondSide(left, after, flags);
  if (right === undefined) return exitCode;
  refuseOther(left, right, isForced);
  const found = diffRuns(left, right, { noise, severities });
  const told = diffFormats[format](found, {
    colours: picocolors.createColors(flags.color && picocolors.isColorSupported),
    verbose: flags.verbose === true,
    ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
  });
  // The others are for a file: what is for a log would spoil them.
  process.stdout.write(format === 'text' ? printed(told) : told);
  return mostPressing.includes(exitCode) ? exitCode : diffExitCode(found, flags.strict === true);
}

/** What a run that was made now ends with whatever it showed; see `exitCode`. */
const mostPressing: readonly ExitCode[] = [
  exitCodes.refused,
  exitCodes.leftBehind,
  exitCodes.usage,
  exitCodes.fault,
  exitCodes.interrupted,
];

async function secondSide(left: ComparableRun, after: string | undefined, flags: DiffFlags): Promise<RunToCompare> {
  if (after === undefined) return runToCompare(flags, left);
  const [first] = runFlagsIn(flags);
  if (first !== undefined)
    throw new CommandError(
      `${flagOf(first)} is for a run that is made now, and ${after} is given as the second side; leave one of them out.`,
    );
  return { run: await readBehaviour(after), exitCode: exitCodes.conforming };
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function formatNamed(name: string): DiffFormat {
  const found = diffFormatNames.find((known) => known === name);
  if (found === undefined)
    throw new CommandError(`--format is ${JSON.stringify(name)}; give ${diffFormatNames.join(', ')}.`);
  return found;
}

/** What differs between two servers is no noise of one. */
async function readNoise(file: string, left: ComparableRun, isForced: boolean): Promise<ComparableRun> {
  const other = await readBehaviour(file);
  refuseOther(left, other, isForced);
  const isSame = left.server === other.server && left.side.apiVersion === other.side.apiVersion;
  if (!isSame && left.kind !== 'lock' && !isForced)
    throw new CommandError(
      `--noise takes another run against the first server, ${left.server} ${left.side.apiVersion}, and ${file} is about ${other.server} ${other.side.apiVersion}; give another run, or --force.`,
    );
  return other;
}

/** Runs that answer different questions have nothing to say about one change. */
function refuseOther(left: ComparableRun, right: ComparableRun, isForced: boolean): void {
  if ((left.kind === 'client') !== (right.kind === 'client'))
    throw new CommandError('One of the runs judged a server and the other a client; compare runs of one kind.');
  const isOther = left.catalogue !== undefined && right.catalogue !== undefined && left.catalogue !== right.catalogue;
  if (isOther && !isForced)
    throw new CommandError(
      `The runs were judged by different requirements (suites ${left.side.suiteVersion} and ${right.side.suiteVersion}); run both with one version, or give --force.`,
    );
}
