/** Times are kept in thousandths of a millisecond since the beginning. */
const steps = 1000;

/** A time since `zero`, as it stands in a recording. */
export function sinceStart(time: number, zero: number): number {
  return Math.round((time - zero) * steps) / steps;
}

/** The time that a recording's number stands for. */
export function recordedTime(sinceZero: number, zero: number): number {
  return zero + sinceZero;
}

/** A time as it will be after it was written down and read again. */
export function inSteps(time: number, zero: number): number {
  return recordedTime(sinceStart(time, zero), zero);
}
