import { join } from 'node:path';
import { Command } from 'commander';
import picocolors from 'picocolors';
import { reporterNames, reporters, type ReporterName } from '../reporters/index.ts';
import type { ReportOptions } from '../reporters/text/options.ts';
import { sideBySideForms, type SideBySideForm } from '../reporters/side-by-side/index.ts';
import { sideBySide, type Column } from '../reporters/side-by-side/side-by-side.ts';
import { mostPressingCode } from '../results/exit-code.ts';
import { CommandError } from './command-error.ts';
import { reporterNamesFrom } from './judge-and-report.ts';
import { readReport } from './read-report.ts';
import { redactionOf } from './without-secrets.ts';
import { spokenText } from './printed.ts';
import { writeFile, writeReports } from './write-reports.ts';

interface ReportFlags {
  readonly report: string;
  readonly reportDir: string;
  readonly color: boolean;
  readonly verbose?: true;
}

/** `report FILE…`: renders the result streams of earlier runs again, and ends with the exit code of the run, or of the worst. */
export function reportCommand(): Command {
  return new Command('report')
    .description(
      'render the results of a run again, or of several side by side; the exit code is that of the worst run',
    )
    .argument('<files...>', 'the results.ndjson of each run, or its results.json')
    .option(
      '--report <names>',
      `reports to write: ${reporterNames.join(', ')}; separate several with commas`,
      'terminal',
    )
    .option('--report-dir <dir>', 'folder for the reports', 'conformance-report')
    .option('--no-color', 'no colours')
    .option('--verbose', 'list observations and every source')
    .action((files: readonly string[], flags: ReportFlags) => {
      // Names first: a slip in them should not cost the reading of a long stream.
      const names = reporterNamesFrom([flags.report]);
      const forms = files.length > 1 ? names.map(asForm) : [];
      const redaction = redactionOf(process.env);
      const columns = files.map((name) => ({ name, report: redaction.value(readReport(name)) }));
      const options = {
        colours: picocolors.createColors(flags.color && picocolors.isColorSupported),
        verbose: flags.verbose === true,
        ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
      };
      const [only] = columns;
      if (only !== undefined && columns.length === 1) renderOne(only, names, flags.reportDir, options);
      else renderSideBySide(columns, forms, flags.reportDir, options);
      process.exitCode = mostPressingCode(columns.map(({ report: { footer } }) => footer.exitCode));
    });
}

function asForm(name: ReporterName): SideBySideForm {
  if (name in sideBySideForms) return name as SideBySideForm;
  throw new CommandError(
    `The ${name} report is of one run; of several files there are ${Object.keys(sideBySideForms).join(', ')}.`,
  );
}

function renderOne({ report }: Column, names: readonly ReporterName[], folder: string, options: ReportOptions): void {
  const { terminal, fault } = writeReports(report, names, folder, options);
  process.stdout.write(terminal);
  if (fault !== undefined) throw fault;
}

function renderSideBySide(
  columns: readonly Column[],
  forms: readonly SideBySideForm[],
  folder: string,
  options: ReportOptions,
): void {
  const runs = sideBySide(columns);
  for (const form of forms) {
    const text = sideBySideForms[form](runs, options);
    const { file } = reporters[form];
    if (file === undefined) process.stdout.write(spokenText(form, text));
    else process.stdout.write(`report: ${writeFile(join(folder, file), text)}\n`);
  }
}
