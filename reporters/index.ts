import type { RunReport } from '../results/report.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import type { ReportOptions } from './options.ts';
import { renderTerminal } from './terminal.ts';

export const reporterNames = ['terminal', 'json', 'junit'] as const;
export type ReporterName = (typeof reporterNames)[number];

/** Turns a report into text. Pure: the same report gives the same text. */
export interface Reporter {
  /** The file that the text goes to, within the report directory; absent for what goes to the terminal. */
  readonly file?: string;
  readonly render: (report: RunReport, options: ReportOptions) => string;
}

export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  terminal: { render: renderTerminal },
  json: { file: 'results.json', render: renderJson },
  junit: { file: 'junit.xml', render: renderJunit },
};

/** Somebody asked for a report that there is not. */
export class UnknownReporterError extends Error {
  override readonly name = 'UnknownReporterError';

  constructor(asked: string) {
    super(`There is no report named ${JSON.stringify(asked)}: choose from ${reporterNames.join(', ')}.`);
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
