import { isJsonObject, type JsonObject } from './json.ts';
import { at } from './pointer.ts';

/** The state that a card has by its events and breaks. Source: v1.0 timeCard resource page, values of state. */
export function stateOfBody(body: JsonObject): 'clockedIn' | 'onBreak' | 'clockedOut' {
  if (isJsonObject(body['clockOutEvent'])) return 'clockedOut';
  const breaks = Array.isArray(body['breaks']) ? body['breaks'] : [];
  return breaks.some((one) => (at(one, '/end') ?? null) === null) ? 'onBreak' : 'clockedIn';
}
