import type { RunReport } from '../../results/report.ts';
import { whyNotOursWords } from '../../targets/ledger/ownership.ts';
import { count } from './amounts.ts';
import { visible } from './visible.ts';

/** What a run leaves on the server, and which cards it left alone as they are not its own. */
export interface LeftBehindView {
  readonly cards: readonly string[];
  /** `2 cards could not be removed, since …`; absent where there are none. */
  readonly title?: string;
  /** Cards that there may be, of which nobody knows the id. */
  readonly unnamed?: string;
  /** How to find what is left and how to be rid of it. */
  readonly ways: readonly string[];
  /** Said once, with the first of them as an example. */
  readonly notOurs?: string;
}

export function leftBehindView(report: RunReport): LeftBehindView {
  const { leftBehind, leftBehindSince, unnamed, notOurs } = report.footer;
  const isNothing = leftBehind.length === 0 && unnamed === undefined;
  return {
    cards: leftBehind.map(visible),
    ...(leftBehind.length === 0
      ? {}
      : { title: `${count(leftBehind.length, 'card')} could not be removed${sinceText(leftBehindSince)}` }),
    ...(unnamed === undefined ? {} : { unnamed: unnamedText(unnamed) }),
    ways: isNothing ? [] : howToFind(report, leftBehindSince ?? unnamed?.since),
    ...(notOurs === undefined ? {} : { notOurs: notOursText(notOurs) }),
  };
}

function unnamedText({ requests, since }: NonNullable<RunReport['footer']['unnamed']>): string {
  const isOne = requests === 1;
  return `${count(requests, 'request')} for a card broke off, or did not say which card ${isOne ? 'it' : 'they'} made${sinceText(since)}; what there is of ${isOne ? 'it' : 'them'} is still there.`;
}

function isPseudonym(baseUrl: string): boolean {
  return /^https?:\/\/host\d+\.example\b/.test(baseUrl);
}

function sinceText(since: string | undefined): string {
  return since === undefined ? '' : `, since ${visible(since)}`;
}

/** Nothing outlives the embedded server, and a recording has no server. */
function howToFind(
  { header: { target, apiVersion, teamId } }: RunReport,
  since: string | undefined,
): readonly string[] {
  if (target.kind !== 'server' && target.kind !== 'live') return [];
  // A run that is recorded knows its server by a pseudonym only.
  const base = isPseudonym(target.baseUrl) ? '(its address)' : visible(target.baseUrl.replace(/\/+$/, ''));
  return [
    `to find them: GET ${base}/${apiVersion}/teams/${visible(teamId)}/schedule/timeCards${since === undefined ? '' : `, those with a createdDateTime from ${visible(since)} on`}`,
    `to remove them: npx timecard-conformance cleanup --base-url ${base}`,
  ];
}

function notOursText({ answers, card, why }: NonNullable<RunReport['footer']['notOurs']>): string {
  const which = card === undefined ? 'The first' : `The first is ${visible(card)}`;
  return `${count(answers, 'request')} for a new card ${answers === 1 ? 'was' : 'were'} answered with one that is not ours, and that was not written to. ${which}: ${whyNotOursWords[why]}.`;
}
