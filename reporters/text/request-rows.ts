import { abbreviate, pad } from './layout.ts';
import type { Colours } from './options.ts';
import type { Phrase } from '../view/phrase.ts';
import type { RequestView } from '../view/request-view.ts';

interface Row {
  readonly number: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly status: string;
  readonly note: string;
  readonly isDecisive: boolean;
}

interface Layout {
  readonly width: number;
  readonly colours: Colours;
}

const indent = 6;
const bodyWidth = 60;
/** Long enough for a card's id or an error's code, short enough to stay at the end of a line. */
const answerWidth = 48;
/** Many of several tries differ in nothing else, and the body beside it is cut off sooner. */
const purposeWidth = 40;

/**
 * The requests of a reproduction, one line each: what was sent and what came back, in columns. Where the lines would
 * not fit, first the part of the paths that is always the same is left out, then bodies and answers go below.
 */
export function requestRows(requests: readonly RequestView[], layout: Layout): readonly string[] {
  const rows = requests.map(rowOf);
  if (lineWidth(rows) <= layout.width) return oneLineEach(rows, layout);
  const short = rows.map((row) => ({ ...row, url: row.url.replace(/^teams\/\{team\}\/schedule\//, '…/') }));
  return lineWidth(short) <= layout.width ? oneLineEach(short, layout) : stacked(short, layout);
}

function rowOf({ answer, actor = '', purpose, remarks, body, ...request }: RequestView): Row {
  return {
    ...request,
    body: abbreviate(body, bodyWidth),
    note: joined(
      answer.map((note) => phraseText(note, answerWidth)).join(', '),
      actor,
      purpose === undefined ? '' : phraseText(purpose, purposeWidth),
      ...remarks,
    ),
  };
}

function phraseText({ before, value, after }: Phrase, width: number): string {
  return `${before}${abbreviate(value, width)}${after}`;
}

function lineWidth(rows: readonly Row[]): number {
  const columns = (['number', 'method', 'url', 'body'] as const).map((name) => widest(rows, (row) => row[name]));
  const gaps = 2 + 1 + 2 + 2;
  return (
    indent + columns.reduce((sum, column) => sum + column, gaps) + widest(rows, (row) => joined(row.status, row.note))
  );
}

function oneLineEach(rows: readonly Row[], { colours }: Layout): readonly string[] {
  const url = widest(rows, (row) => row.url);
  const body = widest(rows, (row) => row.body);
  return rows.map((row) =>
    [
      `${beginning(row, rows, colours)}${pad(row.url, url)}`,
      ...(body > 0 ? [pad(row.body, body)] : []),
      ending(row, colours),
    ].join('  '),
  );
}

function stacked(rows: readonly Row[], { width, colours }: Layout): readonly string[] {
  const below = ' '.repeat(indent + widest(rows, (row) => row.number) + 2);
  return rows.flatMap((row) => [
    `${beginning(row, rows, colours)}${row.url}`,
    ...(row.body === '' ? [] : [below + colours.dim(abbreviate(row.body, width - below.length))]),
    below + ending(row, colours),
  ]);
}

function beginning({ number, method, isDecisive }: Row, rows: readonly Row[], colours: Colours): string {
  const aligned = number.padStart(widest(rows, (row) => row.number));
  const mark = isDecisive ? colours.red(`    › ${aligned}`) : colours.dim(`      ${aligned}`);
  return `${mark}  ${pad(
    method,
    widest(rows, (row) => row.method),
  )} `;
}

function ending({ status, note }: Row, colours: Colours): string {
  return joined(colours.bold(status), note);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('  ');
}

function widest(rows: readonly Row[], text: (row: Row) => string): number {
  return Math.max(...rows.map((row) => [...text(row)].length));
}
