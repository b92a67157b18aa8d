import type { Exchange } from '../../traffic/exchange.ts';
import type { AnyFinding, SentWrong } from '../../judgements/finding.ts';
import { sortOf } from '../../engine/seen-values.ts';
import type { Json } from '../../traffic/json.ts';
import { at, equalJson } from '../../traffic/pointer.ts';
import type { Requirement } from '../../specs/requirements/index.ts';
import type { RunHeader } from '../../results/line.ts';
import { curlLines } from '../view/curl.ts';
import { speaksOfEarlierCard } from '../view/earlier-card.ts';
import { abbreviate, abbreviatePair, count, pad, wrap } from './layout.ts';
import type { Colours, RenderSettings } from './options.ts';
import { replayCommand } from '../view/replay-command.ts';
import { dialogueLines } from './dialogue-lines.ts';
import { requestRows } from './request-rows.ts';
import { sourceLines } from './source-lines.ts';
import { visible, visibleJson } from '../view/visible.ts';

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
  const { stability, minimal, sentWrong } = finding;
  // Of a client only what chance decides is worth a figure.
  const isPlain = 'client' in finding && typeof stability === 'object' && stability.failed === stability.of;
  return [
    ...(sentWrong === undefined ? [] : ['only by a value that we sent wrong on purpose']),
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
function differenceLines(finding: AnyFinding, settings: RenderSettings): readonly string[] {
  const { violation, seen, sentWrong } = finding;
  const { colours, width } = settings;
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
    ...labelled('', sentWrong === undefined ? [] : [whenceText(finding, sentWrong)], plain, colours),
    ...alsoLines(finding, settings),
  ];
}

/** Which request brought a wrong value in, so that a reader does not look for it in the server. */
function whenceText({ reproduction }: AnyFinding, { sequence, pointer }: SentWrong): string {
  const index = reproduction.findIndex((exchange) => exchange.sequence === sequence);
  const request = index < 0 ? 'an earlier request' : `request ${reproduction[index]?.entry ?? index + 1}`;
  const { body } = reproduction[index]?.request ?? {};
  return body?.kind === 'json' && at(body.value, pointer) === undefined
    ? `left out as ${visible(pointer)} of ${request} on purpose: that was taken, and it is missing here`
    : `sent as ${visible(pointer)} in ${request}, wrong on purpose: it was taken, and is shown again`;
}

/** The other values that broke the requirement, so that all of them can be put right at once. */
function alsoLines(
  { violation, seen: { values = [] }, sentWrong }: AnyFinding,
  { colours, width }: RenderSettings,
): readonly string[] {
  // Of what a server makes up itself, such as ids and times, another of the same sort is nothing new.
  const isShown = (actual: Json): boolean =>
    sentWrong === undefined ? sortOf(actual) === sortOf(violation.actual) : equalJson(actual, violation.actual);
  const others = values.filter(({ pointer, actual }) => pointer !== violation.pointer || !isShown(actual));
  const lines = others.map(({ pointer, actual }) => {
    const place = visible(pointer);
    const room = Math.max(width - margin.length - labelWidth - place.length - 2, 24);
    return `${place}  ${colours.red(abbreviate(visibleJson(actual), room))}`;
  });
  return labelled('also', lines, plain, colours);
}

function reproductionLines(finding: AnyFinding, header: RunHeader, settings: RenderSettings): readonly string[] {
  if (finding.reproduction.length === 0) return [];
  return [
    `${margin}${settings.colours.dim(`${reproductionTitle(finding)}${omittedText(finding)}`)}`,
    ...requestRows(finding.reproduction, violationToShow(finding), header, settings),
  ];
}

/** What a client violates stands in its request: in the answers there is nothing to point at. */
function violationToShow(finding: AnyFinding): AnyFinding['violation'] {
  return 'client' in finding ? { ...finding.violation, pointer: 'request' } : finding.violation;
}

function reproductionTitle(finding: AnyFinding): string {
  const isOfOthers = !('replay' in finding);
  const earlier = !isOfOthers && speaksOfEarlierCard(finding);
  const title = titleOf(finding, isOfOthers || earlier);
  return earlier ? `${title}; it is about a card that was made before, so that it may not show alone` : title;
}

/** @param isSaid whether it is said elsewhere what the requests rest on */
function titleOf(finding: AnyFinding, isSaid: boolean): string {
  const { stability, minimal, reproduction } = finding;
  const size = count(reproduction.length, 'request');
  const isOne = reproduction.length === 1;
  if ('client' in finding && finding.client.dialogue.length === 0) return `what it sent, ${size}`;
  if ('client' in finding) return `what it sent in the case ${finding.client.case}, ${size}`;
  if (stability === 'flaky') return `as it was seen, ${size}; the same traffic did not fail again`;
  if (typeof stability === 'object')
    // What was before is left out, and nobody tried whether it matters.
    return `as it was seen, ${size}${isSaid ? '' : `; alone ${isOne ? 'it' : 'they'} may not show it again`}`;
  if (minimal) return `smallest reproduction, ${size}`;
  if (!isOne) return `reproduction, ${size}; the line “again” goes on with the search for a smaller one`;
  // Fewer than one there cannot be, but simpler values.
  return `reproduction, ${size}${reproduction.some(hasValues) ? '; the line “again” goes on with the search for simpler values' : ''}`;
}

/** What a reader has to know who would send the requests again. */
function omittedText({ omitted }: AnyFinding): string {
  return omitted === undefined
    ? ''
    : `; ${count(omitted, 'request')} before them ${omitted === 1 ? 'is' : 'are'} not kept`;
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
