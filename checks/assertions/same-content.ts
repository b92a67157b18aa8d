import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { isPlainText } from '../../traffic/plain-text.ts';
import { instantOf, lacksOffset, sameInstants } from './instants.ts';
import { sameLocation } from '../card/location-names.ts';

/** The documented names within a card; whatever else an object carries may differ between two representations. */
export const comparedNames: ReadonlySet<string> = new Set([
  'clockInEvent',
  'clockOutEvent',
  'breaks',
  'breakId',
  'start',
  'end',
  'notes',
  'dateTime',
  'contentType',
  'content',
]);

/**
 * Equal as a time card's values are: instants as instants, null and absent alike, breaks in any order, and of each object
 * the documented members only.
 */
export function haveSameContent(left: Json | undefined, right: Json | undefined): boolean {
  if ((left ?? null) === (right ?? null) || sameInstants(instantOf(left), instantOf(right))) return true;
  // Two times of which one does not say its offset may be the same, and nobody can tell.
  if (isTime(left) && isTime(right) && (lacksOffset(left) || lacksOffset(right))) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return sameElements(left as readonly Json[], right as readonly Json[]);
  }
  return isJsonObject(left) && isJsonObject(right) && sameMembers(left, right);
}

function isTime(value: Json | undefined): boolean {
  return lacksOffset(value) || instantOf(value) !== undefined;
}

/** Each element has one of its own on the other side: no document promises an order. */
function sameElements(left: readonly Json[], right: readonly Json[]): boolean {
  const rest = [...right];
  return (
    left.length === right.length &&
    left.every((element) => {
      const found = rest.findIndex((candidate) => haveSameContent(element, candidate));
      rest.splice(found, 1);
      return found !== -1;
    })
  );
}

function sameMembers(left: JsonObject, right: JsonObject): boolean {
  const sanitised = mayBeSanitised(left) || mayBeSanitised(right);
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return (
    sameLocation(left, right) &&
    [...names].every(
      (name) =>
        !comparedNames.has(name) || (sanitised && name === 'content') || haveSameContent(left[name], right[name]),
    )
  );
}

/** Notes whose text a server may clean up, at once or later: html, and text that no document promises to keep. */
function mayBeSanitised({ content, contentType }: JsonObject): boolean {
  return contentType === 'html' || (typeof content === 'string' && !isPlainText(content));
}
