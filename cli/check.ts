import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import picocolors from 'picocolors';
import { checkCapture, type CheckedCapture } from '../engine/captured/check-capture.ts';
import { count } from '../reporters/fit.ts';
import type { ReporterName } from '../reporters/index.ts';
import { readResultLines } from '../results/read.ts';
import type { NoTimeClock } from '../targets/captures/one-time-clock.ts';
import { NoCapture, type Capture } from '../targets/captures/capture.ts';
import { readCapture } from '../targets/captures/read-capture.ts';
import { credentialsIn, namesOfCredentials } from '../targets/captures/without-secrets.ts';
import { baselineFrom } from './read-baseline.ts';
import { saveBaseline } from './baseline-gate.ts';
import { CaptureResults } from './capture-results.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { reporterNamesFrom } from './judge-and-report.ts';
import { excludedBy, matching } from './run-configuration.ts';
import { gather } from './gather-settings.ts';
import { addFlags, descriptionOf, variableOf, type GivenSettings } from './settings.ts';
import { readPackedText } from './text-file.ts';
import { whyUnreadable } from './why-unreadable.ts';
import { ReportFolder } from './report-folder.ts';
import { redactionOf } from './without-secrets.ts';
import { writeReports } from './write-reports.ts';

/** `check FILE`: judges traffic that others made, and makes none. */
export function checkCommand(): Command {
  const command = new Command('check')
    .description('judge traffic that others made: a HAR file, a recording, or exchanges as NDJSON')
    .argument('<file>', 'what a browser, a proxy or "record" kept');
  return addFlags(command, {
    baseUrl: 'time clock to judge, without the API version, where the file holds several',
    apiVersion: 'v1.0 or beta, where the file holds both',
    userId: 'user id of the caller, where no token in the file tells it',
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
  }).action((file: string, flags: Flags) => {
    const given = gather(flags, process.env, { path: 'no file', values: {} });
    process.exitCode = check(file, given, reporterNamesFrom(given.report), flags);
  });
}

type Flags = Readonly<Record<string, unknown>>;

function check(file: string, given: GivenSettings, names: readonly ReporterName[], flags: Flags): number {
  const colour = given.noColor !== true;
  const chosen = given.requirement === undefined ? undefined : new Set(matching(given.requirement));
  const gate = baselineFrom(given, process.env);
  const capture = readFile(file);
  const { baseUrl, apiVersion, userId } = given;
  const checked = checkCapture(capture, {
    file,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(userId === undefined ? {} : { userId }),
    ...(chosen === undefined ? {} : { requirements: chosen }),
    ...(given.exclude === undefined ? {} : { excluded: excludedBy(given.exclude) }),
  });
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
  if (given.quiet !== true) process.stdout.write(`${terminal}${othersText(checked)}`);
  if (fault !== undefined) throw fault;
  saveBaseline(gate);
  return report.footer.exitCode;
}

function readFile(file: string): Capture {
  let text: string;
  try {
    text = readPackedText(file);
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${whyUnreadable(error, 'a HAR file or a recording')}.`);
  }
  try {
    return readCapture(text);
  } catch (error) {
    if (error instanceof NoCapture) throw new CommandError(`${file} ${error.message}.`);
    throw error;
  }
}

/** Why a file that could be read has nothing for us in it. */
function nothingToJudge(
  file: string,
  { entries, faults, exchanges }: Capture,
  { others }: NoTimeClock,
  wanted: string,
): string {
  if (entries === 0) return `${file} holds no requests at all; keep the traffic of a time clock in it.`;
  const [first] = faults;
  const malformed =
    first === undefined
      ? ''
      : `; ${faults.length} cannot be read, the first of them is entry ${first.entry}, which ${first.fault}`;
  if (exchanges.length === 0)
    return `${file} holds ${count(entries, 'entry', 'entries')} and no request that can be read${malformed}.`;
  const instead = others.map(([address, requests]) => `${requests} for ${address}`).join(', ');
  const why = others.length > 0 ? `it holds ${instead}` : 'none goes to …/teams/{id}/schedule/timeCards';
  return `${file} holds no request for time cards${wanted} among its ${entries}: ${why}${malformed}.`;
}

/** What was asked for; of a variable that may be set since long ago, with its name. */
function wantedIn({ baseUrl, apiVersion }: GivenSettings, flags: Flags): string {
  const from = (name: 'baseUrl' | 'apiVersion') => (flags[name] === undefined ? ` (${variableOf(name)})` : '');
  const below = baseUrl === undefined ? '' : ` below ${baseUrl}${from('baseUrl')}`;
  return apiVersion === undefined ? below : `${below} of ${apiVersion}${from('apiVersion')}`;
}

/** One time clock is judged at a time; what else could be judged is named with what chooses it. */
function othersText({ others }: CheckedCapture): string {
  return others
    .map(
      ([address, requests]) =>
        `not judged: ${requests} more for time cards at ${address} (--base-url and --api-version choose)\n`,
    )
    .join('');
}
