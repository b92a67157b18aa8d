import { streamOfJsonReport } from '../results/json-report.ts';
import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';

const said = {
  results: 'it holds the results of a run, which "report" and "diff" read',
  lock: 'it is a lock, which "run --lock" and "diff" read',
  baseline: 'it is a baseline, which --baseline takes',
  transcript: 'it is a transcript of a client library, which "client --replay" and "diff" judge',
  recording: 'it is a recording, which "replay" and "diff" judge',
  traffic: 'it is captured traffic, which "check" and "diff" judge',
} as const;

/** A kind of file that this program reads or writes. */
export type FileKind = keyof typeof said;

/** What a file is that was given in place of another one, as a sentence fragment; undefined for a file that is none of ours. */
export function otherKind(text: string, wanted: FileKind): string | undefined {
  const kind = kindOf(withoutByteOrderMark(text));
  return kind === undefined || kind === wanted ? undefined : said[kind];
}

function kindOf(text: string): FileKind | undefined {
  if (streamOfJsonReport(text) !== undefined) return 'results';
  const value = parsed(text) ?? parsed(text.trimStart().split('\n', 1)[0] ?? '');
  if (Array.isArray(value)) {
    const [first] = value as readonly unknown[];
    return typeof first === 'object' && first !== null && 'scope' in first ? 'recording' : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if ('kind' in value) return kinds.get(value.kind);
  if ('log' in value) return 'traffic';
  return 'entries' in value && 'format' in value ? 'baseline' : undefined;
}

/** By the kind that their first line names. */
const kinds: ReadonlyMap<unknown, FileKind> = new Map([
  ['lock', 'lock'],
  ['transcript', 'transcript'],
  ['header', 'results'],
]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
