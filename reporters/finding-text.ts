import type { Exchange } from '../specs/exchange.ts';
import type { AnyFinding } from '../specs/finding.ts';
import type { Requirement } from '../specs/requirements/index.ts';
import type { RunHeader } from '../results/line.ts';
import { curlLines } from './curl.ts';
import { abbreviatePair, count, pad, wrap } from './fit.ts';
import type { Colours, RenderSettings } from './options.ts';
import { replayCommand } from './replay-command.ts';
import { dialogueLines } from './dialogue-text.ts';
import { requestRows } from './request-rows.ts';
import { sourceLines } from './source-lines.ts';
import { visible, visibleJson } from './visible.ts';

const labelWidth = 10;
const margin = '    ';

/** How much of a finding is shown: a failure with quotations and curl, a warning without. */
export type FindingDetail = 'failure' | 'warning';

/** A finding as a person reads it: what should hold and who says so, what came instead, how to see it again. */
export function findingLines(
  finding: AnyFinding,
  header: RunHeader,
  detail: FindingDetail,
  settings: RenderSettings,
): readonly string[] {
  const { colours, width, verbose } = settings;
  const row = settings.requirementOf(finding.requirement);
  const sources = sourceLines(row, { width: width - 14, all: verbose, quote: detail === 'failure' });
  return [
    ...headLines(row, detail, flagsOf(finding), settings),
    ...labelled('source', sources, colours.dim, colours),
    ...followsLines(row, detail, settings),
    ...differenceLines(finding, settings),
    ...dialogueLines(finding, settings),
    ...reproductionLines(finding, header, settings),
    ...(detail === 'failure' && 'replay' in finding ? curlBlock(finding, header, colours) : []),
    ...placeLines(finding, colours),
    ...labelled('again', [visible(replayCommand(header, finding))], colours.cyan, colours),
  ];
}

/** The first line of anything about one requirement: mark, id, level, statement. */
export function headLines(
  { id, level, statement }: Requirement,
  detail: FindingDetail,
  flags: readonly string[],
  { colours, width }: RenderSettings,
): readonly string[] {
  const paint = detail === 'failure' ? colours.red : colours.yellow;
  const before = `${detail === 'failure' ? '✗' : '⚠'} ${id}  ${[level, ...flags].join(', ')}  `;
  const wide = width - before.length >= 40;
  const [first = '', ...rest] = wrap(visible(statement).replace(/\.$/, ''), wide ? width - before.length : width - 6);
  const hanging = ' '.repeat(wide ? before.length : 4);
  if (wide) return [`${paint(before)}${colours.bold(first)}`, ...rest.map((line) => hanging + colours.bold(line))];
  return [paint(before.trimEnd()), ...[first, ...rest].map((line) => hanging + colours.bold(line))];
}

function flagsOf(finding: AnyFinding): readonly string[] {
  const { stability, minimal } = finding;
  // Of a client only what chance decides is worth a figure.
  const isPlain = 'client' in finding && typeof stability === 'object' && stability.failed === stability.of;
  return [
    ...(stability === 'flaky' ? ['flaky'] : []),
    ...(typeof stability === 'object' && !isPlain ? [`${stability.failed} of ${stability.of} times`] : []),
    ...(minimal ? [] : ['not minimal']),
  ];
}

/** How a requirement that no sentence states follows from its sources. */
function followsLines(
  { derivation }: Requirement,
  detail: FindingDetail,
  { colours, width }: RenderSettings,
): readonly string[] {
  if (derivation === undefined || detail === 'warning') return [];
  return labelled('follows', wrap(visible(derivation), width - 14), colours.dim, colours);
}

/** Expected over actual, so that the eye compares them. Values are shown as they are, ids included: they are the evidence. */
function differenceLines(finding: AnyFinding, { colours, width }: RenderSettings): readonly string[] {
  const { violation, seen } = finding;
  const place = visible(violation.pointer);
  const tally = `seen in ${seen.violated} of ${count(seen.exercised, 'client' in finding ? 'time' : 'exchange')}`;
  const room = Math.max(width - margin.length - labelWidth - place.length - 2, 24);
  const [expected, actual] = abbreviatePair(visibleJson(violation.expected), visibleJson(violation.actual), room);
  const column = Math.max([...expected].length, [...actual].length);
  const beside = column + tally.length + 4 <= room;
  const value = `${place}  ${colours.red(beside ? pad(actual, column) : actual)}`;
  return [
    ...labelled('expected', [`${place}  ${colours.green(expected)}`], plain, colours),
    ...labelled('actual', [beside ? `${value}    ${colours.dim(tally)}` : value], plain, colours),
    ...(beside ? [] : labelled('', [tally], colours.dim, colours)),
  ];
}

function reproductionLines(finding: AnyFinding, header: RunHeader, settings: RenderSettings): readonly string[] {
  if (finding.reproduction.length === 0) return [];
  return [
    `${margin}${settings.colours.dim(reproductionTitle(finding))}`,
    ...requestRows(finding.reproduction, violationToShow(finding), header, settings),
  ];
}

/** What a client violates stands in its request: in the answers there is nothing to point at. */
function violationToShow(finding: AnyFinding): AnyFinding['violation'] {
  return 'client' in finding ? { ...finding.violation, pointer: 'request' } : finding.violation;
}

function reproductionTitle(finding: AnyFinding): string {
  const { stability, minimal, reproduction } = finding;
  const size = count(reproduction.length, 'request');
  const isOne = reproduction.length === 1;
  if ('client' in finding && finding.client.dialogue.length === 0) return `what it sent, ${size}`;
  if ('client' in finding) return `what it sent in the case ${finding.client.case}, ${size}`;
  if (stability === 'flaky') return `as it was seen, ${size}; the same traffic did not fail again`;
  if (typeof stability === 'object')
    // What was before it is left out, and was never looked for.
    return `as it was seen, ${size}${isOne && !('place' in finding) ? '; alone it may not show again' : ''}`;
  if (minimal) return `smallest reproduction, ${size}`;
  if (!isOne) return `reproduction, ${size}; the line “again” goes on with the search for a smaller one`;
  // Fewer than one there cannot be, but simpler values.
  return `reproduction, ${size}${reproduction.some(hasValues) ? '; the line “again” goes on with the search for simpler values' : ''}`;
}

function hasValues({ request: { url, body } }: Exchange): boolean {
  return body.kind !== 'empty' || url.includes('?');
}

/** Where to look in a file; requests of others are not offered to be sent again. */
function placeLines(finding: AnyFinding, colours: Colours): readonly string[] {
  if (!('place' in finding)) return [];
  const { entry, file } = finding.place;
  return labelled('where', [`entry ${entry} of ${visible(file)}`], plain, colours);
}

function curlBlock({ reproduction }: AnyFinding, header: RunHeader, colours: Colours): readonly string[] {
  // Never wrapped: a command that is cut in two cannot be pasted.
  return [`${margin}${colours.dim('as curl')}`, ...curlLines(reproduction, header).map((line) => `      ${line}`)];
}

const plain = (text: string): string => text;

function labelled(
  label: string,
  lines: readonly string[],
  paint: (text: string) => string,
  colours: Colours,
): readonly string[] {
  return lines.map((line, index) => `${margin}${colours.dim(pad(index === 0 ? label : '', labelWidth))}${paint(line)}`);
}
