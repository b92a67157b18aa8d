import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Diff } from './difference.ts';

/** 1 for what breaks (with `strict` what may, too), 3 where nothing could be compared; v1.0 against beta fails nothing. */
export function diffExitCode({ compared, counts, left, right }: Diff, strict: boolean): ExitCode {
  if (compared === 0) return exitCodes.inconclusive;
  return breaks(counts, strict) && left.apiVersion === right.apiVersion
    ? exitCodes.nonconforming
    : exitCodes.conforming;
}

/** True for differences that fail a run. */
export function breaks({ breaking, risky }: Diff['counts'], strict: boolean): boolean {
  return breaking + (strict ? risky : 0) > 0;
}
