import type { RunReport } from '../results/report.ts';
import { renderBadge } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderGithub } from './github.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { ReportOptions } from './text/options.ts';
import { renderSarif } from './sarif.ts';
import { renderTerminal } from './terminal.ts';

/** Turns a report into text. Pure: the same report gives the same text. */
export interface Reporter {
  /** The file that the text goes to, within the report directory; absent for what goes to the terminal. */
  readonly file?: string;
  /** Written where nobody says which. */
  readonly isUsual?: true;
  readonly render: (report: RunReport, options: ReportOptions) => string;
}

/** The one list of what can be written: names, files, defaults and help follow from it. */
const all = {
  terminal: { isUsual: true, render: renderTerminal },
  json: { file: 'results.json', isUsual: true, render: renderJson },
  junit: { file: 'junit.xml', isUsual: true, render: renderJunit },
  ctrf: { file: 'ctrf-report.json', render: renderCtrf },
  markdown: { file: 'summary.md', render: renderMarkdown },
  github: { render: renderGithub },
  sarif: { file: 'results.sarif', render: renderSarif },
  html: { file: 'report.html', render: renderHtml },
  badge: { file: 'badge.json', render: renderBadge },
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = keyof typeof all;
export const reporters: Readonly<Record<ReporterName, Reporter>> = all;
export const reporterNames = Object.keys(all) as readonly ReporterName[];
export const usualReporters = reporterNames.filter((name) => reporters[name].isUsual === true);

/** Somebody asked for a report that there is not. */
export class UnknownReporterError extends Error {
  override readonly name = 'UnknownReporterError';

  constructor(asked: string) {
    super(`Unknown report ${JSON.stringify(asked)}: choose from ${reporterNames.join(', ')}.`);
  }
}

/** Reads a list such as `terminal,junit`. Throws an UnknownReporterError for a name that is none. */
export function parseReporterNames(list: string): readonly ReporterName[] {
  const names = list.split(',').map((name) => name.trim());
  return [...new Set(names.map(asReporterName))];
}

function asReporterName(asked: string): ReporterName {
  const found = reporterNames.find((name) => name === asked.toLowerCase());
  if (found === undefined) throw new UnknownReporterError(asked);
  return found;
}
