import type { JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { instantOf } from './instants.ts';

/** Both cover some of the same time, or may do so: what is not known may be any time. */
export function coverSameTime(one: JsonObject, other: JsonObject | undefined): boolean {
  const [from = 0, to = Infinity] = [timeOf(one, 'clockInEvent'), timeOf(one, 'clockOutEvent')];
  const [begin = 0, end = Infinity] = [timeOf(other, 'clockInEvent'), timeOf(other, 'clockOutEvent')];
  return begin <= to && from <= end;
}

/** When an event of a card is, in milliseconds since the epoch. */
export function timeOf(card: JsonObject | undefined, event: 'clockInEvent' | 'clockOutEvent'): number | undefined {
  return instantOf(at(card, `/${event}/dateTime`));
}
