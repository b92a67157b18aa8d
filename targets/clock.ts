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

/** A clock whose pauses last no longer than that once it is told to hurry. */
export interface HurriedClock extends Clock {
  hurry(): void;
}

/** @param longest how long a pause may take once there is hurry, in milliseconds */
export function hurriedClock(inner: Clock, longest: number): HurriedClock {
  const waiting = new Set<() => void>();
  let isHurried = false;
  const pause = async (milliseconds: number): Promise<void> => {
    if (milliseconds <= longest) return inner.pause(milliseconds);
    if (isHurried) return inner.pause(longest);
    let hurry: () => void = () => undefined;
    const hurried = new Promise<void>((resolve) => (hurry = resolve));
    waiting.add(hurry);
    const isOver = await Promise.race([inner.pause(milliseconds).then(() => true), hurried.then(() => false)]);
    waiting.delete(hurry);
    if (!isOver) await inner.pause(longest);
  };
  return {
    now: () => inner.now(),
    pause,
    hurry: () => {
      isHurried = true;
      for (const hurry of waiting) hurry();
    },
  };
}
