import type { TargetVerdict } from './verdict.ts';

/** What the process tells its caller. The numbers are part of the published interface. */
export const exitCodes = {
  conforming: 0,
  nonconforming: 1,
  usage: 2,
  inconclusive: 3,
  leftBehind: 4,
  refused: 5,
  /** Of this program, its disk or its terminal; see sysexits.h, EX_SOFTWARE. */
  fault: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Everything that has a say in the exit code of a run. */
export interface ExitFactors {
  /** Already counts `--strict`; see `targetVerdict`. */
  readonly verdict: TargetVerdict;
  /** Cards that could not be removed. They matter on a live target only: elsewhere nobody misses the room. */
  readonly leftBehind?: readonly string[];
  readonly live?: boolean;
  /** A safety rule refused the run or one of its requests. */
  readonly refused?: boolean;
  readonly usage?: boolean;
  /** Something of ours broke, or the disk or the terminal took no more: what the run found may not be all. */
  readonly fault?: boolean;
  readonly interrupted?: boolean;
}

/**
 * The one place that computes an exit code.
 * Where several apply, what somebody must act on comes first: 5, 4, 2, 70, then the signal, then 1, 3.
 */
export function exitCode(ending: ExitFactors): ExitCode {
  if (ending.refused === true) return exitCodes.refused;
  if (ending.live === true && (ending.leftBehind ?? []).length > 0) return exitCodes.leftBehind;
  if (ending.usage === true) return exitCodes.usage;
  if (ending.fault === true) return exitCodes.fault;
  if (ending.interrupted === true) return exitCodes.interrupted;
  return exitCodes[ending.verdict];
}

/** What somebody must act on comes first. */
const mostPressing: readonly ExitCode[] = [5, 4, 2, 70, 130, 1, 3, 0];

/** Of the exit codes of several runs the one that is most pressing; one that is not known is a fault. */
export function mostPressingCode(codes: readonly number[]): ExitCode {
  const known = codes.map((code) => mostPressing.find((one) => one === code) ?? exitCodes.fault);
  return mostPressing.find((code) => known.includes(code)) ?? exitCodes.inconclusive;
}
