import { parseInstant as graphInstantOf } from '../../schemas/date-time.ts';
import type { Json } from '../../traffic/json.ts';

/**
 * `dateTimeOffsetValue` of the OData ABNF: seconds may be left out, the fraction may have up to twelve digits, and T and Z
 * may be in lower case, as all literals of an ABNF (RFC 5234, 2.3).
 */
const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|[+-]\d\d:\d\d)$/i;

/**
 * The instant in milliseconds since the epoch, whatever its offset; undefined for what is no Edm.DateTimeOffset. Wider
 * than what Graph writes, so that an odd spelling is one finding (TC-SHAPE-021) and not one for each comparison.
 */
export function instantOf(value: Json | undefined): number | undefined {
  if (typeof value !== 'string') return undefined;
  const known = read.get(value);
  if (known !== undefined) return known;
  const instant = graphInstantOf(value.replace(form, asGraphWrites));
  if (read.size >= mostKept) read.clear();
  if (instant !== undefined) read.set(value, instant);
  return instant;
}

/** Many checks read the same few times, one after the other. */
const mostKept = 1000;
const read = new Map<string, number>();

/**
 * True for text in the place of a time that cannot be read as one. It is a finding of its own (TC-GEN-013, TC-SHAPE-021),
 * and is compared with nothing, so that one missing Z does not fail every row that speaks of a time.
 */
export function isUnreadableTime(value: Json | undefined): boolean {
  return typeof value === 'string' && instantOf(value) === undefined;
}

/** True for a time that only lacks its offset, as a local time of nowhere: `2025-01-07T21:35:36`. */
export function lacksOffset(value: Json | undefined): boolean {
  return typeof value === 'string' && isUnreadableTime(value) && instantOf(`${value}Z`) !== undefined;
}

function asGraphWrites(_all: string, minutes: string, seconds = '00', fraction = '0', offset = ''): string {
  return `${minutes}:${seconds}.${fraction.slice(0, 7)}${offset}`.toUpperCase();
}

/** True for an Edm.DateTimeOffset in UTC, however precise. */
export function isUtc(value: Json | undefined): boolean {
  return instantOf(value) !== undefined && /Z|[+-]00:00/i.test(String(value));
}

/** The same to the millisecond: no document promises to keep more. What is no instant is the same as none. */
export function sameInstants(left: number | undefined, right: number | undefined): boolean {
  return distance(left, right) < 1;
}

/** The same to the second, rounded or cut off. */
export function isSameSecond(left: number | undefined, right: number | undefined): boolean {
  return distance(left, right) < 1000;
}

function distance(left = NaN, right = NaN): number {
  return Math.abs(left - right);
}

/**
 * How far two times that one service wrote may be apart where they should be in order, or the same: it may run on several
 * machines, read its clock twice, or count in seconds, and no page says how finely it keeps time. Milliseconds.
 */
const ownClocks = 1000;

/** Not before the other one by more than the clocks of one service may differ; `exactly` by nothing at all. */
export function isNotBefore(later: number, earlier: number, how: 'clearly' | 'exactly' = 'clearly'): boolean {
  return later > earlier - (how === 'exactly' ? 1 : ownClocks);
}

/** Of one moment, as the clocks of one service tell it. */
export function isOneMoment(left: number | undefined, right: number | undefined): boolean {
  return distance(left, right) < ownClocks;
}
