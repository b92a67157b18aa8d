import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reporters, type ReporterName } from '../reporters/index.ts';
import type { ReportOptions } from '../reporters/text/options.ts';
import type { RunReport } from '../results/report.ts';
import { makeFolder } from '../targets/make-folder.ts';
import { spokenText } from './printed.ts';
import { unwritable } from './unwritable.ts';
import { CommandError } from './command-error.ts';

export interface WrittenReports {
  /** What is for the terminal; empty if that was not asked for. */
  readonly terminal: string;
  /** Why a file could not be written; the other forms were rendered all the same. */
  readonly fault: CommandError | undefined;
}

/** Renders a report in every form asked for. Forms with a file go to the directory, which is made if need be. */
export function writeReports(
  report: RunReport,
  names: readonly ReporterName[],
  directory: string,
  options: ReportOptions = {},
): WrittenReports {
  const files: string[] = [];
  let fault: CommandError | undefined;
  for (const name of names) {
    const { file, render } = reporters[name];
    if (file === undefined) continue;
    const path = join(directory, file);
    try {
      files.push(writeFile(path, render(report, options)));
    } catch (error) {
      fault ??= error instanceof CommandError ? error : unwritable(`The report ${path}`, error);
    }
  }
  const spoken = names.filter((name) => reporters[name].file === undefined);
  try {
    if (names.includes('github')) addToSummary(reporters.markdown.render(report, options));
  } catch (error) {
    fault ??= unwritable('The summary of the job', error);
  }
  // Last, so that it can say where the files are.
  const terminal = spoken
    .map((name) => spokenText(name, reporters[name].render(report, { ...options, files })))
    .join('\n');
  return { terminal, fault };
}

/**
 * Writes one file of a report, and gives its path.
 * @throws CommandError where it cannot be written
 */
export function writeFile(path: string, text: string): string {
  try {
    makeFolder(dirname(path));
    replace(path, text);
    return path;
  } catch (error) {
    throw unwritable(`The report ${path}`, error);
  }
}

/** GitHub shows it on the page of the run; other steps write to it, too. */
function addToSummary(markdown: string): void {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined && file !== '') appendFileSync(file, markdown);
}

/** In one step, so that there is never half a report. */
function replace(path: string, text: string): void {
  const part = `${path}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
