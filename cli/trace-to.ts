import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../targets/make-folder.ts';
import type { TraceSettings } from '../targets/tracing/trace-settings.ts';
import { CommandError } from './command-error.ts';
import { suiteVersion } from './suite-version.ts';
import { unwritable } from './unwritable.ts';

/** Where the beginning of a trace names who made it. Bytes. */
const beginning = 200;

/**
 * The trace that `--trace` asks for. Before the run, and not after it, it is found out whether it can be written there.
 * @throws CommandError where it cannot, or where something else would be lost
 */
export function traceTo(file: string | undefined): TraceSettings | undefined {
  if (file === undefined) return undefined;
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) throw new CommandError(`${file} is a directory; name a file in it.`);
    if (there !== undefined && there.size > 0 && !isTrace(file))
      throw new CommandError(`${file} exists and is not a trace of this suite; name another file for --trace.`);
    makeFolder(dirname(file));
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw error instanceof CommandError ? error : unwritable(`The trace ${file}`, error);
  }
  return { file, suiteVersion };
}

function isTrace(file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(beginning);
    readSync(opened, bytes, 0, beginning, 0);
    return bytes.toString('latin1').includes('"creator":{"name":"timecard-conformance"');
  } finally {
    closeSync(opened);
  }
}
