import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import { instantOf, isUtc } from './instants.ts';

/** True for a body with a time that is written with another offset than UTC: its type allows that, and no page shows it. */
export function hasOtherOffset(value: Json | undefined): boolean {
  if (typeof value === 'string') return isElsewhere(value);
  if (value === null || typeof value !== 'object') return false;
  return (isJsonObject(value) ? timesOf(value) : value).some(hasOtherOffset);
}

/** Notes may say anything, a time with an offset among it. */
function timesOf(value: JsonObject): readonly Json[] {
  return Object.entries(value).flatMap(([name, member]) => (name === 'content' ? [] : [member]));
}

function isElsewhere(text: string): boolean {
  return instantOf(text) !== undefined && !isUtc(text);
}
