import type { RunReport } from '../../results/report.ts';
import { whyNotOursWords } from '../../targets/ledger/ownership.ts';
import { count, wrap } from './layout.ts';
import type { RenderSettings } from './options.ts';
import { visible } from '../view/visible.ts';

/** More ids than this would push the verdict off the screen. */
const mostIds = 5;

/** What a run leaves on the server, how to find it and how to be rid of it; and which cards it left alone as they are not its own. */
export function leftBehindLines(report: RunReport, { colours, width }: RenderSettings): readonly string[] {
  const { leftBehind, leftBehindSince, unnamed } = report.footer;
  const known =
    leftBehind.length === 0
      ? []
      : [
          colours.yellow(`${count(leftBehind.length, 'card')} could not be removed${sinceText(leftBehindSince)}:`),
          ...leftBehind.slice(0, mostIds).map((id) => `  ${visible(id)}`),
          ...(leftBehind.length > mostIds ? [`  and ${leftBehind.length - mostIds} more, see results.json`] : []),
        ];
  const unknown =
    unnamed === undefined
      ? []
      : wrap(
          `${count(unnamed.requests, 'request')} for a card broke off, or did not say which card ${unnamed.requests === 1 ? 'it' : 'they'} made${sinceText(unnamed.since)}; what there is of ${unnamed.requests === 1 ? 'it' : 'them'} is still there.`,
          width,
        ).map(colours.yellow);
  const lines = [...known, ...unknown];
  return [
    ...lines,
    ...(lines.length === 0 ? [] : howToFind(report, leftBehindSince ?? unnamed?.since)),
    ...notOursLines(report, { colours, width }),
  ];
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
    `  to find them: GET ${base}/${apiVersion}/teams/${visible(teamId)}/schedule/timeCards${since === undefined ? '' : `, those with a createdDateTime from ${visible(since)} on`}`,
    `  to remove them: npx timecard-conformance cleanup --base-url ${base}`,
  ];
}

/** Said once, with the first of them as an example. */
function notOursLines(
  { footer: { notOurs } }: RunReport,
  { colours, width }: Pick<RenderSettings, 'colours' | 'width'>,
): readonly string[] {
  if (notOurs === undefined) return [];
  const { answers, card, why } = notOurs;
  const which = card === undefined ? 'The first' : `The first is ${visible(card)}`;
  const sentence = `${count(answers, 'request')} for a new card ${answers === 1 ? 'was' : 'were'} answered with one that is not ours, and that was not written to. ${which}: ${whyNotOursWords[why]}.`;
  return wrap(sentence, width).map(colours.yellow);
}
