import { Command } from 'commander';
import { visible } from '../reporters/visible.ts';
import type { TokenSupply } from '../targets/live/token-supply.ts';
import { dryRun } from './dry-run.ts';
import type { ExitCode } from './exit-codes.ts';
import { judgeAndReport } from './judge-and-report.ts';
import { tellLeftBehind } from './left-behind.ts';
import { runOnTenant } from './live-run.ts';
import { runEngine } from './run-engine.ts';
import { withServer } from './started-server.ts';
import { addRunFlags, readRunFlags, type RunFlags } from './run-flags.ts';

/** `run`: judges a target and reports. */
export function runCommand(): Command {
  const command = new Command('run').description(
    'judge a server (the default command), or the embedded reference server',
  );
  return addRunFlags(command).action(async (flags: Readonly<Record<string, unknown>>) => {
    const read = await readRunFlags(flags);
    if (read.dryRunOnly) {
      process.stdout.write(await dryRun(read.configuration));
      return;
    }
    process.exitCode = await withServer(read.start, () => runNow(read));
    const { trace } = read.configuration;
    if (trace !== undefined && !read.reporting.quiet) process.stdout.write(`trace: ${visible(trace.file)}\n`);
  });
}

async function runNow({ configuration, reporting, live }: RunFlags): Promise<ExitCode> {
  const judge = async (supply?: TokenSupply): Promise<ExitCode> =>
    (await judgeAndReport(configuration, reporting, (receive) => runEngine(configuration, receive, supply))).exitCode;
  const { baseUrl } = configuration;
  if (live !== undefined && baseUrl !== undefined)
    return runOnTenant({ ...configuration, baseUrl }, live, reporting.quiet, judge);
  tellLeftBehind(configuration);
  return judge();
}
