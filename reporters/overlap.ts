import type { Exchange } from '../specs/exchange.ts';

/** True for two exchanges that were sent so that they overlapped. */
export function overlap({ intent: left }: Exchange, { intent: right }: Exchange): boolean {
  return left !== undefined && right !== undefined && left.overlaps === right.step && right.overlaps === left.step;
}
