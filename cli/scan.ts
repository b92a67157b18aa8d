import { statSync } from 'node:fs';
import { Command } from 'commander';
import { scanFindingText, summaryText } from '../reporters/console/scan-text.ts';
import { byteListsIn } from '../targets/pseudonyms/byte-lists.ts';
import { LineScan, type Sighting } from '../targets/pseudonyms/scan-lines.ts';
import { secretsByPosition } from '../targets/pseudonyms/standing-secrets.ts';
import { tokensFrom } from '../targets/tokens.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { filesBelow } from './files-below.ts';
import { linesOf } from './lines-of.ts';
import { readTextFile } from './text-file.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** More than these of one file are counted, not listed. */
const mostListed = 50;

/** `scan FILE…`: finds what looks secret or personal in any text file, before it is committed. */
export function scanCommand(): Command {
  return new Command('scan')
    .description('find what looks secret or personal in files; exits with 1 if it finds anything')
    .argument('<files...>', 'text files of any kind, or folders to search')
    .action(async (paths: readonly string[]) => {
      process.exitCode = await scan(paths);
    });
}

async function scan(paths: readonly string[]): Promise<ExitCode> {
  const files = paths.flatMap((path) => namedBy(path));
  const tokens = Object.values(tokensFrom(process.env));
  let [sightings, unread, tainted] = [0, 0, 0];
  for (const file of files) {
    try {
      const seen = await scanFile(file, tokens);
      sightings += seen;
      if (seen > 0) tainted += 1;
    } catch (error) {
      unread += 1;
      process.stderr.write(`timecard-conformance: ${file} cannot be read: ${whyUnreadable(error, 'a file')}.\n`);
    }
  }
  process.stdout.write(summaryText({ files: files.length - unread, tainted, sightings }));
  if (unread > 0) return exitCodes.usage;
  return sightings > 0 ? exitCodes.nonconforming : exitCodes.conforming;
}

function namedBy(path: string): readonly string[] {
  try {
    const files = filesBelow(path);
    if (files.length === 0) throw new CommandError(`${path} holds no files; name what to search.`);
    return files;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} cannot be read: ${whyUnreadable(error, 'a file')}.`);
  }
}

/** Larger files are searched by their lines alone. Bytes. */
const largestWhole = 64_000_000;

/** The whole of a file, for what is told by more than a line of it; empty where it cannot be read, which its lines tell. */
function wholeOf(file: string): string {
  try {
    return statSync(file).size > largestWhole ? '' : readTextFile(file);
  } catch {
    return '';
  }
}

/**
 * Prints where a file looks secret or personal.
 *
 * @returns at how many places it does
 */
export async function scanFile(file: string, tokens: readonly string[]): Promise<number> {
  const whole = wholeOf(file);
  const lists = byteListsIn(whole);
  const texts = [whole, ...lists.map(({ inner }) => inner)];
  const looking = new LineScan([...tokens, ...texts.flatMap(secretsByPosition)]);
  let count = 0;
  const tell = (sightings: readonly Sighting[]): void => {
    for (const sighting of sightings) {
      count += 1;
      if (count <= mostListed) process.stdout.write(scanFindingText(file, sighting));
    }
  };
  for await (const line of linesOf(file)) tell(looking.next(line.number, line.text));
  for (const { at, inner } of lists) {
    const line = whole.slice(0, at).split('\n').length;
    tell(looking.next(line, inner).map(({ column: _, ...sighting }) => sighting));
  }
  if (count > mostListed) process.stdout.write(`${file}: and ${count - mostListed} more places\n`);
  return count;
}
