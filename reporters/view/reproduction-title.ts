import type { AnyFinding } from '../../judgements/finding.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { count } from './amounts.ts';
import { speaksOfEarlierCard } from './earlier-card.ts';

/** What the requests of a finding are, and what a reader has to know who would send them again. */
export function reproductionTitle(finding: AnyFinding): string {
  return `${shownTitle(finding)}${omittedText(finding)}`;
}

function shownTitle(finding: AnyFinding): string {
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
