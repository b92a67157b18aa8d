import { apiVersions, type ApiVersion } from '../traffic/operation.ts';
import { isPath } from '../engine/shrink/path.ts';
import { efforts, type Effort } from '../engine/cases/effort.ts';
import { suiteNames, type SuiteName } from '../engine/cases/suite.ts';
import { waysToSignIn, type WayToSignIn } from '../targets/live/azure-identity.ts';
import { CommandError } from './command-error.ts';

/** Reads one value; `name` is what the user calls it: a flag, a variable or a key of the configuration file. */
export type Parse<T> = (value: string, name: string) => T;

function fault(name: string, value: string, wanted: string): CommandError {
  return new CommandError(`${name} is ${JSON.stringify(value)}; give ${wanted}.`);
}

/** The part that people get wrong is the version: it is a flag of its own. */
export const baseUrl: Parse<string> = (value, name) => {
  const shown = withoutLogin(value);
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw fault(name, shown, 'an http or https URL such as http://127.0.0.1:4010');
  const url = new URL(value);
  if (url.username !== '' || url.password !== '')
    throw new CommandError(`${name} holds a user name or password; tokens come from the environment (TIMECARD_TOKEN).`);
  if (url.search !== '' || url.hash !== '') throw fault(name, shown, 'a URL without a query and a fragment');
  if (/\/(v1\.0|beta)\/?$/.test(url.pathname))
    throw new CommandError(`${name} ends with an API version; leave it out and use --api-version.`);
  if (/\/(v1\.0|beta)\/teams(\/|$)/.test(url.pathname))
    throw new CommandError(
      `${name} is the address of a team; give the part before /v1.0 or /beta, and the team as --team-id.`,
    );
  return url.href.replace(/\/$/, '');
};

/** An address as it may be printed: what stands before an `@` or behind a `?` may be a password or a signature. */
function withoutLogin(address: string): string {
  return address.replace(/[?#][^]*$/, (rest) => `${rest.charAt(0)}…`).replace(/^(\w+:\/*)?[^]*@/, '$1…@');
}

export const apiVersion: Parse<ApiVersion> = (value, name) => {
  const version = apiVersions.find((known) => known === value);
  if (version === undefined) throw fault(name, value, apiVersions.join(' or '));
  return version;
};

export const suite: Parse<SuiteName> = (value, name) => {
  const found = suiteNames.find((known) => known.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw fault(name, value, `one of ${suiteNames.join(', ')}`);
  return found;
};

export const effort: Parse<Effort> = (value, name) => {
  const found = efforts.find((known) => known === value.toLowerCase());
  if (found === undefined) throw fault(name, value, `one of ${efforts.join(', ')}`);
  return found;
};

export const text: Parse<string> = (value, name) => {
  if (value.trim() === '') throw new CommandError(`${name} is empty; give a value or leave it out.`);
  if (/\p{Surrogate}/u.test(value))
    throw new CommandError(
      `${name} holds half of a character (a lone surrogate), which no address can carry; give it whole.`,
    );
  return value;
};

/** Requirements that are not to be judged. */
export interface Exclusion {
  /** An id, or a pattern with `*` and `?`. */
  readonly pattern: string;
  readonly because: string;
}

export const exclusion: Parse<Exclusion> = (value, name) => ({
  pattern: text(value, name),
  because: `named by ${name}`,
});

export const auth: Parse<WayToSignIn> = (value, name) => {
  const way = waysToSignIn.find((known) => known === value.toLowerCase());
  if (way === undefined) throw fault(name, value, `one of ${waysToSignIn.join(', ')}`);
  return way;
};

function whole(least: number, most: number): Parse<number> {
  return (value, name) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) throw fault(name, value, `a whole number from ${least} to ${most}`);
    return number;
  };
}

/** fast-check takes 32-bit seeds. */
export const seed = whole(0, 2 ** 31 - 1);
export const numRuns = whole(1, 100_000);
export const maxRequests = whole(1, 100_000_000);

export const path: Parse<string> = (value, name) => {
  if (!isPath(value)) throw fault(name, value, 'what a finding printed, such as 3:0:1');
  return value;
};

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds. What a number without a unit means everybody takes for something else, so there is none. */
export const duration: Parse<number> = (value, name) => {
  if (/^\d+(\.\d+)?$/.test(value))
    throw fault(name, value, `a unit, too: ${value}s for seconds, ${value}m for minutes`);
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/.exec(value);
  const milliseconds = match === null ? Number.NaN : Number(match[1]) * (units[match[2] ?? ''] ?? Number.NaN);
  if (!(milliseconds >= 1 && milliseconds <= 2 ** 31 - 1))
    throw fault(name, value, 'a duration such as 500ms, 30s or 10m');
  return milliseconds;
};

const longUnits: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Milliseconds. */
export const age: Parse<number> = (value, name) => {
  if (/^\d+(\.\d+)?$/.test(value)) throw fault(name, value, `a unit, too: ${value}d for days, ${value}h for hours`);
  const match = /^(\d+(?:\.\d+)?)\s*(h|d|w)$/.exec(value);
  const milliseconds = match === null ? Number.NaN : Number(match[1]) * (longUnits[match[2] ?? ''] ?? Number.NaN);
  if (!(milliseconds > 0 && Number.isFinite(milliseconds))) throw fault(name, value, 'an age such as 12h, 90d or 4w');
  return milliseconds;
};

/** Requests per second. */
export const rate: Parse<number> = (value, name) => {
  const match = /^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(value);
  const perSecond = match === null ? Number.NaN : Number(match[1]);
  if (!(perSecond > 0 && perSecond <= 100_000)) throw fault(name, value, 'requests per second, such as 4 or 0.5');
  return perSecond;
};

const bytes: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1000, mb: 1_000_000, gb: 1_000_000_000 };

/** Bytes, at most so many. */
function bytesUpTo(most: number): Parse<number> {
  return (value, name) => {
    const match = /^(\d+(?:\.\d+)?)\s*(b|kb|mb|gb|)$/i.exec(value);
    const unit = bytes[(match?.[2] ?? '').toLowerCase()] ?? Number.NaN;
    const found = match === null ? Number.NaN : Math.floor(Number(match[1]) * unit);
    if (!(found >= 1 && found <= most)) throw fault(name, value, 'a size such as 500kb or 5mb');
    return found;
  };
}

export const size = bytesUpTo(1_000_000_000);
export const memory = bytesUpTo(64_000_000_000);

export const flag: Parse<boolean> = (value, name) => {
  if (/^(true|1|yes|on)$/i.test(value)) return true;
  if (/^(false|0|no|off)$/i.test(value)) return false;
  throw fault(name, value, 'true or false');
};
