import type { Command } from 'commander';
import type { RunConfiguration } from '../engine/configuration.ts';
import { readConfigurationFile } from './config-file.ts';
import { journalFolders } from '../targets/ledger/journal-folders.ts';
import { reporterNamesFrom, type Reporting } from './judge-and-report.ts';
import { configurationFrom } from './run-configuration.ts';
import { addFlags, gather } from './settings.ts';

/** What the flags, the environment and the configuration file say together. */
export interface RunFlags {
  readonly configuration: RunConfiguration;
  readonly reporting: Reporting;
  readonly dryRunOnly: boolean;
}

/** Gives a command everything that `run` can be told. */
export function addRunFlags(command: Command): Command {
  return addFlags(
    command
      .option('--config <file>', 'configuration file; otherwise timecard-conformance.config.{ts,mjs,js,json}')
      .option('--no-color', 'no colours'),
  );
}

/** Reads the flags of a command that takes them, with all that stands behind them. */
export async function readRunFlags(flags: Readonly<Record<string, unknown>>): Promise<RunFlags> {
  const named = flags['config'] ?? process.env['TIMECARD_CONFIG'];
  const file = await readConfigurationFile(typeof named === 'string' ? named : undefined, process.cwd());
  const given = gather(flags, process.env, file);
  const configuration = configurationFrom(given);
  return {
    configuration:
      configuration.baseUrl === undefined
        ? configuration
        : { ...configuration, journalFolders: journalFolders(process.env) },
    reporting: {
      names: reporterNamesFrom(given.report),
      folder: given.reportDir ?? 'conformance-report',
      colour: flags['color'] !== false,
      quiet: given.quiet === true,
      verbose: given.verbose === true,
    },
    dryRunOnly: given.dryRun === true,
  };
}
