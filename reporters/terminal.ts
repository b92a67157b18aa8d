import type { RunReport } from '../results/report.ts';
import { count } from './fit.ts';
import { settingsOf, type RenderSettings, type ReportOptions } from './options.ts';
import { standingOf } from './standing.ts';
import { summaryLines } from './summary-text.ts';
import { troubleLines } from './trouble-text.ts';
import { inconclusiveLines, skippedLines } from './unjudged-text.ts';
import { visible, visibleJson } from './visible.ts';

/** The report at the end of a run: what is wrong first, the verdict last, where the eye is. */
export function renderTerminal(report: RunReport, options: ReportOptions = {}): string {
  const settings = settingsOf(options);
  const standing = standingOf(report, settings.requirementOf);
  const blocks = [
    ...standing.failures.map((trouble) => troubleLines(trouble, report, 'failure', settings)),
    ...standing.warnings.map((trouble) => troubleLines(trouble, report, 'warning', settings)),
    skippedLines(standing.skipped, settings),
    inconclusiveLines(standing.inconclusive, settings),
    observationLines(report, settings),
    summaryLines(report, standing, settings),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

function observationLines({ observations }: RunReport, { colours, verbose }: RenderSettings): readonly string[] {
  if (observations.length === 0) return [];
  const title = `${colours.bold('Observed')} ${count(observations.length, 'fact')} that no document settles`;
  if (!verbose) return [`${title} ${colours.dim('(--verbose lists them)')}`];
  return [
    title,
    ...observations.map(({ requirement, observation, count: times }) => {
      const fact = `${visible(observation.subject)}  ${visibleJson(observation.value)}`;
      return `  ${requirement}  ${fact}  ${colours.dim(`×${times}`)}`;
    }),
  ];
}
