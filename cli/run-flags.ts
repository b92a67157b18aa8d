import type { Command } from 'commander';
import { defaultConfiguration, type RunConfiguration } from '../engine/configuration.ts';
import { isInCi } from './is-in-ci.ts';
import { baselineFrom } from './read-baseline.ts';
import { lockFrom } from './read-lock.ts';
import { refuseUnusableTokens, UnusableToken } from '../targets/tokens.ts';
import { CommandError } from './command-error.ts';
import { readConfigurationFile } from './config-file.ts';
import { journalFolders } from '../targets/ledger/journal-folders.ts';
import { asLastFailed } from './last-failed.ts';
import type { LiveSignIn } from './live-sign-in.ts';
import { reporterNamesFrom, type Reporting } from './judge-and-report.ts';
import { configurationFrom } from './run-configuration.ts';
import { liveSettings, liveSignIn } from './live-keys.ts';
import { gather } from './gather-settings.ts';
import { addFlags, type GivenSettings, type SettingName } from './settings.ts';
import type { ServerToStart } from './started-server.ts';
import { traceTo } from './trace-to.ts';
import { waitForServer } from './wait-for-server.ts';

/** What the flags, the environment and the configuration file say together. */
export interface RunFlags {
  readonly configuration: RunConfiguration;
  /** How to sign in to the live tenant that is to be judged, if one is. */
  readonly live?: LiveSignIn;
  readonly reporting: Reporting;
  /** How the server under test is started, if it is this command that does it. */
  readonly start?: ServerToStart;
  readonly dryRunOnly: boolean;
}

/** Gives a command everything that `run` can be told. */
export function addRunFlags(command: Command, told?: Readonly<Partial<Record<SettingName, string>>>): Command {
  return addConfigFlag(addFlags(command, told));
}

export function addConfigFlag(command: Command): Command {
  return command.option(
    '--config <file>',
    'configuration file (default: timecard-conformance.config.{ts,mjs,js,json})',
  );
}

/**
 * Reads the flags of a command that takes them, with all that stands behind them.
 *
 * @param adjust what the command makes of the settings, such as values where nobody gave any
 */
export async function readRunFlags(
  flags: Readonly<Record<string, unknown>>,
  adjust: (said: GivenSettings) => GivenSettings = (said) => said,
): Promise<RunFlags> {
  const named = flags['config'] ?? (process.env['TIMECARD_CONFIG'] || undefined);
  const file = await readConfigurationFile(typeof named === 'string' ? named : undefined, process.cwd());
  const said = asLastFailed(adjust(gather(flags, process.env, file)));
  const live = liveSettings(said, file);
  const given = live?.given ?? said;
  const dryRunOnly = given.dryRun === true;
  refuseTokens();
  const baseline = baselineFrom(given, process.env);
  baseline?.judging(given.apiVersion ?? defaultConfiguration.apiVersion);
  const reporting: Reporting = {
    names: reporterNamesFrom(given.report),
    folder: given.reportDir ?? 'conformance-report',
    colour: given.noColor !== true,
    quiet: given.quiet === true,
    verbose: given.verbose === true,
    baseline,
    lock: lockFrom(given, process.env),
  };
  const start = serverToStart(given, reporting.folder);
  const trace = dryRunOnly ? undefined : traceTo(given.trace);
  const configuration = dryRunOnly ? configurationFrom(given) : configurationToRun(given);
  // Last, so that no slip costs a wait.
  if (start === undefined && given.wait !== undefined && given.baseUrl !== undefined && !dryRunOnly)
    await waitForServer(given.baseUrl, given.wait);
  return {
    ...(live === undefined ? {} : { live: liveSignIn(live, configuration, file) }),
    configuration: {
      ...configuration,
      ...(live === undefined ? {} : { live: live.tenant }),
      ...(trace === undefined ? {} : { trace }),
    },
    reporting,
    ...(start === undefined ? {} : { start }),
    dryRunOnly,
  };
}

/** Milliseconds that a server may take to come up where nothing else is said. */
const usualWait = 30_000;

function serverToStart(
  { start: command, baseUrl, wait, live }: GivenSettings,
  folder: string,
): ServerToStart | undefined {
  if (command === undefined) return undefined;
  if (live === true)
    throw new CommandError('--start starts a server, and --live judges a tenant; leave one of them out.');
  if (baseUrl === undefined)
    throw new CommandError('--start needs --base-url, the address at which the server that it starts can be reached.');
  return { command, baseUrl, longest: wait ?? usualWait, folder };
}

/** The configuration of a run that sends something: it says which server is meant, and where its cards are written down. */
export function configurationToRun(given: GivenSettings): RunConfiguration {
  const configuration = configurationFrom(given);
  refuseUnsaidReference(given, process.env);
  // The embedded server's cards end with this process: there is nothing to write down.
  return given.baseUrl === undefined
    ? configuration
    : { ...configuration, journalFolders: journalFolders(process.env) };
}

/** @throws CommandError where a variable holds a token that no request could carry */
export function refuseTokens(): void {
  try {
    refuseUnusableTokens(process.env);
  } catch (error) {
    throw error instanceof UnusableToken ? new CommandError(error.message) : error;
  }
}

/** A gate whose address got lost must not be green because it judged what comes with this package. */
function refuseUnsaidReference({ baseUrl, reference }: GivenSettings, environment: NodeJS.ProcessEnv): void {
  if (baseUrl !== undefined || reference === true || !isInCi(environment)) return;
  throw new CommandError(
    'No server is given, and CI is set: give --base-url, or --reference to judge the embedded reference server.',
  );
}
