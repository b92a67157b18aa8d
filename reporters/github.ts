import type { RunReport } from '../results/report.ts';
import type { ReportOptions } from './text/options.ts';
import { viewOf, type Section } from './view/run-view.ts';
import { visible } from './view/visible.ts';

/** GitHub shows ten annotations of each kind for a step, and drops the others without a word. */
const mostOfEach = 10;

/**
 * Workflow commands of GitHub Actions that annotate the run: the failures that explain most come first, and where there are
 * more than GitHub shows, the last one says so.
 */
export function renderGithub(report: RunReport, options: ReportOptions = {}): string {
  const { sections } = viewOf(report, options.requirementOf);
  const of = (level: Section['level']): readonly Section[] =>
    sections.filter((section) => section.level === level).toSorted((one, other) => weightOf(other) - weightOf(one));
  return [...commands('error', of('failure')), ...commands('warning', of('warning'))]
    .map((line) => `${line}\n`)
    .join('');
}

function weightOf({ requirements }: Section): number {
  return requirements.length;
}

function commands(command: 'error' | 'warning', sections: readonly Section[]): readonly string[] {
  const isAll = sections.length <= mostOfEach;
  const shown = isAll ? sections : sections.slice(0, mostOfEach - 1);
  return [
    ...shown.map(({ id, title, requirements }) => {
      const more = requirements.length > 1 ? ` (${requirements.length} requirements)` : '';
      return `::${command} title=${property(id)}::${data(`${visible(title)}${more}`)}`;
    }),
    ...(isAll
      ? []
      : [`::${command} title=timecard-conformance::and ${sections.length - shown.length} more; see the summary`]),
  ];
}

/** As the toolkit of GitHub escapes what follows the second pair of colons. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As it escapes the value of a property. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
