import { statSync } from 'node:fs';
import { Command } from 'commander';
import { scanFindingText, summaryText, type ScanCount } from '../reporters/console/scan-text.ts';
import { count } from '../reporters/view/amounts.ts';
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

/** More than these of one file, credentials or personal, are counted, not listed. */
const mostListed = 50;

/** `scan FILE…`: finds what looks secret or personal in any text file, before it is committed. */
export function scanCommand(): Command {
  return new Command('scan')
    .description('find what looks secret or personal in files; exits with 1 if it finds anything')
    .argument('<files...>', 'text files of any kind, or folders to search')
    .option('--credentials', 'look only for what opens something: tokens, keys, passwords')
    .action(async (paths: readonly string[], { credentials }: { readonly credentials?: true }) => {
      process.exitCode = await scan(paths, credentials === true ? 'credentials' : 'everything');
    });
}

type LookedFor = 'everything' | 'credentials';

async function scan(paths: readonly string[], lookedFor: LookedFor): Promise<ExitCode> {
  const files = paths.flatMap((path) => namedBy(path));
  const tokens = Object.values(tokensFrom(process.env));
  const found: FoundInFile[] = [];
  let unread = 0;
  for (const file of files) {
    try {
      found.push(await scanFile(file, tokens, lookedFor));
    } catch (error) {
      unread += 1;
      process.stderr.write(`timecard-conformance: ${file} cannot be read: ${whyUnreadable(error, 'a file')}.\n`);
    }
  }
  process.stdout.write(summaryText(countOf(found), lookedFor));
  if (unread > 0) return exitCodes.usage;
  return found.some(({ credentials, personal }) => credentials + personal > 0)
    ? exitCodes.nonconforming
    : exitCodes.conforming;
}

function countOf(found: readonly FoundInFile[]): ScanCount {
  const sum = (kind: keyof FoundInFile) => found.reduce((total, one) => total + one[kind], 0);
  const having = (kind: keyof FoundInFile) => found.filter((one) => one[kind] > 0).length;
  return {
    files: found.length,
    credentials: sum('credentials'),
    filesWithCredentials: having('credentials'),
    personal: sum('personal'),
    filesWithPersonal: having('personal'),
  };
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

/** At how many places a file looks so. */
interface FoundInFile {
  readonly credentials: number;
  readonly personal: number;
}

/** Prints where a file looks secret or personal: credentials wherever they stand, and what is personal where it first does. */
export async function scanFile(
  file: string,
  tokens: readonly string[],
  lookedFor: LookedFor = 'everything',
): Promise<FoundInFile> {
  const whole = wholeOf(file);
  const lists = byteListsIn(whole);
  const texts = [whole, ...lists.map(({ inner }) => inner)];
  const looking = new LineScan([...tokens, ...texts.flatMap(secretsByPosition)]);
  const [credentials, personal] = [new Listing(file), new Listing(file)];
  const told = new Set<string>();
  const tell = (sightings: readonly Sighting[]): void => {
    for (const sighting of sightings) {
      if (sighting.kind === 'secret') credentials.add(sighting);
      else if (lookedFor === 'everything') personal.add(sighting, told.has(sighting.value) ? 'counted' : 'listed');
      if (personal.hasRoom) told.add(sighting.value);
    }
  };
  for await (const line of linesOf(file)) tell(looking.next(line.number, line.text));
  for (const { at, inner } of lists) {
    const line = whole.slice(0, at).split('\n').length;
    tell(looking.next(line, inner).map(({ column: _, ...sighting }) => sighting));
  }
  const unlisted = credentials.unlisted + personal.unlisted;
  if (unlisted > 0) process.stdout.write(`${file}: and ${count(unlisted, 'more place')}\n`);
  return { credentials: credentials.count, personal: personal.count };
}

/** Prints the first places of a file, and counts them all. */
class Listing {
  readonly #file: string;
  #listed = 0;
  count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get hasRoom(): boolean {
    return this.#listed < mostListed;
  }

  get unlisted(): number {
    return this.count - this.#listed;
  }

  add(sighting: Sighting, how: 'listed' | 'counted' = 'listed'): void {
    this.count += 1;
    if (how === 'counted' || !this.hasRoom) return;
    this.#listed += 1;
    process.stdout.write(scanFindingText(this.#file, sighting));
  }
}
