import { setTimeout as sleep } from 'node:timers/promises';

/** The time that a run goes by: that of this machine, or that of a recording, which nobody waits for. */
export interface Clock {
  /** Milliseconds since the epoch; never steps back. */
  readonly now: () => number;
  /** @param milliseconds how long to wait */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** The time of this machine. */
export const machineClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  pause: (milliseconds) => sleep(milliseconds),
};
