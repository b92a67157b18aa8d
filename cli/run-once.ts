import type { TokenSupply } from '../targets/live/token-supply.ts';
import type { ExitCode } from './exit-codes.ts';
import { judgeAndReport, type JudgedRun } from './judge-and-report.ts';
import { tellLeftBehind } from './left-behind.ts';
import { runOnTenant } from './live-run.ts';
import { runEngine } from './run-engine.ts';
import type { RunFlags } from './run-flags.ts';

/** How a run ended; without its outcome where it was refused before it began. */
export interface RunOnce {
  readonly exitCode: ExitCode;
  readonly judged?: JudgedRun;
}

/** Judges the target once, live or not, and reports. */
export async function runOnce({ configuration, reporting, live }: Omit<RunFlags, 'dryRunOnly'>): Promise<RunOnce> {
  let judged: JudgedRun | undefined;
  const judge = async (supply?: TokenSupply): Promise<ExitCode> => {
    judged = await judgeAndReport(configuration, reporting, (receive) => runEngine(configuration, receive, supply));
    return judged.exitCode;
  };
  const { baseUrl } = configuration;
  const isLive = live !== undefined && baseUrl !== undefined;
  if (!isLive) tellLeftBehind(configuration);
  const exitCode = isLive
    ? await runOnTenant({ ...configuration, baseUrl }, live, reporting.quiet, judge)
    : await judge();
  return { exitCode, ...(judged === undefined ? {} : { judged }) };
}
