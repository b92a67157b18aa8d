import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reporters, type ReporterName } from '../reporters/index.ts';
import type { ReportOptions } from '../reporters/options.ts';
import { makeFolder } from '../targets/make-folder.ts';
import type { RunReport } from '../results/report.ts';
import { CommandError } from './command-error.ts';

export interface WrittenReports {
  /** What is for the terminal; empty if that was not asked for. */
  readonly terminal: string;
  /** The files that were written, within the report directory. */
  readonly files: readonly string[];
}

/** Renders a report in every form asked for. Forms with a file go to the directory, which is made if need be. */
export function writeReports(
  report: RunReport,
  names: readonly ReporterName[],
  directory: string,
  options: ReportOptions = {},
): WrittenReports {
  const files = names.flatMap((name) => {
    const { file, render } = reporters[name];
    if (file === undefined) return [];
    const path = join(directory, file);
    write(directory, path, render(report, options));
    return [path];
  });
  const spoken = names.filter((name) => reporters[name].file === undefined);
  // Last, so that it can say where the files are.
  const terminal = spoken.map((name) => reporters[name].render(report, { ...options, files })).join('\n');
  return { terminal, files };
}

function write(directory: string, path: string, text: string): void {
  try {
    makeFolder(directory);
    writeFileSync(path, text);
  } catch (error) {
    throw new CommandError(
      `The report ${path} cannot be written: ${error instanceof Error ? error.message : 'no reason'}.`,
    );
  }
}
