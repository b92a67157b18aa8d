import { operations, type Operation } from '../../traffic/operation.ts';
import { enoughRequests, type Count } from './answer-statistics.ts';

/** What is known of each operation that was asked for. */
export type Counts = ReadonlyMap<Operation, Count>;

/** Fewer answers than this say nothing of a whole server, and fewer than that nothing of an operation. */
export const enoughOfServer = 10;
export const enoughOfOperation = 5;

/** The operations of which it holds, in the order of the specs. */
export function operationsWhere(counts: Counts, holds: (count: Count) => boolean): readonly Operation[] {
  return operations.filter((operation) => {
    const count = counts.get(operation);
    return count !== undefined && holds(count);
  });
}

/** A figure, over several operations. */
export function sum(listed: readonly Operation[], counts: Counts, figure: (count: Count) => number): number {
  return listed.reduce((total, operation) => {
    const count = counts.get(operation);
    return total + (count === undefined ? 0 : figure(count));
  }, 0);
}

/** A status, and how often it came. */
interface Frequent {
  readonly status: number | undefined;
  readonly times: number;
}

/** The operations for which there is one status only, by that status. */
export function byStatus(
  counts: Counts,
  statusOf: (count: Count) => Frequent,
  isMeant: (status: number, operation: Operation) => boolean,
): readonly (readonly [status: number, operations: readonly Operation[]])[] {
  const groups = new Map<number, Operation[]>();
  for (const [operation, count] of counts) {
    const { status, times } = statusOf(count);
    if (status === undefined || times < enoughRequests || !isMeant(status, operation)) continue;
    groups.set(status, [...(groups.get(status) ?? []), operation]);
  }
  return [...groups].map(([status, found]) => [status, operations.filter((one) => found.includes(one))] as const);
}

/** True for one of the listed operations. */
export function isAmong(operation: Operation | 'unknown', listed: readonly Operation[]): boolean {
  return listed.some((one) => one === operation);
}
