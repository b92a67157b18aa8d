import type { Command } from 'commander';
import { CommandError } from './command-error.ts';
import * as parse from './parse-values.ts';

/** One setting: its flag, its variable and its key in the configuration file all follow from its name. */
interface Setting<T> {
  readonly describe: string;
  /** What the flag takes, e.g. `url`; a setting without it is a switch. */
  readonly takes?: string;
  /** May be given several times, and as a comma-separated list. */
  readonly many?: true;
  readonly parse: parse.Parse<T>;
}

/** Everything that `run` can be told, in the order of its help. */
export const settings = {
  baseUrl: {
    describe: 'server to judge, without the API version; the embedded reference server if left out',
    takes: 'url',
    parse: parse.baseUrl,
  },
  apiVersion: { describe: 'v1.0, the default, or beta', takes: 'version', parse: parse.apiVersion },
  teamId: { describe: 'team whose time clock is used', takes: 'id', parse: parse.text },
  otherTeamId: { describe: 'a second team', takes: 'id', parse: parse.text },
  userId: {
    describe: 'user id of the caller; read from TIMECARD_TOKEN if it is a JWT',
    takes: 'id',
    parse: parse.text,
  },
  onBehalfOfUserId: { describe: 'a second user of the team', takes: 'id', parse: parse.text },
  suite: {
    describe:
      'judge only these suites: create, clockIn, clockOut, breaks, confirm, replace, reading, isolation, races, protocol, shapes',
    takes: 'name',
    many: true,
    parse: parse.suite,
  },
  requirement: {
    describe: 'judge only these requirements: an id or a pattern such as TC-CLOCKIN-*',
    takes: 'id',
    many: true,
    parse: parse.text,
  },
  seed: { describe: 'everything random follows from it; drawn anew if left out', takes: 'number', parse: parse.seed },
  path: { describe: 'make one case again, as a finding printed it (with --seed)', takes: 'path', parse: parse.path },
  numRuns: { describe: 'random cases to try', takes: 'number', parse: parse.numRuns },
  maxRequests: { describe: 'stop after so many requests', takes: 'number', parse: parse.maxRequests },
  maxTime: { describe: 'stop after so long, e.g. 90s or 10m', takes: 'duration', parse: parse.duration },
  rate: { describe: 'requests per second at most', takes: 'number', parse: parse.rate },
  requestTimeout: { describe: 'longest wait for one answer', takes: 'duration', parse: parse.duration },
  maxResponseSize: { describe: 'longest answer that is read', takes: 'size', parse: parse.size },
  ca: { describe: 'PEM file of a certificate authority to trust', takes: 'file', parse: parse.text },
  strict: { describe: 'a SHOULD that does not hold fails the run', parse: parse.flag },
  bail: { describe: 'stop at the first MUST that does not hold', parse: parse.flag },
  dryRun: { describe: 'print what would be sent, and send nothing', parse: parse.flag },
  report: { describe: 'reports to write: terminal, json, junit', takes: 'names', many: true, parse: parse.text },
  reportDir: { describe: 'folder for the reports', takes: 'folder', parse: parse.text },
  quiet: { describe: 'print nothing but errors', parse: parse.flag },
  verbose: { describe: 'print observations, every source and every finding in full', parse: parse.flag },
} as const satisfies Record<string, Setting<unknown>>;

/** What a configuration file says, not parsed yet. */
export interface ConfigurationFile {
  /** As the user knows it, for messages. */
  readonly path: string;
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

const descriptions = Object.fromEntries(names.map((name) => [name, settings[name].describe]));

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

/** Puts the sources together: flag before environment before configuration file. Every value is parsed, used or not. */
export function gather(
  flags: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv,
  file: ConfigurationFile,
): GivenSettings {
  const gathered: Record<string, unknown> = {};
  for (const name of names) {
    const fromFlag = read(name, flags[name], flagOf(name));
    const fromVariable = read(name, environment[variableOf(name)] || undefined, variableOf(name));
    const fromFile = read(name, file.values[name], `${name} in ${file.path}`);
    const value = fromFlag ?? fromVariable ?? fromFile;
    if (value !== undefined) gathered[name] = value;
  }
  return gathered;
}

function read(name: SettingName, value: unknown, source: string): unknown {
  if (value === undefined || value === null) return undefined;
  const setting: Setting<unknown> = settings[name];
  const values = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return String(one);
    throw new CommandError(`${source} is no text, number or switch; see the README for what it takes.`);
  });
  if (setting.many) return values.flatMap((one) => one.split(',')).map((one) => setting.parse(one.trim(), source));
  if (values.length > 1) throw new CommandError(`${source} is a list; give one value.`);
  return values.map((one) => setting.parse(one, source))[0];
}
