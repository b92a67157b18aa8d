import { parseInstant } from '../schemas/date-time.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import { formatInstant, simplestInstant } from './instants.ts';

const first = Date.parse(simplestInstant);
const hour = 3600_000;

/** The simple instant of that rank: `2024-01-01T08:00:00Z`, then an hour later for each. */
export function simpleInstant(rank: number): string {
  return formatInstant(first + rank * hour, 0);
}

/**
 * How large a body is to a reader: a positive whole number, so that whatever only ever makes it smaller comes to an end.
 * Absent is less than null, null than false, false than true; `a` is the least text; simple instants are less than others,
 * in their order.
 */
export function jsonSize(value: Json): number {
  if (value === null) return 1;
  if (typeof value === 'boolean') return value ? 3 : 2;
  if (typeof value === 'number') return 2 + String(value).length;
  if (typeof value === 'string') return sizeOfText(value);
  const members = isJsonObject(value) ? Object.values(value) : value;
  return members.reduce<number>((sum, member) => sum + 1 + jsonSize(member), 2);
}

function sizeOfText(text: string): number {
  // A word of the contract that most bodies have: nothing that could stand in its place is smaller.
  if (text === 'text') return 3;
  // The empty text is less ordinary than `a`, so nothing shrinks to it that would also fail with a letter.
  if (text === '') return 5;
  const instant = parseInstant(text);
  if (instant === undefined) return 3 + text.length + (text.length - text.replaceAll(/[^a]/g, '').length);
  const rank = (instant - first) / hour;
  const isSimple = text.endsWith('Z') && Number.isInteger(rank) && rank >= 0 && rank < 100 && !text.includes('.');
  return isSimple ? 20 + rank : 130 + text.length;
}
