import type { RunReport } from '../results/report.ts';
import { causeLines } from './text/cause-lines.ts';
import { count, wrap } from './text/layout.ts';
import { grouped, isWarning } from './view/common-causes.ts';
import { settingsOf, type RenderSettings, type ReportOptions } from './text/options.ts';
import { serverEndLines } from './text/server-end-lines.ts';
import { standingOf } from './view/breakdown.ts';
import { summaryLines } from './text/summary-lines.ts';
import { troubleLines } from './text/section-lines.ts';
import { inconclusiveLines, notExpressibleLines, skippedLines } from './text/unjudged-lines.ts';
import { visible, visibleJson } from './view/visible.ts';

/** The report at the end of a run: what is wrong first, the verdict last, where the eye is. */
export function renderTerminal(report: RunReport, options: ReportOptions = {}): string {
  const settings = settingsOf(options);
  const standing = standingOf(report, settings.requirementOf);
  const { groups, ...rest } = grouped(standing, report);
  const { failures, warnings } = settings.verbose ? standing : rest;
  const blocks = [
    referenceLines(report),
    serverEndLines(report, settings),
    nothingJudgedLines(report, settings),
    ...groups.filter((group) => !isWarning(group)).map((group) => causeLines(group, report, settings)),
    ...failures.map((trouble) => troubleLines(trouble, report, 'failure', settings)),
    ...groups.filter(isWarning).map((group) => causeLines(group, report, settings)),
    ...warnings.map((trouble) => troubleLines(trouble, report, 'warning', settings)),
    skippedLines(standing.skipped, settings),
    notExpressibleLines(standing.notExpressible, settings),
    inconclusiveLines(standing.inconclusive, settings, nothingJudged(report)),
    observationLines(report, settings),
    summaryLines(report, standing, settings),
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
