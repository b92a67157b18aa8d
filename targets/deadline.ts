import type { Clock } from './clock.ts';

/** The limit of time. It is asked here only, so that a recording can give the same answers again at the same places. */
export interface Deadline {
  /** The first request is about to be sent. */
  start(): void;
  /** A request is about to be sent. */
  sends(): void;
  isOver(): boolean;
  /** True if so many milliseconds can be waited before it is over. */
  allows(wait: number): boolean;
}

/** A limit that never comes. */
export const noDeadline: Deadline = {
  start: () => undefined,
  sends: () => undefined,
  isOver: () => false,
  allows: () => true,
};

/** @param maxTime milliseconds from the first request */
export function deadlineAfter(maxTime: number, clock: Clock): Deadline {
  let startedAt: number | undefined;
  const left = (): number => (startedAt === undefined ? maxTime : Math.max(maxTime - (clock.now() - startedAt), 0));
  return {
    start: () => void (startedAt ??= clock.now()),
    sends: () => undefined,
    isOver: () => left() <= 0,
    allows: (wait) => wait < left(),
  };
}
