import { abbreviate, pad } from '../text/layout.ts';
import { settingsOf, type ReportOptions } from '../text/options.ts';
import { visible } from '../view/visible.ts';
import type { CellKind, Row, SideBySide } from './side-by-side.ts';
import { alikeText, cellWords, columnFacts } from './words.ts';

/** Several runs beside each other, for a terminal. */
export function renderSideBySideText(runs: SideBySide, options: ReportOptions = {}): string {
  const { width, verbose, colours } = settingsOf(options);
  const facts = runs.columns.flatMap((column, index) => [
    colours.bold(`run ${index + 1}`),
    ...columnFacts(column).map(([name, value]) => `  ${pad(name, 11)}  ${visible(value)}`),
  ]);
  const heading = `${pad('', idWidth)}  ${runs.columns.map((_, index) => pad(`run ${index + 1}`, cellWidth)).join('  ')}`;
  const rowText = ({ requirement: { id, level, statement }, cells }: Row): string => {
    const shown = cells.map((cell) => paint(cell, pad(cellWords[cell], cellWidth)));
    const room = width - idWidth - 2 - cells.length * (cellWidth + 2) - 7;
    return `${pad(id, idWidth)}  ${shown.join('  ')}  ${pad(level, 6)} ${abbreviate(statement, room)}`.trimEnd();
  };
  const paint = (cell: CellKind, text: string): string => {
    if (cell === 'failed') return colours.red(text);
    return cell === 'warned' || cell === 'inconclusive' ? colours.yellow(text) : text;
  };
  const uneven = verbose
    ? runs.uneven.map(rowText)
    : [
        `${runs.uneven.length} more hold wherever they were judged, and were not judged in all runs (--verbose lists them).`,
      ];
  const rows = [
    ...(runs.failing.length === 0
      ? ['Nothing that was exercised fails in any of them.']
      : [heading, ...runs.failing.map(rowText)]),
    ...(runs.uneven.length === 0 ? [] : ['', ...uneven]),
    '',
    alikeText(runs.alike),
  ];
  return `${[...facts, '', ...rows].join('\n')}\n`;
}

const idWidth = 16;
const cellWidth = 9;
