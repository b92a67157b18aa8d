import { Command } from 'commander';
import { chosenClientRows, clientReporting, excludedClientRows, type ClientSettings } from './client-settings.ts';
import { CommandError } from './command-error.ts';
import { readConfigurationFile } from './config-file.ts';
import { hintOf } from './nearest.ts';
import { duration, memory } from './parse-values.ts';
import { gather } from './gather-settings.ts';
import { addFlags, settings, type GivenSettings } from './settings.ts';
import { hosts, type Host } from '../clients/scene.ts';
import { judgeDriver } from './judge-driver.ts';
import { baselineFrom } from './read-baseline.ts';
import { readExpected } from './expected-failures.ts';
import { replayTranscript } from './replay-transcript.ts';
import { selfTest } from './self-test.ts';

/** `client -- COMMAND…`: judges a client library through its driver; with --replay a transcript of it, offline. */
export function clientCommand(): Command {
  const command = new Command('client')
    .description('judge a client library through a driver that you write: client -- COMMAND ARGUMENTS…')
    .argument('[command...]', 'starts the driver')
    .option('--host <host>', `where the library believes the service to be: ${hosts.join(', ')}`, 'loopback')
    .option('--expected <file>', 'JSON file of known failures: requirement id → URL of the issue')
    .option('--record <file>', 'save a transcript, which --replay judges again offline')
    .option('--replay <file>', 'judge a transcript; no driver is started')
    .option('--config <file>', 'configuration file; of it, only the reasons in exclude are for a client')
    .option('--self-test', 'judge the driver itself, not its library')
    .option('--driver-timeout <duration>', 'longest wait for one answer from the driver', '60s')
    .option('--driver-memory <size>', 'most memory that the driver may use', '1500mb')
    .option('--no-color', 'no colours');
  return addFlags(command, {
    requirement: settings.requirement.describe,
    exclude: settings.exclude.describe,
    seed: 'seed for everything random; 1 if left out',
    strict: settings.strict.describe,
    baseline: settings.baseline.describe,
    updateBaseline: settings.updateBaseline.describe,
    report: settings.report.describe,
    reportDir: settings.reportDir.describe,
    quiet: settings.quiet.describe,
    verbose: settings.verbose.describe,
  }).action(async (words: readonly string[], flags: Flags) => {
    const given = gather(flags, process.env, { path: 'no file', values: {} });
    const reasons = given.exclude === undefined ? await exclusionsInFile(flags) : undefined;
    const excluded = excludedClientRows(given.exclude ?? reasons, given.exclude === undefined);
    process.exitCode = await client(words, flags, { ...settingsFrom(given, flags), excluded });
  });
}

interface Flags extends Readonly<Record<string, unknown>> {
  readonly host: string;
  readonly config?: string;
  readonly expected?: string;
  readonly record?: string;
  readonly replay?: string;
  readonly selfTest?: true;
  readonly driverTimeout: string;
  readonly driverMemory: string;
  readonly color: boolean;
}

function client(words: readonly string[], { replay, selfTest: tested }: Flags, told: ClientSettings): Promise<number> {
  if (replay !== undefined) {
    if (words.length > 0 || tested || told.record !== undefined)
      throw new CommandError(
        '--replay judges a transcript and starts no driver; leave the command, --record and --self-test out.',
      );
    return replayTranscript(replay, told);
  }
  if (words.length === 0)
    throw new CommandError(
      'client needs the command that starts a driver: timecard-conformance client -- node driver.mjs',
    );
  return tested ? selfTest(words, told) : judgeDriver(words, told);
}

/** Of a configuration file, which is about a server, a client has the exclusions with their reasons and nothing else. */
async function exclusionsInFile({ config }: Flags): Promise<GivenSettings['exclude']> {
  const named = config ?? (process.env['TIMECARD_CONFIG'] || undefined);
  const { path, values } = await readConfigurationFile(named, process.cwd());
  return gather({}, {}, { path, values: { exclude: values['exclude'] } }).exclude;
}

function settingsFrom(given: GivenSettings, flags: Flags): Omit<ClientSettings, 'excluded'> {
  if (flags.expected !== undefined && given.baseline !== undefined)
    throw new CommandError('--expected and --baseline both list known failures; keep all of them in one of the files.');
  const baseline = baselineFrom(given, process.env);
  baseline?.judging('v1.0');
  return {
    baseline,
    host: hostNamed(flags.host),
    seed: given.seed ?? 1,
    chosen: chosenClientRows(given.requirement),
    strict: given.strict === true,
    expected: flags.expected === undefined ? new Map() : readExpected(flags.expected),
    record: flags.record,
    patience: duration(flags.driverTimeout, '--driver-timeout'),
    mostMemory: memory(flags.driverMemory, '--driver-memory'),
    reporting: clientReporting(given, flags.color),
  };
}

function hostNamed(name: string): Host {
  const found = hosts.find((one) => one === name);
  if (found !== undefined) return found;
  throw new CommandError(`Unknown host '${name}'${hintOf(name, hosts)} Choose from ${hosts.join(', ')}.`);
}
