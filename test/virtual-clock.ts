import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../targets/clock.ts';

/** When runs begin that are told nothing else, and all that is measured: milliseconds since the epoch. */
export const usualBegin = Date.parse('2026-11-26T12:30:00Z');

/** Pauses up to so many milliseconds are really made: requests that overlap need them. */
const shortPause = 5;

/**
 * A clock on which every look takes a millisecond and every pause what it asks for, while hardly any time goes by: what is
 * measured with it depends on no calendar and on no machine, and waits for nothing.
 *
 * @param begin milliseconds since the epoch
 */
export function virtualClock(begin: number): Clock {
  let time = begin;
  return {
    now: () => (time += 1),
    pause: async (milliseconds) => {
      time += milliseconds;
      await sleep(milliseconds > shortPause ? 0 : milliseconds);
    },
  };
}
