import { existsSync } from 'node:fs';
import { fileSchema } from '../schemas/file-schema.ts';
import { catalogueHash } from '../results/catalogue-hash.ts';
import type { Lock } from '../results/lock.ts';
import schema from '../results/lock.schema.json' with { type: 'json' };
import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';
import { CommandError } from './command-error.ts';
import { isInCi } from './is-in-ci.ts';
import { LockGate } from './lock-gate.ts';
import { otherKind } from './other-kind.ts';
import { readResultText } from './read-report.ts';
import type { GivenSettings } from './settings.ts';

/** The gate that `--lock` and `--update-lock` ask for; undefined where there is none. */
export function lockFrom(
  { lock: file, updateLock = false, apiVersion = 'v1.0' }: GivenSettings,
  environment: NodeJS.ProcessEnv,
): LockGate | undefined {
  if (file === undefined) {
    if (updateLock) throw new CommandError('--update-lock writes the file that --lock names; give both.');
    return undefined;
  }
  if (updateLock && isInCi(environment))
    throw new CommandError(
      '--update-lock accepts every difference, and CI is set; run it where somebody reviews what it writes.',
    );
  const isNew = updateLock && !existsSync(file);
  const lock = isNew ? undefined : readLock(file, updateLock);
  if (lock !== undefined && lock.apiVersion !== apiVersion)
    throw new CommandError(
      `The lock ${file} is for ${lock.apiVersion}, and this run judges ${apiVersion}; keep one file for each version.`,
    );
  if (lock !== undefined && !updateLock && lock.catalogue !== catalogueHash())
    throw new CommandError(
      `The lock ${file} was written with other requirements (suite ${lock.suiteVersion}); write it again with --update-lock.`,
    );
  return new LockGate(file, lock, updateLock);
}

/** @throws CommandError for a file that is not a lock */
function readLock(file: string, isUpdated: boolean): Lock {
  if (!existsSync(file)) throw new CommandError(`There is no lock ${file}; --update-lock writes one.`);
  const text = readResultText(file, 'the lock file');
  const lock = lockIn(file, text);
  if (lock !== undefined) return lock;
  const other = otherKind(text, 'lock');
  // What somebody else keeps there is not overwritten.
  const advice = isUpdated ? 'remove it, or name another file' : `"run --lock FILE --update-lock" writes one`;
  throw new CommandError(`${file} is not a lock${other === undefined ? '' : `: ${other}`}; ${advice}.`);
}

/**
 * The lock in a text; undefined where it is something else.
 *
 * @throws CommandError for a lock that is damaged
 */
export function lockIn(file: string, text: string): Lock | undefined {
  let value: unknown;
  try {
    value = JSON.parse(withoutByteOrderMark(text));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'lock') return undefined;
  if ('format' in value && value.format !== 1)
    throw new CommandError(
      `The lock ${file} has format ${JSON.stringify(value.format)}, and this version reads format 1; use the version that wrote it.`,
    );
  const validate = fileSchema(schema).compile<Lock>(schema);
  if (validate(value)) return value;
  const [fault] = validate.errors ?? [];
  const place = fault?.instancePath === '' || fault === undefined ? 'its top level' : fault.instancePath;
  throw new CommandError(
    `The lock ${file} is damaged at ${place}; restore it from version control, or write it again with --update-lock.`,
  );
}
