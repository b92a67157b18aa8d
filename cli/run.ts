import { Command } from 'commander';
import { visible } from '../reporters/view/visible.ts';
import { dryRun } from './dry-run.ts';
import { withServer } from './started-server.ts';
import { addRunFlags, readRunFlags } from './run-flags.ts';
import { runOnce } from './run-once.ts';

/** `run`: judges a target and reports. */
export function runCommand(): Command {
  const command = new Command('run').description(
    'judge a server (the default command), or the embedded reference server',
  );
  return addRunFlags(command).action(async (flags: Readonly<Record<string, unknown>>) => {
    const { dryRunOnly, start, ...read } = await readRunFlags(flags);
    if (dryRunOnly) {
      process.stdout.write(await dryRun(read.configuration));
      return;
    }
    process.exitCode = await withServer(start, async () => (await runOnce(read)).exitCode);
    const { trace } = read.configuration;
    if (trace !== undefined && !read.reporting.quiet) process.stdout.write(`trace: ${visible(trace.file)}\n`);
  });
}
