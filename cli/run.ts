import { Command } from 'commander';
import { dryRun } from './dry-run.ts';
import { judgeAndReport } from './judge-and-report.ts';
import { tellLeftBehind } from './left-behind.ts';
import { runEngine } from './run-engine.ts';
import { addRunFlags, readRunFlags } from './run-flags.ts';

/** `run`: judges a target and reports. */
export function runCommand(): Command {
  const command = new Command('run').description(
    'judge a server (the default command), or the embedded reference server',
  );
  return addRunFlags(command).action(async (flags: Readonly<Record<string, unknown>>) => {
    const { configuration, reporting, dryRunOnly } = await readRunFlags(flags);
    if (dryRunOnly) {
      process.stdout.write(await dryRun(configuration));
      return;
    }
    tellLeftBehind(configuration);
    const { exitCode } = await judgeAndReport(configuration, reporting, (receive) => runEngine(configuration, receive));
    process.exitCode = exitCode;
  });
}
