import { instantOf } from '../../checks/assertions/instants.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';

const minute = 60_000;

/**
 * The body with all its times moved alike, so that the last of them lies some minutes before the hour that runs: the
 * same for runs within one hour, so that they send the same bytes.
 */
export function timesOfToday(body: Json, now: number, minutesBefore: number): Json {
  const latest = Math.max(...instantsIn(body));
  const shift = Math.floor(now / (60 * minute)) * 60 * minute - minutesBefore * minute - latest;
  return Number.isFinite(latest) ? moved(body, shift) : body;
}

function instantsIn(value: Json): readonly number[] {
  if (typeof value === 'string') return [instantOf(value) ?? []].flat();
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(instantsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(instantsIn) : [];
}

function moved(value: Json, shift: number): Json {
  if (typeof value === 'string') {
    const instant = instantOf(value);
    return instant === undefined ? value : withOffsetOf(value, instant + shift);
  }
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => moved(one, shift));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moved(one, shift)]));
}

/** The instant written with the offset that the text has. */
function withOffsetOf(text: string, instant: number): string {
  const [offset, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  if (offset === undefined) return new Date(instant).toISOString();
  const ahead = (Number(hours) * 60 + Number(minutes)) * minute * (sign === '-' ? -1 : 1);
  return new Date(instant + ahead).toISOString().replace('Z', offset);
}
