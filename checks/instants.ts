import { instantOf as graphInstantOf } from '../schemas/date-time.ts';

/** `dateTimeOffsetValue` of the OData ABNF: seconds may be left out, and the fraction may have up to twelve digits. */
const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * The instant in milliseconds since the epoch, whatever its offset; undefined for what is no Edm.DateTimeOffset. Wider
 * than what Graph writes, so that an odd spelling is one finding (TC-SHAPE-021) and not one for each comparison.
 */
export function instantOf(text: string): number | undefined {
  const [, minutes, seconds = '00', fraction, offset = 'Z'] = form.exec(text) ?? [];
  if (minutes === undefined) return undefined;
  return graphInstantOf(`${minutes}:${seconds}${fraction === undefined ? '' : `.${fraction.slice(0, 7)}`}${offset}`);
}

/** True for an Edm.DateTimeOffset in UTC, however precise. */
export function isUtc(text: string): boolean {
  return instantOf(text) !== undefined && /(Z|[+-]00:00)$/.test(text);
}

/** The same to the millisecond: no document promises to keep more. */
export function sameInstants(left: number, right: number): boolean {
  return Math.abs(left - right) < 1;
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
export function isOneMoment(left: number, right: number): boolean {
  return Math.abs(left - right) < ownClocks;
}
