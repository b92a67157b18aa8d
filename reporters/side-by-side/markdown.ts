import { codeSpan, plainMarkdown } from '../markup/markdown-text.ts';
import type { Row, SideBySide } from './side-by-side.ts';
import { alikeText, cellWords, columnFacts } from './words.ts';

/** Several runs beside each other, for a pull request: no text of a server is markup in it. */
export function renderSideBySideMarkdown(runs: SideBySide): string {
  const names = runs.columns.map((_, index) => `run ${index + 1}`);
  const facts = runs.columns.flatMap((column, index) => [
    '',
    `## Run ${index + 1}`,
    '',
    ...columnFacts(column).map(([name, value]) => `- ${name}: ${codeSpan(value)}`),
  ]);
  const table = (rows: readonly Row[]): readonly string[] => [
    `| requirement | level | ${names.join(' | ')} | statement |`,
    `| --- | --- | ${names.map(() => '---').join(' | ')} | --- |`,
    ...rows.map(({ requirement: { id, level, statement }, cells }) => {
      const shown = cells.map((cell) => (cell === 'failed' ? `**${cellWords[cell]}**` : cellWords[cell]));
      return `| ${id} | ${level} | ${shown.join(' | ')} | ${plainMarkdown(statement)} |`;
    }),
  ];
  const lines = [
    '# timeCard conformance: runs side by side',
    ...facts,
    '',
    '## What fails in at least one of them',
    '',
    ...(runs.failing.length === 0 ? ['Nothing that was exercised.'] : table(runs.failing)),
    ...(runs.uneven.length === 0
      ? []
      : ['', '## What holds and was not judged in all of them', '', ...table(runs.uneven)]),
    '',
    alikeText(runs.alike),
  ];
  return `${lines.join('\n')}\n`;
}
