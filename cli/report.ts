import { Command } from 'commander';
import picocolors from 'picocolors';
import { parseReporterNames, reporterNames, UnknownReporterError, type ReporterName } from '../reporters/index.ts';
import { CommandError } from './command-error.ts';
import { readReport } from './read-report.ts';
import { redactionOf } from './without-secrets.ts';
import { writeReports } from './write-reports.ts';

interface ReportFlags {
  readonly report: string;
  readonly reportDir: string;
  readonly color: boolean;
  readonly verbose?: true;
}

/** `report FILE`: renders the result stream of an earlier run again, and ends with the exit code of that run. */
export function reportCommand(): Command {
  return new Command('report')
    .description('render the results of a run again, with the exit code of that run')
    .argument('<file>', 'the results.ndjson of a run, or its results.json')
    .option(
      '--report <names>',
      `reports to write: ${reporterNames.join(', ')}; separate several with commas`,
      'terminal',
    )
    .option('--report-dir <dir>', 'folder for the reports', 'conformance-report')
    .option('--no-color', 'no colours')
    .option('--verbose', 'list observations and every source')
    .action((file: string, flags: ReportFlags) => {
      // Names first: a slip in them should not cost the reading of a long stream.
      const names = namesOf(flags.report);
      const report = redactionOf(process.env).value(readReport(file));
      const { terminal, fault } = writeReports(report, names, flags.reportDir, {
        colours: picocolors.createColors(flags.color && picocolors.isColorSupported),
        verbose: flags.verbose === true,
        ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
      });
      process.stdout.write(terminal);
      if (fault !== undefined) throw fault;
      process.exitCode = report.footer.exitCode;
    });
}

function namesOf(list: string): readonly ReporterName[] {
  try {
    return parseReporterNames(list);
  } catch (error) {
    if (error instanceof UnknownReporterError) throw new CommandError(error.message);
    throw error;
  }
}
