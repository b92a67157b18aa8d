import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';
import { shapeFault } from './line-shape.ts';
import type { ResultLine, RunHeader } from './line.ts';
import { ResultStreamError } from './stream-error.ts';

/** Version of the line format that this suite writes and reads. */
const resultFormat = 1;

export interface ParsedStream {
  readonly header: RunHeader;
  readonly rest: readonly ResultLine[];
  /** The last line is half a line, as a killed run leaves it; it is not in `rest`. */
  readonly torn: boolean;
}

/** Turns the text of a result stream into lines of the right shape. */
export function parseLines(text: string, shaped: typeof asLine = asLine): ParsedStream {
  // An editor or a checkout may have added a byte order mark or carriage returns; neither changes what the lines say.
  const raw = withoutByteOrderMark(text).split('\n');
  const numbered = raw.map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '');
  const [first, ...others] = numbered;
  if (first === undefined) throw new ResultStreamError('empty', 'The file is empty: it is not a result stream.');
  const header = asHeader(parseJson(first.line, first.number), shaped);
  const last = others.at(-1);
  const torn = last !== undefined && last.number === raw.length && !isJson(last.line);
  const whole = torn ? others.slice(0, -1) : others;
  return { header, rest: whole.map(({ line, number }) => shaped(parseJson(line, number), number)), torn };
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ResultStreamError(
      'notJson',
      `Line ${number} is not JSON: the file is not a result stream, or it is damaged.`,
    );
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
  } catch {
    return false;
  }
  return true;
}

function asHeader(value: unknown, shaped: typeof asLine): RunHeader {
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'header')
    throw new ResultStreamError(
      'noHeader',
      'The first line is not a header: the file is not a result stream, or its beginning is missing.',
    );
  // Before the shape, so that a later format is told as such and not by what it changed.
  const format = 'format' in value ? value.format : undefined;
  if (format !== resultFormat)
    throw new ResultStreamError(
      'unknownFormat',
      `The result stream has format ${JSON.stringify(format) ?? 'none'} and this version reads format ${resultFormat}: use the version that wrote it.`,
    );
  return shaped(value, 1) as RunHeader;
}

/** The value, if it is a line of a result stream. */
export function asLine(value: unknown, number: number): ResultLine {
  const fault = shapeFault(value);
  if (fault !== undefined)
    throw new ResultStreamError('notALine', `Line ${number} is not a line of a result stream: it ${fault}.`);
  return value as ResultLine;
}

/** The value, which is known to be a line. */
export function asItIs(value: unknown): ResultLine {
  return value as ResultLine;
}
