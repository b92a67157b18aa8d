import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';

/** What no other name would help against: the disk is full, worn out or taken away. */
const ofTheDisk: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'EFBIG']);

/** That a file or a folder cannot be written, and whose fault it is: the name's that was given, or the disk's. */
export function unwritable(what: string, error: unknown): CommandError {
  const isOfTheDisk = error instanceof Error && 'code' in error && ofTheDisk.has(error.code);
  return new CommandError(
    `${what} cannot be written: ${reasonOf(error)}.`,
    isOfTheDisk ? exitCodes.fault : exitCodes.usage,
  );
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no reason was given';
}
