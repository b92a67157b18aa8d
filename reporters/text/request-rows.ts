import type { Exchange } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import type { Violated } from '../../judgements/judgement.ts';
import type { RunHeader } from '../../results/line.ts';
import { answerNote, statusText } from '../view/answer-note.ts';
import { isAuthorization } from '../view/curl.ts';
import { abbreviate, pad } from './layout.ts';
import { namedJson, namedUrl, namesOf, type Names } from '../view/id-names.ts';
import type { Colours } from './options.ts';
import { onPurpose } from '../view/on-purpose.ts';
import { overlap } from '../view/overlap.ts';
import { visible, visibleJson } from '../view/visible.ts';

interface Row {
  readonly number: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly status: string;
  readonly note: string;
  /** The request that shows the violation. */
  readonly isDecisive: boolean;
}

interface Layout {
  readonly width: number;
  readonly colours: Colours;
}

const indent = 6;
const bodyWidth = 60;

/**
 * The requests of a reproduction, one line each: what was sent and what came back, in columns. Where the lines would
 * not fit, first the part of the paths that is always the same is left out, then bodies and answers go below.
 */
export function requestRows(
  exchanges: readonly Exchange[],
  violation: Violated,
  header: RunHeader,
  layout: Layout,
): readonly string[] {
  const names = namesOf(exchanges, header);
  const rows = exchanges.map((_, index) => rowOf(exchanges, index, violation, header, names));
  if (lineWidth(rows) <= layout.width) return oneLineEach(rows, layout);
  const short = rows.map((row) => ({ ...row, url: row.url.replace(/^teams\/\{team\}\/schedule\//, '…/') }));
  return lineWidth(short) <= layout.width ? oneLineEach(short, layout) : stacked(short, layout);
}

function rowOf(
  exchanges: readonly Exchange[],
  index: number,
  violation: Violated,
  header: RunHeader,
  names: Names,
): Row {
  const exchange = exchanges[index];
  if (exchange === undefined) throw new Error(`there is no exchange ${index}`);
  const { request, outcome, actor } = exchange;
  const malformed = actor === 'nobody' && request.headers.some(([name]) => isAuthorization(name));
  const by = malformed ? 'with a malformed token' : `as ${visible(actor)}`;
  const as = actor === 'caller' || actor === 'unknown' ? '' : `(${by})`;
  return {
    number: `${exchange.entry ?? index + 1}`,
    method: visible(request.method),
    url: visible(namedUrl(request.url, header, names)),
    body: abbreviate(bodyText(exchange, names), bodyWidth),
    status: statusText(outcome),
    note: joined(
      answerNote(exchange, violation, names),
      as,
      onPurpose(exchange),
      labelledAs(exchange),
      sentWith(exchanges, index),
    ),
    isDecisive: violation.evidence.at(-1) === exchange.sequence,
  };
}

/** Which other line was under way at the same time. */
function sentWith(exchanges: readonly Exchange[], index: number): string {
  const exchange = exchanges[index];
  const partner = exchanges.findIndex((other) => exchange !== undefined && overlap(exchange, other));
  return partner === -1 ? '' : `(at the same time as ${exchanges[partner]?.entry ?? partner + 1})`;
}

/** How a JSON body came, where we sent it in another way than usual. */
function labelledAs(exchange: Exchange): string {
  const {
    request: { headers, body },
    entry,
  } = exchange;
  if (body.kind !== 'json' || entry !== undefined) return '';
  const type = headerValue(headers, 'content-type');
  const isChunked = headerValue(headers, 'transfer-encoding') !== undefined;
  return joined(
    type === undefined || type === 'application/json' || isOnPurpose(exchange) ? '' : `(as ${visible(type)})`,
    isChunked ? chunksText(body.text) : '',
  );
}

/** It is told as what the request is about. */
function isOnPurpose({ intent }: Exchange): boolean {
  return /^header:content-type$/i.test(intent?.mutation?.pointer ?? '');
}

/** curl and most clients cut no character in two, so that nothing but this says what the server has to put together. */
function chunksText(text: string): string {
  const isCutInCharacter = Buffer.byteLength(text) > text.length;
  return isCutInCharacter ? '(in chunks, cut within a character, which curl does not do)' : '(in chunks)';
}

function bodyText({ request: { body }, entry }: Exchange, names: Names): string {
  switch (body.kind) {
    case 'empty':
      return '';
    case 'json':
      // What we wrote otherwise than usual may be what the request is about.
      if (entry === undefined && body.text !== JSON.stringify(body.value)) return visible(body.text);
      return visibleJson(namedJson(body.value, names));
    case 'malformed':
    case 'other':
      return visible(body.text);
  }
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
