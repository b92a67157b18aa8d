import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import { at } from '../specs/pointer.ts';

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
