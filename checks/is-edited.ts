import { isJsonObject, type JsonObject } from '../specs/json.ts';
import { at } from '../specs/pointer.ts';
import { alike } from './alike.ts';

/**
 * True for a card that shows another clock-in than it began with. Source: timeCard, originalEntry, "before it was edited":
 * until then the two are the same.
 */
export function isEdited(card: JsonObject): boolean {
  const original = at(card, '/originalEntry/clockInEvent');
  return isJsonObject(original) && !alike(original, at(card, '/clockInEvent'));
}
