import type { FaultHooks } from '../reference/fault.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import { hour, reading, showing } from './seams.ts';

export const day = 24 * hour;

/** The value with the text of each event's time changed, within members of those names only where some are named. */
function timesIn(value: Json, change: (text: string) => string, within?: string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => timesIn(one, change, within));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (name === 'dateTime' && typeof one === 'string') return [name, within === undefined ? change(one) : one];
      return [name, timesIn(one, change, name === within ? undefined : within)];
    }),
  );
}

function whereValid(change: (text: string, instant: Date) => string): (text: string) => string {
  return (text) => (Number.isNaN(Date.parse(text)) ? text : change(text, new Date(text)));
}

/** Changes the text of each time in a body that is one, within members of those names only where some are named. */
export function readingTimes(
  operations: readonly Operation[],
  change: (text: string, instant: Date) => string,
  within?: string,
): FaultHooks {
  return reading(operations, (body) => timesIn(body, whereValid(change), within));
}

/** Changes how the times of events look in answers. */
export function showingTimes(operation: 'get' | 'list', change: (text: string, instant: Date) => string): FaultHooks {
  return showing((card) => {
    const names = ['clockInEvent', 'clockOutEvent', 'breaks'] as const;
    const shown = names.flatMap((name) =>
      card[name] === undefined ? [] : [[name, timesIn(card[name], whereValid(change))] as const],
    );
    return { ...card, ...Object.fromEntries<Json>(shown) };
  }, operation);
}

/** Whether it is a Sunday on which another month begins within the week. */
export function isLastSunday(instant: Date, month: number): boolean {
  const later = new Date(instant.getTime() + 7 * day);
  return instant.getUTCDay() === 0 && instant.getUTCMonth() === month && later.getUTCMonth() !== month;
}

/** Whether it is the first Sunday of a month, of which January is 0. */
export function isFirstSunday(instant: Date, month: number): boolean {
  return instant.getUTCDay() === 0 && instant.getUTCMonth() === month && instant.getUTCDate() <= 7;
}
