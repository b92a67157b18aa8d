import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';
import { CommandError } from './command-error.ts';
import { hintOf } from './nearest.ts';
import { namesInFiles, settings, type ConfigurationFile } from './settings.ts';

const endings = ['ts', 'mjs', 'js', 'json'] as const;
/** A setting is also a flag and a variable; the others are the file's alone. */
const ofFiles = ['liveTenant', 'credentials', '$schema'];
const known: readonly string[] = [...Object.keys(settings), ...ofFiles];
const none: ConfigurationFile = { path: '', values: {} };

/** Reads the file that the user names, or else `timecard-conformance.config.{ts,mjs,js,json}` in the current folder. */
export async function readConfigurationFile(named: string | undefined, folder: string): Promise<ConfigurationFile> {
  const path =
    named ??
    endings.map((ending) => `timecard-conformance.config.${ending}`).find((name) => existsSync(resolve(folder, name)));
  if (path === undefined) return none;
  const place = resolve(folder, path);
  if (!existsSync(place)) throw new CommandError(`The configuration file ${path} does not exist; check --config.`);
  const content = path.endsWith('.json') ? readJson(place, path) : await load(place, path);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new CommandError(
      `The configuration file ${path} does not hold an object; export one, e.g. with defineConfig.`,
    );
  }
  refuseUnknownKeys(content, `The configuration file ${path}`, known);
  const { liveTenant, credentials, $schema: _, ...values } = content as Readonly<Record<string, unknown>>;
  return { path, liveTenant, credentials, values };
}

/** @throws CommandError for a key that is no setting: it would be passed over, and something else judged than was meant */
export function refuseUnknownKeys(
  content: object,
  whose: string,
  keys: readonly string[] = Object.keys(settings),
): void {
  const unknown = Object.keys(content).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new CommandError(`${whose} ${whyUnknown(unknown)}`);
}

function whyUnknown(key: string): string {
  if (key === 'config') return 'names another configuration file (config); only --config and TIMECARD_CONFIG can.';
  if (/token|password|secret/i.test(key))
    return `has the unknown key ${key}; tokens come from the environment only, such as TIMECARD_TOKEN.`;
  return `has the unknown key ${key}${hintOf(key, known)} Known keys: ${[...namesInFiles, ...ofFiles].join(', ')}.`;
}

function readJson(place: string, path: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(readFileSync(place, 'utf8')));
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function load(place: string, path: string): Promise<unknown> {
  try {
    const loaded = (await import(pathToFileURL(place).href)) as { readonly default?: unknown };
    return loaded.default;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_UNKNOWN_FILE_EXTENSION') {
      throw new CommandError(
        `This Node.js (${process.version}) cannot read ${path}, which is TypeScript; use Node 22.18 or later, or write it as .mjs.`,
      );
    }
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): CommandError {
  const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  return new CommandError(`The configuration file ${path} cannot be read: ${reason}`);
}
