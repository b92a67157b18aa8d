import { withoutByteOrderMark } from '../../traffic/byte-order-mark.ts';
import { EntriesOfLog, UnexpectedJson } from './array-elements.ts';
import type { Capture } from './capture.ts';
import { EntryReader } from './entry-reader.ts';
import { readLine } from './exchange-lines.ts';
import { readHarEntry } from './har-entry.ts';
import { withTicks } from './har.ts';
import { isExchangeLine, peopleIn, readCapture } from './read-capture.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The text of a file from its beginning, piece by piece. */
export type OpenText = () => AsyncIterable<string>;

/**
 * Reads traffic of others as it comes from a file, so that a long HAR file or NDJSON is never in memory as a whole. Anything
 * else is read at once.
 *
 * @throws NoCapture for a file that holds no traffic that is known here
 */
export async function readCaptureFile(open: OpenText): Promise<Capture> {
  const beginning = withoutByteOrderMark(await beginningOf(open()));
  if (/^\s*\{\s*"log"\s*:\s*\{/.test(beginning)) {
    const capture = (await readLog(open())) ?? readCapture(await whole(open()));
    return { ...peopleIn(traceHeadIn(beginning)), ...capture };
  }
  return startsWithExchange(beginning) ? readLines(open()) : readCapture(await whole(open()));
}

/** What a trace of this suite says of the run, which stands before its entries. */
function traceHeadIn(beginning: string): unknown {
  const [, head] = /^[^[]*"_timecard"\s*:\s*(\{[^{}]*\})/.exec(beginning) ?? [];
  return head === undefined ? undefined : JSON.parse(head);
}

/** Undefined where the file is not as it should be, so that whoever reads it as a whole says why. */
async function readLog(pieces: AsyncIterable<string>): Promise<Capture | undefined> {
  const elements = new EntriesOfLog();
  const reader = new EntryReader(readHarEntry);
  try {
    for await (const piece of pieces) for (const entry of elements.push(piece)) reader.add(entry);
    elements.end();
  } catch (error) {
    if (error instanceof UnexpectedJson) return undefined;
    throw error;
  }
  const { entries, exchanges, faults } = reader;
  return entries === 0
    ? undefined
    : { format: 'har', entries, exchanges: withoutSecrets(withTicks(exchanges)), faults };
}

async function readLines(pieces: AsyncIterable<string>): Promise<Capture> {
  const reader = new EntryReader(readLine);
  const add = (line: string) => {
    if (line.trim() !== '') reader.add(line);
  };
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) add(line);
  }
  add(rest);
  const { entries, exchanges, faults } = reader;
  return { format: 'ndjson', entries, exchanges: withoutSecrets(exchanges), faults };
}

/** Characters that tell what a file is. */
const longestBeginning = 1_000_000;

async function beginningOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length >= longestBeginning || text.trimStart().includes('\n')) break;
  }
  return text;
}

/** A first line that is a whole exchange, with more behind it. */
function startsWithExchange(beginning: string): boolean {
  const [first = '', ...others] = beginning.trimStart().split('\n', 2);
  return others.length > 0 && isExchangeLine(first);
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
