import { expect, test } from 'vitest';
import { mutationOf, withOthers, type StrykerReport } from './stryker-report.ts';

const source = ['const a = 1;', "  if (left === right) return 'it';", 'call(', '  one,', ');'].join('\n');

function report(...mutants: StrykerReport['files'][string]['mutants']): StrykerReport {
  return { files: { 'checks/b.ts': { source, mutants }, 'checks/a.ts': { source, mutants: [] } } };
}

const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const condition = { replacement: 'true', location: at(2, 7, 2, 21) };

test('counts by file what was noticed, what was not and what no test ran', () => {
  const statuses = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'NoCoverage', 'RuntimeError', 'Ignored'] as const;
  expect(mutationOf(report(...statuses.map((status) => ({ ...condition, status }))), []).files).toEqual([
    { file: 'checks/a.ts', killed: 0, survived: 0, untested: 0 },
    { file: 'checks/b.ts', killed: 2, survived: 1, untested: 2 },
  ]);
});

test('keeps of a survivor what was changed, in the order of the source', () => {
  const { survivors } = mutationOf(
    report(
      { status: 'NoCoverage', replacement: 'call()', location: at(3, 1, 5, 2) },
      { status: 'Survived', ...condition },
    ),
    [],
  );
  expect(survivors).toEqual([
    {
      file: 'checks/b.ts',
      line: "if (left === right) return 'it';",
      original: 'left === right',
      replacement: 'true',
      reason: 'unread',
    },
    {
      file: 'checks/b.ts',
      line: 'call(',
      original: 'call( one, )',
      replacement: 'call()',
      untested: true,
      reason: 'unread',
    },
  ]);
});

test('keeps the reason that a survivor was given, wherever it stands now', () => {
  const before = mutationOf(report({ status: 'Survived', ...condition }), []).survivors;
  const read = before.map((one) => ({ ...one, reason: 'both are the same' }));
  const moved = {
    source: `\n\n${source}`,
    mutants: [{ ...condition, status: 'Survived', location: at(4, 7, 4, 21) }],
  } as const;
  expect(mutationOf({ files: { 'checks/b.ts': moved } }, read).survivors).toEqual(read);
});

test('files that were not tried again keep what was measured before, if they are still there', () => {
  const survivor = (file: string, original: string) => ({ file, line: '', original, replacement: '', reason: 'same' });
  const counted = (file: string, killed: number) => ({ file, killed, survived: 1, untested: 0 });
  const before = {
    files: ['checks/a.ts', 'checks/b.ts', 'checks/gone.ts'].map((file) => counted(file, 1)),
    survivors: ['checks/a.ts', 'checks/b.ts', 'checks/gone.ts'].map((file) => survivor(file, 'before')),
  };
  const now = { files: [counted('checks/b.ts', 2)], survivors: [survivor('checks/b.ts', 'now')] };
  expect(withOthers(now, before, ['checks/b.ts', 'checks/a.ts'])).toEqual({
    files: [counted('checks/a.ts', 1), counted('checks/b.ts', 2)],
    survivors: [survivor('checks/a.ts', 'before'), survivor('checks/b.ts', 'now')],
  });
});
