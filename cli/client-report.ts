import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeClient } from '../clients/client-outcome.ts';
import { teamOf } from '../clients/perform.ts';
import { originOf, type Performance } from '../clients/scene.ts';
import { clientResultLines, type ClientOutcome } from '../results/client-results.ts';
import { readResultLines } from '../results/read.ts';
import type { RunReport } from '../results/report.ts';
import { openResultStream } from '../results/stream.ts';
import type { ClientReporting, ClientSettings } from './client-settings.ts';
import { CommandError } from './command-error.ts';
import { suiteVersion } from './suite-version.ts';
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
): number {
  const { library, host, seed, stopped } = performance;
  const judged = judgeClient(performance, told.chosen);
  const report = writeOutcome(
    {
      suiteVersion,
      client: { ...library, host, ...(command === undefined ? {} : { command }) },
      baseUrl: originOf[host],
      teamId: teamOf(seed),
      apiVersion: 'v1.0',
      seed,
      requirements: [...(told.chosen ?? [])],
      strict: told.strict,
      startedAt,
      durationMs: Date.now() - startedAt,
      ...judged,
      expected: told.expected,
      ...(stopped === undefined ? {} : { stopped }),
      ...(interrupted === true ? { interrupted } : {}),
    },
    told.reporting,
  );
  return report.footer.exitCode;
}

/** Writes the result stream and every report, and prints what is for the terminal. */
export function writeOutcome(
  outcome: ClientOutcome,
  { names, folder, quiet, verbose, colours }: ClientReporting,
): RunReport {
  const path = join(folder, 'results.ndjson');
  write(path, outcome);
  const report = readResultLines(readFileSync(path, 'utf8'), { isOwn: true });
  const { terminal } = writeReports(report, names, folder, {
    colours,
    verbose,
    ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
  });
  if (!quiet) process.stdout.write(terminal);
  return report;
}

function write(path: string, outcome: ClientOutcome): void {
  try {
    const stream = openResultStream(path);
    try {
      for (const line of clientResultLines(outcome)) stream.write(line);
    } finally {
      stream.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason was given';
    throw new CommandError(`The results ${path} cannot be written: ${reason}.`);
  }
}
