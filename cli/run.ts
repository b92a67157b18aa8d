import { Command } from 'commander';
import { dryRun } from './dry-run.ts';
import { addRunFlags, readRunFlags } from './run-flags.ts';
import { runOnce } from './run-once.ts';

/** `run`: judges a target and reports. */
export function runCommand(): Command {
  const command = new Command('run').description(
    'judge a server (the default command), or the embedded reference server',
  );
  return addRunFlags(command).action(async (flags: Readonly<Record<string, unknown>>) => {
    const { dryRunOnly, ...read } = await readRunFlags(flags);
    if (dryRunOnly) process.stdout.write(await dryRun(read.configuration));
    else process.exitCode = (await runOnce(read)).exitCode;
  });
}
