import type { Decisions } from './policy.ts';

const halfMinute = 30_000;

/** Writes the headers that tell the time of an answer, in milliseconds since the epoch. */
export function dates(decisions: Decisions): (time: number) => Readonly<Record<string, string>> {
  let first: number | undefined;
  return (time) => {
    first ??= time;
    const passed = time - first;
    switch (decisions.on('date')) {
      case 'omitted':
        return {};
      case 'sent':
        return { date: utc(time) };
      case 'cached': {
        const age = passed % halfMinute;
        return { date: utc(time - age), age: String(Math.floor(age / 1000)) };
      }
      case 'standing':
        return { date: utc(first) };
      case 'fast':
        return { date: utc(first + 2 * passed) };
    }
  };
}

function utc(time: number): string {
  return new Date(time).toUTCString();
}
