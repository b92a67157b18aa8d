import type { Exchange, Intent } from '../../traffic/exchange.ts';

/** True for two exchanges that were sent so that they were under way at the same time. */
export function overlap({ intent: left }: Exchange, { intent: right }: Exchange): boolean {
  return left !== undefined && right !== undefined && namesOf(left) === right.step && namesOf(right) === left.step;
}

function namesOf({ overlaps, beside }: Intent): string | undefined {
  return overlaps ?? beside;
}
