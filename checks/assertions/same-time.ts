import type { JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { instantOf } from './instants.ts';

/** From when to when a card is, in milliseconds since the epoch; an end that is not known is undefined. */
export interface Span {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export function spanOf(card: JsonObject | undefined): Span {
  return { from: timeOf(card, 'clockInEvent'), to: timeOf(card, 'clockOutEvent') };
}

/** Both cover some of the same time, or may do so: what is not known may be any time. */
export function coverSameTime({ from = 0, to = Infinity }: Span, other: Span): boolean {
  const { from: begin = 0, to: end = Infinity } = other;
  return begin <= to && from <= end;
}

/** When an event of a card is, in milliseconds since the epoch. */
function timeOf(card: JsonObject | undefined, event: 'clockInEvent' | 'clockOutEvent'): number | undefined {
  return instantOf(at(card, `/${event}/dateTime`));
}
