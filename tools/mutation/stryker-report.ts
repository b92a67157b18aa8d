import { unread, type Counted, type Mutation, type Survivor } from './survivor.ts';

/** The part of Stryker's JSON report that is needed here (mutation-testing-elements, report schema 2). */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status:
    | 'Killed'
    | 'Timeout'
    | 'Survived'
    | 'NoCoverage'
    | 'RuntimeError'
    | 'CompileError'
    | 'Ignored'
    | 'Pending';
  readonly replacement?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** What a report says, by file. A survivor keeps the reason that it was given before. */
export function mutationOf({ files }: StrykerReport, before: readonly Survivor[]): Mutation {
  const names = Object.keys(files).toSorted();
  const known = new Map(before.map((one) => [keyOf(one), one.reason]));
  return {
    files: names.map((file) => countedIn(file, files[file]?.mutants ?? [])),
    survivors: names.flatMap((file) => {
      const { source = '', mutants = [] } = files[file] ?? {};
      const left = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
      return left
        .toSorted((one, other) => order(one) - order(other))
        .map((mutant) => survivorOf(file, source, mutant))
        .map((survivor) => ({ ...survivor, reason: known.get(keyOf(survivor)) ?? unread }));
    }),
  };
}

/** What was measured now, and of the files that are there and were not tried again what was measured before. */
export function withOthers(now: Mutation, before: Mutation, there: readonly string[]): Mutation {
  const tried = new Set(now.files.map(({ file }) => file));
  const isOther = ({ file }: { readonly file: string }): boolean => !tried.has(file) && there.includes(file);
  const survivors = [...now.survivors, ...before.survivors.filter(isOther)];
  const files = [...now.files, ...before.files.filter(isOther)].toSorted((one, other) =>
    one.file < other.file ? -1 : 1,
  );
  return { files, survivors: files.flatMap(({ file }) => survivors.filter((one) => one.file === file)) };
}

function countedIn(file: string, mutants: readonly Mutant[]): Counted {
  const count = (...statuses: readonly Mutant['status'][]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return { file, killed: count('Killed', 'Timeout'), survived: count('Survived'), untested: count('NoCoverage') };
}

function survivorOf(file: string, source: string, { location, replacement = '', status }: Mutant): Survivor {
  const { start, end } = location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const [line = ''] = lines;
  const text = lines.join('\n');
  const behind = (lines.at(-1) ?? '').length - (end.column - 1);
  const original = text.slice(start.column - 1, text.length - behind);
  return {
    file,
    line: line.trim(),
    original: inOneLine(original),
    replacement: inOneLine(replacement),
    ...(status === 'NoCoverage' ? { untested: true } : {}),
    reason: unread,
  };
}

function inOneLine(code: string): string {
  return code.replaceAll(/\s+/g, ' ').trim();
}

function order({ location: { start } }: Mutant): number {
  return start.line * 1000 + start.column;
}

function keyOf({ file, line, original, replacement }: Survivor): string {
  return [file, line, original, replacement].join('\n');
}
