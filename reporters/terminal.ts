import type { RunReport } from '../results/report.ts';
import { causeLines } from './text/cause-lines.ts';
import { unmetLines } from './text/finding-lines.ts';
import { wrap } from './text/layout.ts';
import { settingsOf, type RenderSettings, type ReportOptions } from './text/options.ts';
import { serverEndLines } from './text/server-end-lines.ts';
import { summaryLines } from './text/summary-lines.ts';
import { inconclusiveLines, notExpressibleLines, skippedLines } from './text/unjudged-lines.ts';
import { count } from './view/amounts.ts';
import { viewOf } from './view/run-view.ts';
import { visible, visibleJson } from './view/visible.ts';

/** The report at the end of a run: what is wrong first, the verdict last, where the eye is. */
export function renderTerminal(report: RunReport, options: ReportOptions = {}): string {
  const settings = settingsOf(options);
  const { breakdown, causes, unexplained, summary, serverEnds } = viewOf(report, settings.requirementOf);
  const { failures, warnings } = settings.verbose ? breakdown : unexplained;
  const causeBlocks = (level: 'failure' | 'warning'): readonly (readonly string[])[] =>
    causes.filter((cause) => cause.level === level).map((cause) => causeLines(cause, settings));
  const blocks = [
    referenceLines(report),
    serverEnds.flatMap((end) => serverEndLines(end, settings)),
    nothingJudgedLines(report, settings),
    ...causeBlocks('failure'),
    ...failures.map((unmet) => unmetLines(unmet, 'failure', settings)),
    ...causeBlocks('warning'),
    ...warnings.map((unmet) => unmetLines(unmet, 'warning', settings)),
    skippedLines(breakdown.skipped, settings),
    notExpressibleLines(breakdown.notExpressible, settings),
    inconclusiveLines(breakdown.inconclusive, settings, nothingJudged(report)),
    observationLines(report, settings),
    summaryLines(summary, settings),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

/** A reader who meant another server must not miss that this one was judged; the last line says it again. */
function referenceLines({ header }: RunReport): readonly string[] {
  return header.target.kind === 'reference'
    ? ['The embedded reference server was judged: no --base-url was given.']
    : [];
}

/** Why a run came to nothing; undefined where something was judged. */
function nothingJudged({ findings, footer: { stopped }, score: { exercised } }: RunReport): string | undefined {
  return exercised === 0 && findings.length === 0 ? stopped : undefined;
}

function nothingJudgedLines(report: RunReport, { colours, width }: RenderSettings): readonly string[] {
  const reason = nothingJudged(report);
  if (reason === undefined) return [];
  return wrap(`Nothing was judged: ${visible(reason)}`, width).map((line) => colours.bold(line));
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
