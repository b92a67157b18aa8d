import type { Command } from 'commander';
import { numRunsAt } from '../engine/cases/effort.ts';
import { reporterNames, usualReporters } from '../reporters/index.ts';
import * as parse from './parse-values.ts';

/** One setting: its flag, its variable and its key in the configuration file all follow from its name. */
export interface Setting<T> {
  readonly describe: string;
  /** What holds where nobody says anything, for people; a switch is off. */
  readonly otherwise?: string;
  /** What the flag takes, e.g. `url`; a setting without it is a switch. */
  readonly takes?: string;
  /** May be given several times, and as a comma-separated list. */
  readonly many?: true;
  /** A configuration file cannot say it: what it does has to be meant each time. */
  readonly notInFile?: true;
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
  start: {
    describe:
      'start the server with this command, such as "npm run mock", and stop it after the run (needs --base-url)',
    takes: 'command',
    parse: parse.text,
  },
  wait: {
    describe: 'how long to wait for the server to accept connections, e.g. 30s',
    otherwise: 'not at all; with --start 30s',
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
    notInFile: true,
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
  exclude: {
    describe: 'do not judge these requirements: an id or a pattern; the configuration file gives a reason with each',
    takes: 'id',
    many: true,
    parse: parse.exclusion,
  },
  seed: { describe: 'seed for everything random', otherwise: 'random', takes: 'number', parse: parse.seed },
  path: { describe: 'repeat one case, as printed with a finding (with --seed)', takes: 'path', parse: parse.path },
  effort: {
    describe: 'how long to search: quick (some 150 requests), normal (2,000) or thorough (7,000)',
    otherwise: 'normal',
    takes: 'effort',
    parse: parse.effort,
  },
  numRuns: {
    describe: 'random cases to try; a quick run makes none',
    otherwise: `${numRunsAt.normal}, or ${numRunsAt.thorough} of a thorough run`,
    takes: 'number',
    parse: parse.numRuns,
  },
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
  trace: {
    describe: 'write every exchange to this HAR file, with pseudonyms and without tokens; "check" reads it',
    takes: 'file',
    parse: parse.text,
  },
  lastFailed: {
    describe: 'run again what failed in the run whose results are in the report folder, with its seed',
    parse: parse.flag,
  },
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

/** Settings that a configuration file may say. */
export type NameInFiles = {
  [Name in SettingName]: (typeof settings)[Name] extends { readonly notInFile: true } ? never : Name;
}[SettingName];

export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export function variableOf(name: string): string {
  return `TIMECARD_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

export const settingNames = Object.keys(settings) as readonly SettingName[];

/** The settings that a configuration file may say. */
export const namesInFiles = settingNames.filter((name): name is NameInFiles => !('notInFile' in settings[name]));

/** What a setting is for, and what holds without it. */
export function descriptionOf(name: SettingName): string {
  const { describe, otherwise }: Setting<unknown> = settings[name];
  return otherwise === undefined ? describe : `${describe} (default: ${otherwise})`;
}

const descriptions = Object.fromEntries(settingNames.map((name) => [name, descriptionOf(name)]));

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
