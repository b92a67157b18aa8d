import { join } from 'node:path';
import { failsTarget } from '../results/target-verdict.ts';
import { searchesLess } from '../engine/cases/effort.ts';
import type { RunReport } from '../results/report.ts';
import { requirement as rowOf, type RequirementId } from '../specs/requirements/index.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { readReport } from './read-report.ts';
import type { GivenSettings } from './settings.ts';

/**
 * The settings that make again what failed in the run whose results are in the report folder: its requirements, its seed,
 * effort and number of runs, and so the same traffic. Whatever is given beside `--last-failed` holds.
 *
 * @throws CommandError where there are no such results, or nothing in them failed
 */
export function asLastFailed(given: GivenSettings): GivenSettings {
  if (given.lastFailed !== true) return given;
  if (given.requirement !== undefined || given.path !== undefined)
    throw new CommandError('--last-failed chooses the requirements itself; leave out --requirement and --path.');
  const file = join(given.reportDir ?? 'conformance-report', 'results.ndjson');
  const report = readReport(file);
  const { header } = report;
  if (header.target.kind === 'capture' || header.target.kind === 'client' || header.target.kind === 'recording')
    throw new CommandError(
      `${file} holds no run against a server, so that nothing can be run again; run without --last-failed.`,
    );
  if (given.apiVersion !== undefined && given.apiVersion !== header.apiVersion)
    throw new CommandError(
      `${file} is of ${header.apiVersion}; leave --api-version out, or run without --last-failed.`,
    );
  if (given.effort !== undefined && searchesLess(given, header))
    throw new CommandError(
      `${file} is of a run with --effort ${header.effort ?? 'normal'}, and a smaller one may not come to what failed; leave --effort out.`,
    );
  const failed = failedIn(report, given.strict === true);
  if (failed.length === 0)
    throw new CommandError(`Nothing failed in ${file}, so there is nothing to run again.`, exitCodes.inconclusive);
  return {
    apiVersion: header.apiVersion,
    seed: header.seed,
    ...(header.effort === undefined ? {} : { effort: header.effort }),
    numRuns: header.numRuns,
    ...given,
    requirement: failed,
  };
}

/** Known failures, too: what is accepted is still worth another look. Of a run that was cut off, what it had found. */
function failedIn({ header, verdicts, findings }: RunReport, isStrict: boolean): readonly RequirementId[] {
  const judged = new Set(verdicts.map(({ requirement }) => requirement));
  const strict = isStrict || header.strict;
  const found = findings
    .map(({ requirement }) => requirement)
    .filter((id) => !judged.has(id) && (strict || rowOf(id).level === 'MUST'));
  const failed = verdicts.filter((verdict) => failsTarget(verdict, strict)).map(({ requirement }) => requirement);
  return [...new Set([...failed, ...found])];
}
