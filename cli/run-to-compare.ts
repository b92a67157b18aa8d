import { reporters } from '../reporters/index.ts';
import { comparableRun, type ComparableRun } from '../results/diff/comparable-run.ts';
import { suiteNames } from '../engine/cases/suite.ts';
import { CommandError } from './command-error.ts';
import { dryRun } from './dry-run.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { readRunFlags } from './run-flags.ts';
import { runOnce } from './run-once.ts';
import { withServer } from './started-server.ts';
import { descriptionOf, settings, type GivenSettings, type SettingName } from './settings.ts';

/** What belongs to other gates, or to a terminal report that is not printed. */
const otherGates = ['baseline', 'updateBaseline', 'lock', 'updateLock', 'quiet'] as const satisfies SettingName[];
/** Flags that `diff` has of its own. */
const ofBoth: readonly SettingName[] = ['strict', 'verbose', 'noColor'];

/** The settings of `run` that say how the second side is run, each with its description. */
export const runDescriptions: Readonly<Partial<Record<SettingName, string>>> = Object.fromEntries(
  (Object.keys(settings) as readonly SettingName[])
    .filter((name) => !otherGates.some((other) => other === name) && !ofBoth.includes(name))
    .map((name) => [name, descriptionOf(name)]),
);

/** The flags among these that only a run can use. */
export function runFlagsIn(flags: Readonly<Record<string, unknown>>): readonly SettingName[] {
  return (Object.keys(runDescriptions) as readonly SettingName[]).filter((name) => flags[name] !== undefined);
}

/** A run that was made to be compared, or why there is none. */
export type RunToCompare =
  | { readonly run: ComparableRun; readonly exitCode: ExitCode }
  /** What there was to say has been said. */
  | { readonly run?: never; readonly exitCode: ExitCode };

/**
 * Runs the second side now, with the seed and the limits of the first where no others are given: then both send the same
 * requests.
 *
 * @throws CommandError where no server is named
 */
export async function runToCompare(
  flags: Readonly<Record<string, unknown>>,
  before: ComparableRun,
): Promise<RunToCompare> {
  const { dryRunOnly, start, ...read } = await readRunFlags(flags, (said) => likeBefore(said, before));
  if (dryRunOnly) {
    process.stdout.write(await dryRun(read.configuration));
    return { exitCode: exitCodes.conforming };
  }
  const names = read.reporting.names.filter((name) => reporters[name].file !== undefined);
  const { exitCode, judged } = await withServer(start, () =>
    runOnce({ ...read, reporting: { ...read.reporting, names } }),
  );
  if (judged === undefined || judged.obstacle !== undefined) return { exitCode };
  return { run: comparableRun(judged.report), exitCode };
}

function likeBefore(said: GivenSettings, { side, extent }: ComparableRun): GivenSettings {
  const { baseline: _, updateBaseline: __, lock: ___, updateLock: ____, ...own } = said;
  if (own.baseUrl === undefined && own.reference !== true)
    throw new CommandError('There is nothing to compare with; give a second file, --base-url, or --reference.');
  if (extent === undefined) return { apiVersion: side.apiVersion, ...own };
  const { effort, numRuns, budget = {}, suites, requirements } = extent;
  const choice =
    own.suite !== undefined || own.requirement !== undefined
      ? {}
      : {
          ...(suites.length === 0 || suites.length === suiteNames.length
            ? {}
            : { suite: suiteNames.filter((name) => suites.includes(name)) }),
          ...(requirements.length === 0 ? {} : { requirement: requirements }),
        };
  return {
    apiVersion: side.apiVersion,
    ...(side.seed === undefined ? {} : { seed: side.seed }),
    ...(effort === undefined ? {} : { effort }),
    ...(numRuns === 0 ? {} : { numRuns }),
    ...budget,
    ...choice,
    ...own,
  };
}
