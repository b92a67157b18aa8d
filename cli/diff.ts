import { Command } from 'commander';
import picocolors from 'picocolors';
import { diffFormatNames, diffFormats, type DiffFormat } from '../reporters/diff/index.ts';
import { diffReports } from '../results/diff/compare.ts';
import { diffExitCode } from '../results/diff/exit-code.ts';
import type { RunReport } from '../results/report.ts';
import { CommandError } from './command-error.ts';
import { readBehaviour } from './read-behaviour.ts';
import { readSeverities } from './read-severities.ts';

interface DiffFlags {
  readonly format: string;
  readonly noise?: readonly string[];
  readonly severities?: string;
  readonly strict?: true;
  readonly force?: true;
  readonly verbose?: true;
  readonly color: boolean;
}

/** `diff A B`: what changed in behaviour between two runs. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('tell what changed in behaviour between two runs; ends with 1 where something breaks')
    .argument('<before>', 'the results.ndjson or results.json of a run, a HAR file, or a recording')
    .argument('<after>', 'the same of a later time, or of another server')
    .option('--format <name>', diffFormatNames.join(', '), 'text')
    .option(
      '--noise <file>',
      'another run of the first server: what moves between the two by itself is left aside',
      collected,
    )
    .option(
      '--severities <file>',
      'JSON object of id or pattern → class, or none, which outweighs the class given here',
    )
    .option('--strict', 'what is risky fails, too')
    .option('--force', 'compare runs whose requirements differ')
    .option('--verbose', 'list every place, and what only one run came to')
    .option('--no-color', 'no colours')
    .action((before: string, after: string, flags: DiffFlags) => {
      const format = formatNamed(flags.format);
      const severities = flags.severities === undefined ? new Map() : readSeverities(flags.severities);
      const [left, right] = [readBehaviour(before), readBehaviour(after)];
      const noise = (flags.noise ?? []).map(readBehaviour);
      for (const other of [right, ...noise]) refuseOther(left, other, flags.force === true);
      const diff = diffReports(left, right, { noise, severities });
      process.stdout.write(
        diffFormats[format](diff, {
          colours: picocolors.createColors(flags.color && picocolors.isColorSupported),
          verbose: flags.verbose === true,
          ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
        }),
      );
      process.exitCode = diffExitCode(diff, flags.strict === true);
    });
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function formatNamed(name: string): DiffFormat {
  const found = diffFormatNames.find((known) => known === name);
  if (found === undefined)
    throw new CommandError(`--format is ${JSON.stringify(name)}; give ${diffFormatNames.join(', ')}.`);
  return found;
}

/** Runs that answer different questions have nothing to say about one change. */
function refuseOther({ header: left }: RunReport, { header: right }: RunReport, isForced: boolean): void {
  if ((left.client === undefined) !== (right.client === undefined))
    throw new CommandError('One of the runs judged a server and the other a client; compare runs of one kind.');
  const isOther = left.catalogue !== undefined && right.catalogue !== undefined && left.catalogue !== right.catalogue;
  if (isOther && !isForced)
    throw new CommandError(
      `The runs were judged by different requirements (suites ${left.suiteVersion} and ${right.suiteVersion}); run both with one version, or give --force.`,
    );
}
