import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import picocolors from 'picocolors';
import { checkCapture, type CheckedCapture } from '../engine/captured/check-capture.ts';
import type { ReporterName } from '../reporters/index.ts';
import { readResultLines } from '../results/read.ts';
import { NoCapture, type Capture } from '../targets/captures/capture.ts';
import { readCaptureFile } from '../targets/captures/read-capture-file.ts';
import { credentialsIn, namesOfCredentials } from '../targets/captures/without-secrets.ts';
import { nothingToJudge, othersIn } from './capture-file.ts';
import { baselineFrom } from './read-baseline.ts';
import { saveBaseline } from './baseline-gate.ts';
import { CaptureResults } from './capture-results.ts';
import { CheckProgress } from './check-progress.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { reporterNamesFrom } from './judge-and-report.ts';
import { packedText } from './packed-text.ts';
import { excludedBy, matching } from './run-configuration.ts';
import { gather } from './gather-settings.ts';
import { addFlags, descriptionOf, variableOf, type GivenSettings } from './settings.ts';
import { whyUnreadable } from './why-unreadable.ts';
import { ReportFolder } from './report-folder.ts';
import { printed } from './printed.ts';
import { redactionOf } from './without-secrets.ts';
import { writeReports } from './write-reports.ts';

/** `check FILE`: judges traffic that others made, and makes none. */
export function checkCommand(): Command {
  const command = new Command('check')
    .description('judge traffic that was captured elsewhere: a HAR file, a recording, or what another tool exported')
    .argument('<file>', 'what a browser, a proxy or "record" saved');
  return addFlags(command, {
    baseUrl: 'time clock to judge, without the API version, if the file holds several',
    apiVersion: 'v1.0 or beta, if the file holds both',
    userId: 'user id of the caller, if no token in the file names it',
    requirement: descriptionOf('requirement'),
    exclude: 'do not judge these requirements: an id or a pattern',
    strict: descriptionOf('strict'),
    baseline: descriptionOf('baseline'),
    updateBaseline: descriptionOf('updateBaseline'),
    report: descriptionOf('report'),
    reportDir: descriptionOf('reportDir'),
    quiet: descriptionOf('quiet'),
    verbose: descriptionOf('verbose'),
    noColor: descriptionOf('noColor'),
  }).action(async (file: string, flags: Flags) => {
    const given = gather(flags, process.env, { path: 'no file', values: {} });
    process.exitCode = await check(file, given, reporterNamesFrom(given.report), flags);
  });
}

type Flags = Readonly<Record<string, unknown>>;

async function check(
  file: string,
  given: GivenSettings,
  names: readonly ReporterName[],
  flags: Flags,
): Promise<number> {
  const colour = given.noColor !== true;
  const chosen = given.requirement === undefined ? undefined : new Set(matching(given.requirement));
  const gate = baselineFrom(given, process.env);
  const progress = new CheckProgress(given.quiet === true ? undefined : process.stderr);
  const capture = await readFile(file, progress);
  const { baseUrl, apiVersion, userId } = given;
  const checked = checkCapture(capture, {
    file,
    onJudged: (done, total) => progress.show('judging', done, total),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(userId === undefined ? {} : { userId }),
    ...(chosen === undefined ? {} : { requirements: chosen }),
    ...(given.exclude === undefined ? {} : { excluded: excludedBy(given.exclude) }),
  });
  progress.clear();
  if (!('verdicts' in checked))
    throw new CommandError(nothingToJudge(file, capture, checked, wantedIn(given, flags)), exitCodes.inconclusive);
  gate?.judging(checked.apiVersion);
  const { path: folder } = new ReportFolder(given.reportDir ?? 'conformance-report');
  const path = join(folder, 'results.ndjson');
  const redaction = redactionOf(process.env, namesOfCredentials(credentialsIn(capture.exchanges)));
  const settings = { strict: given.strict === true, requirements: [...(chosen ?? [])], redaction, gate };
  new CaptureResults(path, settings).write(checked);
  const report = readResultLines(readFileSync(path, 'utf8'), { isOwn: true });
  const { terminal, fault } = writeReports(report, names, folder, {
    colours: picocolors.createColors(colour && picocolors.isColorSupported),
    verbose: given.verbose === true,
    ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
  });
  if (given.quiet !== true) process.stdout.write(`${terminal}${printed(othersText(checked))}`);
  if (fault !== undefined) throw fault;
  saveBaseline(gate);
  return report.footer.exitCode;
}

async function readFile(file: string, progress: CheckProgress): Promise<Capture> {
  try {
    const { size } = statSync(file);
    let read = 0;
    const open = packedText(file, (bytes) => {
      read += bytes;
      progress.show('reading', read, size);
    });
    return await readCaptureFile(open);
  } catch (error) {
    progress.clear();
    if (error instanceof NoCapture) throw new CommandError(`${file} ${error.message}.`);
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'a HAR file or a recording')}.`);
  }
}

/** What was asked for; of a variable that may be set since long ago, with its name. */
function wantedIn({ baseUrl, apiVersion }: GivenSettings, flags: Flags): string {
  const from = (name: 'baseUrl' | 'apiVersion') => (flags[name] === undefined ? ` (${variableOf(name)})` : '');
  const below = baseUrl === undefined ? '' : ` below ${baseUrl}${from('baseUrl')}`;
  return apiVersion === undefined ? below : `${below} of ${apiVersion}${from('apiVersion')}`;
}

function othersText(checked: CheckedCapture): string {
  return othersIn(checked)
    .map((sentence) => `${sentence} (--base-url and --api-version choose)\n`)
    .join('');
}
