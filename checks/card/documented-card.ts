import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { stateOfBody } from '../../traffic/state-of-body.ts';

/** The properties of a card that the service sets; what becomes of them in a create is left open (TC-CREATE-015). */
const setByTheService = [
  'id',
  'state',
  'confirmedBy',
  'createdDateTime',
  'lastModifiedDateTime',
  'createdBy',
  'lastModifiedBy',
  'originalEntry',
] as const;

/** True for the body of a create that leaves to the service what the service sets. */
export function leavesRestToService(sent: JsonObject): boolean {
  return setByTheService.every((name) => !Object.hasOwn(sent, name));
}

/** Breaks that were sent and have no end. */
export function openBreaks(sent: Json | undefined): number {
  return Array.isArray(sent) ? (sent as readonly Json[]).filter((one) => (at(one, '/end') ?? null) === null).length : 0;
}

/** True for a card whose state follows from what was sent: it begins, and at most one break of an open card is open. */
export function isDocumentedCard(sent: JsonObject): boolean {
  const open = openBreaks(sent['breaks']);
  return (
    leavesRestToService(sent) &&
    isJsonObject(sent['clockInEvent']) &&
    (isJsonObject(sent['clockOutEvent']) ? open === 0 : open <= 1)
  );
}

/**
 * True for a replacement from which the state of the card follows: it says all that the state depends on, so that nothing
 * of it is left to what becomes of what was left out, and if it names a state, then that one.
 */
export function saysItsState(sent: JsonObject): boolean {
  const open = openBreaks(sent['breaks']);
  const closes = isJsonObject(sent['clockOutEvent']);
  return (
    isJsonObject(sent['clockInEvent']) &&
    (closes || sent['clockOutEvent'] === null) &&
    Array.isArray(sent['breaks']) &&
    (closes ? open === 0 : open <= 1) &&
    (sent['state'] ?? stateOfBody(sent)) === stateOfBody(sent)
  );
}
