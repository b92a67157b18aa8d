import type { Diff, DifferenceGroup, Side } from '../../results/diff/difference.ts';
import { codeSpan, plainMarkdown } from '../markup/markdown-text.ts';
import { headings, toldGroups, verdictOfDiff } from './words.ts';

/** So many places are listed; of more the number is enough, so that a comment on a pull request holds them all. */
const mostPlaces = 20;
/** A value that is longer is cut: it is in the JSON form. */
const longest = 300;

/** A comparison for a pull request: GitHub-flavoured Markdown in which no text of a server is markup. */
export function renderDiffMarkdown(diff: Diff): string {
  const lines = [
    '# What changed in behaviour',
    '',
    `**${plainMarkdown(verdictOfDiff(diff))}**`,
    '',
    `- From: ${sideText(diff.left)}`,
    `- To: ${sideText(diff.right)}`,
    ...diff.notes.map((note) => `- Note: ${plainMarkdown(note)}`),
    ...toldGroups(diff, false).flatMap(groupLines),
    ...(diff.counts.notComparable > 0 ? ['', `In one run only: ${diff.counts.notComparable}.`] : []),
    ...(diff.unsteady.length > 0 ? ['', `Ignored as noise: ${diff.unsteady.length}.`] : []),
    ...(diff.hidden.length > 0 ? ['', `Hidden by \`--severities\`: ${diff.hidden.length}.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function sideText({ target, apiVersion, suiteVersion, seed, startedAt }: Side): string {
  const parts = [
    `${codeSpan(target)} ${apiVersion}`,
    ...(startedAt === undefined ? [] : [codeSpan(startedAt.slice(0, 10))]),
    `suite ${codeSpan(suiteVersion)}`,
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ];
  return parts.join(', ');
}

function groupLines(group: DifferenceGroup): readonly string[] {
  const shown = group.places.slice(0, mostPlaces);
  const left = group.places.length - shown.length;
  const rights = group.isOfRights === true ? ', for somebody other than the caller' : '';
  return [
    '',
    `## ${headings[group.class]}${rights}: ${span(group.from)} → ${span(group.to)}`,
    '',
    `${plainMarkdown(group.because)}:`,
    '',
    ...shown.map(({ id, subject }) => `- ${codeSpan(id)} ${plainMarkdown(subject.slice(0, longest))}`),
    ...(left > 0 ? [`- and ${left} more`] : []),
  ];
}

function span(text: string): string {
  return codeSpan(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
