import type { Requirement } from '../../specs/requirements/index.ts';
import type { UnmetRequirement } from '../view/breakdown.ts';
import type { FindingView } from '../view/finding-view.ts';
import { visible } from '../view/visible.ts';
import { dialogueLines } from './dialogue-lines.ts';
import { abbreviate, abbreviatePair, pad, wrap } from './layout.ts';
import type { Colours, RenderSettings } from './options.ts';
import { requestRows } from './request-rows.ts';
import { sourceLines } from './source-lines.ts';

const labelWidth = 10;
const margin = '    ';

/** How much of a finding is shown: a failure with quotations and curl, a warning without. */
export type FindingDetail = 'failure' | 'warning';

/**
 * A requirement that does not hold, as a person reads it: what should hold and who says so, what came instead, how to see it
 * again.
 */
export function unmetLines(
  { requirement, finding }: UnmetRequirement,
  detail: FindingDetail,
  settings: RenderSettings,
): readonly string[] {
  if (finding === undefined)
    return [...headLines(requirement, detail, [], settings), `${margin}no reproduction was kept`];
  const { colours, width, verbose } = settings;
  const sources = sourceLines(requirement, { width: width - 14, all: verbose, quote: detail === 'failure' });
  return [
    ...headLines(requirement, detail, finding.flags, settings),
    ...labelled('source', sources, colours.dim, colours),
    ...followsLines(requirement, detail, settings),
    ...differenceLines(finding, settings),
    ...dialogueLines(finding.dialogue, settings),
    ...reproductionLines(finding, settings),
    ...(detail === 'failure' ? curlBlock(finding, colours) : []),
    ...entryLines(finding, colours),
    ...labelled('again', [finding.again], colours.cyan, colours),
    ...labelled('', tokenLines(finding, settings), colours.dim, colours),
  ];
}

/** Which cases a run has depends on the tokens: without one of them the same path is another case. */
function tokenLines({ tokens }: FindingView, { width }: RenderSettings): readonly string[] {
  return tokens.length === 0 ? [] : wrap(`with the same tokens set: ${tokens.join(', ')}`, width - 14);
}

/** The first line of anything about one requirement: mark, id, level, statement. */
function headLines(
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
function differenceLines(finding: FindingView, { colours, width }: RenderSettings): readonly string[] {
  const { place, seen, origin, others } = finding;
  const room = roomBeside(place, width);
  const [expected, actual] = abbreviatePair(finding.expected, finding.actual, room);
  const column = Math.max([...expected].length, [...actual].length);
  const beside = column + seen.length + 4 <= room;
  const value = `${place}  ${colours.red(beside ? pad(actual, column) : actual)}`;
  return [
    ...labelled('expected', [`${place}  ${colours.green(expected)}`], plain, colours),
    ...labelled('actual', [beside ? `${value}    ${colours.dim(seen)}` : value], plain, colours),
    ...(beside ? [] : labelled('', [seen], colours.dim, colours)),
    ...labelled('', origin === undefined ? [] : [origin], plain, colours),
    ...labelled(
      'also',
      others.map((other) => `${other.place}  ${colours.red(abbreviate(other.value, roomBeside(other.place, width)))}`),
      plain,
      colours,
    ),
  ];
}

function roomBeside(place: string, width: number): number {
  return Math.max(width - margin.length - labelWidth - place.length - 2, 24);
}

function reproductionLines({ reproductionTitle, requests }: FindingView, settings: RenderSettings): readonly string[] {
  if (requests.length === 0) return [];
  return [`${margin}${settings.colours.dim(reproductionTitle)}`, ...requestRows(requests, settings)];
}

/** Never wrapped: a command that is cut in two cannot be pasted. */
function curlBlock({ curl }: FindingView, colours: Colours): readonly string[] {
  if (curl === undefined) return [];
  return [`${margin}${colours.dim('as curl')}`, ...curl.map((line) => `      ${line}`)];
}

/** Where to look in a file; requests of others are not offered to be sent again. */
function entryLines({ entry }: FindingView, colours: Colours): readonly string[] {
  if (entry === undefined) return [];
  return labelled('where', [`entry ${entry.number} of ${visible(entry.file)}`], plain, colours);
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
