import { tokenVariables } from '../traffic/token-variables.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { hintOf } from './nearest.ts';
import { exclusion } from './parse-values.ts';
import {
  flagOf,
  settingNames,
  settings,
  variableOf,
  type ConfigurationFile,
  type GivenSettings,
  type Setting,
  type SettingName,
} from './settings.ts';

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
  refuseSecondKey(file);
  const gathered: Record<string, unknown> = {};
  const from = new Map<SettingName, Source>();
  for (const name of settingNames) {
    const values: Readonly<Record<Source, unknown>> = {
      flag: read(name, flagged(name, flags), flagOf(name)),
      variable: read(name, environment[variableOf(name)] || undefined, variableOf(name)),
      file:
        name === 'exclude'
          ? exclusionsIn(file.values[name], `exclude in ${file.path}`)
          : read(name, file.values[name], `${name} in ${file.path}`),
    };
    const source = sources.find((one) => values[one] !== undefined);
    if (source === undefined) continue;
    gathered[name] = values[source];
    from.set(name, source);
  }
  return oneTarget(gathered, from);
}

/** @throws CommandError with exit code 5: what takes two keys must not open by a file that lies there */
function refuseSecondKey({ path, values }: ConfigurationFile): void {
  if (values['live'] === undefined || values['live'] === null) return;
  throw new CommandError(
    `live in ${path} would make one key of two: any run in this folder would judge the tenant. Leave it out, and give --live on the command line or set TIMECARD_LIVE=true.`,
    exitCodes.refused,
  );
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
  const known = [...otherVariables, ...settingNames.map(variableOf)];
  const unknown = Object.keys(environment).find((name) => name.startsWith('TIMECARD_') && !known.includes(name));
  if (unknown === undefined) return;
  throw new CommandError(`Unknown variable ${unknown}${hintOf(unknown, known)} Correct its name, or unset it.`);
}

/** In a file each exclusion has its reason, so that it is known a year later why something is not judged. */
function exclusionsIn(value: unknown, source: string): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value))
    throw new CommandError(`${source} must give a reason for each id: { "TC-DELETE-001": "our mock has no deletes" }.`);
  return Object.entries(value).map(([pattern, because]) => {
    if (typeof because !== 'string' || because.trim() === '')
      throw new CommandError(`${source} gives no reason for ${pattern}; write one, such as "our mock has no deletes".`);
    return { ...exclusion(pattern, source), because };
  });
}

function read(name: SettingName, value: unknown, source: string): unknown {
  if (value === undefined || value === null) return undefined;
  const setting: Setting<unknown> = settings[name];
  const values = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return String(one);
    throw new CommandError(`${source} is not text, a number or a switch; see docs/settings.md for what it takes.`);
  });
  if (setting.many) return values.flatMap((one) => one.split(',')).map((one) => setting.parse(one.trim(), source));
  if (values.length > 1) throw new CommandError(`${source} is a list; give one value.`);
  return values.map((one) => setting.parse(one, source))[0];
}
