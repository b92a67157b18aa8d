import type { Command } from 'commander';
import { defaultNumRuns } from '../specs/defaults.ts';
import { tokenVariables } from '../specs/token-variables.ts';
import { reporterNames, usualReporters } from '../reporters/index.ts';
import { CommandError } from './command-error.ts';
import { hintOf } from './nearest.ts';
import * as parse from './parse-values.ts';

/** One setting: its flag, its variable and its key in the configuration file all follow from its name. */
interface Setting<T> {
  readonly describe: string;
  /** What holds where nobody says anything, for people; a switch is off. */
  readonly otherwise?: string;
  /** What the flag takes, e.g. `url`; a setting without it is a switch. */
  readonly takes?: string;
  /** May be given several times, and as a comma-separated list. */
  readonly many?: true;
  readonly parse: parse.Parse<T>;
}

/** Everything that `run` can be told, in the order of its help. */
export const settings = {
  baseUrl: {
    describe: 'server to judge, without the API version',
    otherwise: 'the embedded reference server',
    takes: 'url',
    parse: parse.baseUrl,
  },
  reference: { describe: 'judge the embedded reference server; required if CI is set', parse: parse.flag },
  wait: {
    describe: 'how long to wait for the server to accept connections, e.g. 30s',
    otherwise: 'not at all',
    takes: 'duration',
    parse: parse.duration,
  },
  apiVersion: { describe: 'v1.0 or beta', otherwise: 'v1.0', takes: 'version', parse: parse.apiVersion },
  teamId: {
    describe: 'team whose time clock is used',
    otherwise: 'the one in the documented examples',
    takes: 'id',
    parse: parse.text,
  },
  otherTeamId: { describe: 'a second team', takes: 'id', parse: parse.text },
  userId: {
    describe: 'user id of the caller',
    otherwise: 'the one in TIMECARD_TOKEN if that is a JWT',
    takes: 'id',
    parse: parse.text,
  },
  onBehalfOfUserId: { describe: 'a second user of the team', takes: 'id', parse: parse.text },
  live: {
    describe: 'judge a live tenant: the one that liveTenant in the configuration file names, and nothing else in it',
    parse: parse.flag,
  },
  auth: {
    describe: 'sign in by device-code, client-secret, certificate, github, azure-cli or default, with @azure/identity',
    otherwise: 'tokens from the environment',
    takes: 'way',
    parse: parse.auth,
  },
  suite: {
    describe:
      'judge only these suites: create, clockIn, clockOut, breaks, confirm, replace, reading, isolation, races, protocol, shapes',
    otherwise: 'all',
    takes: 'name',
    many: true,
    parse: parse.suite,
  },
  requirement: {
    describe: 'judge only these requirements: an id, or a pattern with * and ? such as TC-CLOCKIN-*',
    otherwise: 'all',
    takes: 'id',
    many: true,
    parse: parse.text,
  },
  seed: { describe: 'seed for everything random', otherwise: 'random', takes: 'number', parse: parse.seed },
  path: { describe: 'repeat one case, as printed with a finding (with --seed)', takes: 'path', parse: parse.path },
  numRuns: { describe: 'random cases to try', otherwise: `${defaultNumRuns}`, takes: 'number', parse: parse.numRuns },
  maxRequests: {
    describe: 'most requests to send, including those of the clean-up',
    otherwise: 'no limit',
    takes: 'number',
    parse: parse.maxRequests,
  },
  maxTime: {
    describe: 'stop after this time, e.g. 90s or 10m',
    otherwise: 'no limit',
    takes: 'duration',
    parse: parse.duration,
  },
  rate: { describe: 'most requests per second', otherwise: 'no limit', takes: 'number', parse: parse.rate },
  requestTimeout: {
    describe: 'longest wait for one answer',
    otherwise: '10s',
    takes: 'duration',
    parse: parse.duration,
  },
  maxResponseSize: { describe: 'largest response that is read', otherwise: '5mb', takes: 'size', parse: parse.size },
  ca: { describe: 'PEM file of a certificate authority to trust', takes: 'file', parse: parse.text },
  strict: { describe: 'a SHOULD that does not hold fails the run', parse: parse.flag },
  bail: { describe: 'stop at the first MUST that does not hold', parse: parse.flag },
  baseline: {
    describe: 'JSON file of failures that are known: they do not fail the run, new ones and those that are gone do',
    takes: 'file',
    parse: parse.text,
  },
  updateBaseline: { describe: 'write the failures of this run to the file of --baseline', parse: parse.flag },
  lock: {
    describe: 'JSON file of what the server does: a breaking difference from it fails the run',
    takes: 'file',
    parse: parse.text,
  },
  updateLock: { describe: 'write what the server does to the file of --lock', parse: parse.flag },
  dryRun: { describe: 'print what would be sent, and send nothing', parse: parse.flag },
  report: {
    describe: `reports to write: ${reporterNames.join(', ')}`,
    otherwise: usualReporters.join(','),
    takes: 'names',
    many: true,
    parse: parse.text,
  },
  reportDir: {
    describe: 'folder for the reports',
    otherwise: 'conformance-report',
    takes: 'folder',
    parse: parse.text,
  },
  quiet: { describe: 'print only errors', parse: parse.flag },
  verbose: { describe: 'print observations, every source and every finding in full', parse: parse.flag },
  noColor: { describe: 'no colours', parse: parse.flag },
} as const satisfies Record<string, Setting<unknown>>;

/** What a configuration file says, not parsed yet. */
export interface ConfigurationFile {
  /** As the user knows it, for messages. */
  readonly path: string;
  /** What may be used of a live tenant, and what gives tokens for it: not parsed, as no flag or variable can say it. */
  readonly liveTenant?: unknown;
  readonly credentials?: unknown;
  readonly values: Readonly<Record<string, unknown>>;
}

export type SettingName = keyof typeof settings;
type Value<Name extends SettingName> = ReturnType<(typeof settings)[Name]['parse']>;

/** What the user set, each value parsed; what is not set is absent. */
export type GivenSettings = {
  readonly [Name in SettingName]?: (typeof settings)[Name] extends { readonly many: true }
    ? readonly Value<Name>[]
    : Value<Name>;
};

export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export function variableOf(name: string): string {
  return `TIMECARD_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

const names = Object.keys(settings) as readonly SettingName[];

/** What a setting is for, and what holds without it. */
export function descriptionOf(name: SettingName): string {
  const { describe, otherwise }: Setting<unknown> = settings[name];
  return otherwise === undefined ? describe : `${describe} (default: ${otherwise})`;
}

const descriptions = Object.fromEntries(names.map((name) => [name, descriptionOf(name)]));

/** Adds the flags of settings to a command, each with what it says there. */
export function addFlags(
  command: Command,
  told: Readonly<Partial<Record<SettingName, string>>> = descriptions,
): Command {
  for (const [name, describe] of Object.entries(told)) {
    const setting: Setting<unknown> = settings[name as SettingName];
    const flags = setting.takes === undefined ? flagOf(name) : `${flagOf(name)} <${setting.takes}>`;
    if (setting.many)
      command.option(flags, describe, (value: string, before?: readonly string[]) => [...(before ?? []), value]);
    else command.option(flags, describe);
  }
  return command;
}

/** Where a setting may stand, the strongest first. */
const sources = ['flag', 'variable', 'file'] as const;
type Source = (typeof sources)[number];

/** Puts the sources together: flag before environment before configuration file. Every value is parsed, used or not. */
export function gather(
  flags: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv,
  file: ConfigurationFile,
): GivenSettings {
  refuseUnknownVariables(environment);
  const gathered: Record<string, unknown> = {};
  const from = new Map<SettingName, Source>();
  for (const name of names) {
    const values: Readonly<Record<Source, unknown>> = {
      flag: read(name, flagged(name, flags), flagOf(name)),
      variable: read(name, environment[variableOf(name)] || undefined, variableOf(name)),
      file: read(name, file.values[name], `${name} in ${file.path}`),
    };
    const source = sources.find((one) => values[one] !== undefined);
    if (source === undefined) continue;
    gathered[name] = values[source];
    from.set(name, source);
  }
  return oneTarget(gathered, from);
}

/** commander takes `--no-color` for the opposite of a flag `--color`. */
function flagged(name: SettingName, flags: Readonly<Record<string, unknown>>): unknown {
  return name === 'noColor' ? flags['color'] === false || undefined : flags[name];
}

/** Of an address and the wish for the embedded server the one from the stronger source holds. */
function oneTarget({ baseUrl, ...others }: GivenSettings, from: ReadonlyMap<SettingName, Source>): GivenSettings {
  if (baseUrl === undefined) return others;
  const [address, reference] = [from.get('baseUrl'), from.get('reference')];
  if (others.reference !== true || address === undefined || reference === undefined) return { baseUrl, ...others };
  if (address === reference)
    throw new CommandError('An address and --reference are both given; give only the one to judge.');
  if (sources.indexOf(reference) < sources.indexOf(address)) return others;
  return { baseUrl, ...others, reference: false };
}

/** Variables that no setting has. */
const otherVariables: readonly string[] = ['TIMECARD_CONFIG', ...Object.values(tokenVariables)];

/** A variable with a slip in its name would be passed over, and something else judged than was meant. */
function refuseUnknownVariables(environment: NodeJS.ProcessEnv): void {
  const known = [...otherVariables, ...names.map(variableOf)];
  const unknown = Object.keys(environment).find((name) => name.startsWith('TIMECARD_') && !known.includes(name));
  if (unknown === undefined) return;
  throw new CommandError(`Unknown variable ${unknown}${hintOf(unknown, known)} Correct its name, or unset it.`);
}

function read(name: SettingName, value: unknown, source: string): unknown {
  if (value === undefined || value === null) return undefined;
  const setting: Setting<unknown> = settings[name];
  const values = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return String(one);
    throw new CommandError(`${source} is not text, a number or a switch; see the README for what it takes.`);
  });
  if (setting.many) return values.flatMap((one) => one.split(',')).map((one) => setting.parse(one.trim(), source));
  if (values.length > 1) throw new CommandError(`${source} is a list; give one value.`);
  return values.map((one) => setting.parse(one, source))[0];
}
