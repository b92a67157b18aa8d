import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeClient } from '../clients/client-outcome.ts';
import { teamOf } from '../clients/perform.ts';
import { originOf, type Performance } from '../clients/scene.ts';
import { clientResultLines, type ClientOutcome } from '../results/client-results.ts';
import { readResultLines } from '../results/read.ts';
import { openResultStream } from '../results/stream.ts';
import { saveBaseline } from './baseline-gate.ts';
import type { ClientReporting, ClientSettings } from './client-settings.ts';
import type { ExitCode } from './exit-codes.ts';
import { ReportFolder } from './report-folder.ts';
import { suiteVersion } from './suite-version.ts';
import { unwritable } from './unwritable.ts';
import { redactionOf } from './without-secrets.ts';
import { writeReports } from './write-reports.ts';

export interface PerformedIn {
  readonly startedAt: number;
  readonly command?: readonly string[];
  readonly interrupted?: boolean;
}

/** Judges what was seen of a library, writes and prints the reports, and gives the exit code. */
export function reportPerformance(
  performance: Performance,
  told: ClientSettings,
  { startedAt, command, interrupted }: PerformedIn,
): ExitCode {
  const outcome = clientOutcome(performance, told, startedAt);
  const { client, verdicts, findings, strict, stopped } = outcome;
  const { baseline: gate } = told;
  const today = new Date(startedAt).toISOString().slice(0, 10);
  const baseline = gate?.hold({ verdicts, findings, strict, today, isPartial: stopped !== undefined });
  const code = writeOutcome(
    {
      ...outcome,
      client: { ...client, ...(command === undefined ? {} : { command }) },
      durationMs: Date.now() - startedAt,
      ...(baseline === undefined ? {} : { baseline }),
      ...(interrupted === true ? { interrupted } : {}),
    },
    told.reporting,
  );
  saveBaseline(gate);
  return code;
}

/** What was found out about a library, by what was seen of it. */
export function clientOutcome(
  performance: Performance,
  { chosen, excluded, strict, expected }: Pick<ClientSettings, 'chosen' | 'excluded' | 'strict' | 'expected'>,
  startedAt: number,
): ClientOutcome {
  const { library, host, seed, stopped } = performance;
  return {
    suiteVersion,
    client: { ...library, host },
    baseUrl: originOf[host],
    teamId: teamOf(seed),
    apiVersion: 'v1.0',
    seed,
    requirements: [...(chosen ?? [])],
    strict,
    startedAt,
    durationMs: 0,
    ...judgeClient(performance, chosen, excluded),
    expected,
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** Writes the result stream and every report, prints what is for the terminal, and gives the exit code. */
export function writeOutcome(
  outcome: ClientOutcome,
  { names, folder: path, quiet, verbose, colours }: ClientReporting,
): ExitCode {
  const folder = new ReportFolder(path);
  try {
    const report = readResultLines(write(join(path, 'results.ndjson'), outcome), { isOwn: true });
    const { terminal, fault } = writeReports(report, names, path, {
      colours,
      verbose,
      ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
    });
    if (!quiet) process.stdout.write(terminal);
    if (fault !== undefined) throw fault;
    return report.footer.exitCode as ExitCode;
  } finally {
    folder.release();
  }
}

/** Gives the text of the stream that was written. */
function write(path: string, outcome: ClientOutcome): string {
  const redaction = redactionOf(process.env);
  try {
    const stream = openResultStream(path);
    try {
      for (const line of clientResultLines(outcome)) stream.write(redaction.value(line));
    } finally {
      stream.close();
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unwritable(`The results ${path}`, error);
  }
}
