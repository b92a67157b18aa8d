import type { JsonObject } from '../../../traffic/json.ts';
import type { Step } from '../case.ts';

/** A replace of the card. */
export function replacement(body: JsonObject): Step {
  return { name: 'replace', operation: 'replace', card: 'card', body };
}

/** The body of an action that says where it happens, and perhaps something more. */
export function said(isAtApprovedLocation: boolean, text?: JsonObject): JsonObject {
  return { isAtApprovedLocation, ...(text === undefined ? {} : { notes: text }) };
}
