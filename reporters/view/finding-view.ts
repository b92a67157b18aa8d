import type { AnyFinding, SentWrong } from '../../judgements/finding.ts';
import { sortOf } from '../../engine/seen-values.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at, equalJson } from '../../traffic/pointer.ts';
import type { RunHeader } from '../../results/line.ts';
import { count } from './amounts.ts';
import { curlLines } from './curl.ts';
import { repeatCommand, tokensToRepeat } from './replay-command.ts';
import { reproductionTitle } from './reproduction-title.ts';
import { requestViews, type RequestView } from './request-view.ts';
import { visible, visibleJson } from './visible.ts';

/** A value where it stood. */
export interface PlacedValue {
  /** A JSON pointer, or what stands for one, such as `status`. */
  readonly place: string;
  readonly value: string;
}

/** What a client library was asked, and what it handed over. */
export interface DialogueView {
  readonly turns: readonly { readonly asked: string; readonly said: string }[];
  /** The other cases that show the same. */
  readonly otherCases: readonly string[];
}

/** A finding as every report tells it. All text is at full length and safe to print. */
export interface FindingView {
  /** As the requirement's check names it. */
  readonly pointer: string;
  /** What restricts it: `flaky`, `2 of 5 times`, `not minimal`. */
  readonly flags: readonly string[];
  readonly place: string;
  readonly expected: string;
  readonly actual: string;
  /** `seen in 3 of 3 exchanges`. */
  readonly seen: string;
  /** Which request of ours brought the value in, where it was sent wrong on purpose. */
  readonly origin?: string;
  /** Other values that broke the requirement. */
  readonly others: readonly PlacedValue[];
  readonly dialogue?: DialogueView;
  /** What the requests below it are. */
  readonly reproductionTitle: string;
  readonly requests: readonly RequestView[];
  readonly isMinimal: boolean;
  /** The same requests for a shell; absent for traffic of others. */
  readonly curl?: readonly string[];
  /** The entry of the file that shows it, of traffic that others made. */
  readonly entry?: { readonly number: number; readonly file: string };
  /** The command that shows it again. */
  readonly again: string;
  /** The variables that have to be set for it as they were, where that is not only the caller's token. */
  readonly tokens: readonly string[];
}

export function findingView(finding: AnyFinding, header: RunHeader): FindingView {
  const { violation, seen, sentWrong, minimal, reproduction } = finding;
  const dialogue = dialogueView(finding);
  return {
    pointer: violation.pointer,
    flags: flagsOf(finding),
    place: visible(violation.pointer),
    expected: visibleJson(violation.expected),
    actual: visibleJson(violation.actual),
    seen: `seen in ${seen.violated} of ${count(seen.exercised, 'client' in finding ? 'time' : 'exchange')}`,
    ...(sentWrong === undefined ? {} : { origin: originText(finding, sentWrong) }),
    others: otherValues(finding),
    ...(dialogue === undefined ? {} : { dialogue }),
    reproductionTitle: reproductionTitle(finding),
    requests: requestViews(reproduction, violationToShow(finding), header),
    isMinimal: minimal,
    ...('replay' in finding ? { curl: curlLines(reproduction, header) } : {}),
    ...('place' in finding ? { entry: { number: finding.place.entry, file: finding.place.file } } : {}),
    again: visible(repeatCommand(header, finding)),
    tokens: tokensToRepeat(header, finding),
  };
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

/** Which request brought a wrong value in, so that a reader does not look for it in the server. */
function originText({ reproduction }: AnyFinding, { sequence, pointer }: SentWrong): string {
  const index = reproduction.findIndex((exchange) => exchange.sequence === sequence);
  const request = index < 0 ? 'an earlier request' : `request ${reproduction[index]?.entry ?? index + 1}`;
  const body: Exchange['request']['body'] | undefined = reproduction[index]?.request.body;
  return body?.kind === 'json' && at(body.value, pointer) === undefined
    ? `left out as ${visible(pointer)} of ${request} on purpose: that was taken, and it is missing here`
    : `sent as ${visible(pointer)} in ${request}, wrong on purpose: it was taken, and is shown again`;
}

/** The other values that broke the requirement, so that all of them can be put right at once. */
function otherValues({ violation, seen: { values = [] }, sentWrong }: AnyFinding): readonly PlacedValue[] {
  // Of what a server makes up itself, such as ids and times, another of the same sort is nothing new.
  const isShown = (actual: Json): boolean =>
    sentWrong === undefined ? sortOf(actual) === sortOf(violation.actual) : equalJson(actual, violation.actual);
  return values
    .filter(({ pointer, actual }) => pointer !== violation.pointer || !isShown(actual))
    .map(({ pointer, actual }) => ({ place: visible(pointer), value: visibleJson(actual) }));
}

/** Nothing for findings that are not of a client library, and where the library was not asked by us. */
function dialogueView(finding: AnyFinding): DialogueView | undefined {
  if (!('client' in finding) || finding.client.dialogue.length === 0) return undefined;
  const { cases, dialogue, case: shown } = finding.client;
  return {
    turns: dialogue.map(({ asked, said }) => ({ asked: askedText(asked), said: visibleJson(said) })),
    otherCases: cases.filter((one) => one !== shown),
  };
}

/** The operation first, then what it is given. */
function askedText(asked: Json): string {
  if (!isJsonObject(asked)) return visibleJson(asked);
  const { op, ...given } = asked;
  return `${visible(String(op))}  ${visibleJson(given)}`;
}

/** What a client violates stands in its request: in the answers there is nothing to point at. */
function violationToShow(finding: AnyFinding): AnyFinding['violation'] {
  return 'client' in finding ? { ...finding.violation, pointer: 'request' } : finding.violation;
}
