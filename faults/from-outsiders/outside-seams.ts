import type { Received } from '../../reference/call.ts';
import type { Cards, PlacedCard } from '../../reference/card-store.ts';
import { jsonReply, type Reply } from '../../reference/reply.ts';
import type { TimeCard, TimeCardEntry } from '../../reference/time-card.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';

export const actions: readonly Operation[] = ['clockIn', 'clockOut', 'startBreak', 'endBreak'];
export const bodies: readonly Operation[] = [...actions, 'create', 'replace'];

/** Whether a request goes to beta. */
export function isBeta({ path }: Received): boolean {
  return /^\/beta\//i.test(path);
}

/** The last segment of a request's path, as it was spelled. */
export function lastSegment({ path }: Received): string {
  return path.split('/').at(-1) ?? '';
}

/** The value with everything in it changed, from the inside to the outside; items of a list go by the list's name. */
function rewritten(value: Json, change: (value: Json, name: string) => Json, name = ''): Json {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => rewritten(item, change, name));
    return change(items, name);
  }
  if (!isJsonObject(value)) return change(value, name);
  const members = Object.entries(value).map(([key, one]) => [key, rewritten(one, change, key)] as const);
  return change(Object.fromEntries(members), name);
}

/** Every object in the value changed, the innermost first. */
export function eachObject(value: Json, change: (object: JsonObject, name: string) => Json): Json {
  return rewritten(value, (one, name) => (isJsonObject(one) ? change(one, name) : one));
}

/** The object with one of its members changed, where that is an object as well. */
export function changedIn(object: JsonObject, name: string, change: (member: JsonObject) => JsonObject): JsonObject {
  const member = object[name];
  return isJsonObject(member) ? { ...object, [name]: change(member) } : object;
}

/** Cards as a read sees them: changed one by one, and without those that the change leaves out. */
export function shownAs(cards: Cards, change: (placed: PlacedCard) => PlacedCard | undefined): Cards {
  const shown = (placed: PlacedCard | undefined): PlacedCard | undefined => placed && change(placed);
  return {
    get: (id) => shown(cards.get(id)),
    all: () => [...cards.all()].flatMap((placed) => shown(placed) ?? []),
  };
}

/** The state of which an entry speaks. */
export function stateOf({ clockOutEvent, breaks }: TimeCardEntry): TimeCard['state'] {
  if (clockOutEvent !== null) return 'clockedOut';
  return breaks.some((one) => one.end === null) ? 'onBreak' : 'clockedIn';
}

/** A refusal with 403 in the place of a success, with the same headers. */
export function forbidden({ headers }: Reply, message: string): Reply {
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': headers['request-id'] ?? '',
    'client-request-id': headers['client-request-id'] ?? '',
  };
  return { ...jsonReply(403, { error: { code: 'Forbidden', message, innerError } }), headers };
}
