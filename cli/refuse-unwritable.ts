import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from './command-error.ts';

/**
 * Refuses a file that could not be written at the end of a run, before anything is sent.
 *
 * @param what how the file is called, such as `The lock behaviour.lock`
 * @throws CommandError
 */
export function refuseUnwritable(what: string, file: string): void {
  const folder = dirname(file);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory() === true)
    throw new CommandError(`${what} cannot be written: it is a directory; name a file.`);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CommandError(`${what} cannot be written: there is no directory ${folder}; make it first.`);
  try {
    accessSync(folder, constants.W_OK);
    if (found !== undefined) accessSync(file, constants.W_OK);
  } catch {
    throw new CommandError(`${what} cannot be written: permission denied.`);
  }
}
