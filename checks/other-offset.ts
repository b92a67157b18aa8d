import { isJsonObject, type Json } from '../traffic/json.ts';
import { instantOf, isUtc } from './assertions/instants.ts';

/** True for a body with a time that is written with another offset than UTC: its type allows that, and no page shows it. */
export function hasOtherOffset(value: Json | undefined): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(hasOtherOffset);
  if (!isJsonObject(value)) return instantOf(value) !== undefined && !isUtc(value);
  // Notes may say anything, a time with an offset among it.
  return Object.entries(value).some(([name, member]) => name !== 'content' && hasOtherOffset(member));
}
