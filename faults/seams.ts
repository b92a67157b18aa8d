import type { Call, CallSoFar } from '../reference/call.ts';
import type { FaultHooks } from '../reference/fault.ts';
import { jsonReply, type Reply } from '../reference/reply.ts';
import type { TimeCard, TimeCardEntry, TimeCardEvent } from '../reference/time-card.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';

type Operations = Operation | readonly Operation[];

function concerns(operations: Operations, operation: Operation | undefined): boolean {
  if (operation === undefined) return false;
  return typeof operations === 'string' ? operations === operation : operations.includes(operation);
}

/** Changes what is answered when an operation succeeds. */
export function answering(operations: Operations, change: (reply: Reply, call: CallSoFar) => Reply): FaultHooks {
  return {
    reply: (reply, call) => (reply.status < 400 && concerns(operations, call.operation) ? change(reply, call) : reply),
  };
}

/** Changes what is answered when something is refused with this status. */
export function refusing(statuses: readonly number[], change: (reply: Reply, call: CallSoFar) => Reply): FaultHooks {
  return { reply: (reply, call) => (statuses.includes(reply.status) ? change(reply, call) : reply) };
}

/** Changes how cards look in answers, and not what is held: one by one, wherever a card is shown. */
export function showing(
  change: (card: JsonObject, call: CallSoFar) => JsonObject,
  operations: Operations = ['get', 'list', 'create', 'clockIn'],
): FaultHooks {
  return answering(operations, (reply, call) => {
    if (reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
    const { value: items, ...rest } = reply.content.value;
    if (!Array.isArray(items)) return withJson(reply, change(reply.content.value, call));
    const cards = (items as readonly Json[]).map((item) => (isJsonObject(item) ? change(item, call) : item));
    return withJson(reply, { ...rest, value: cards });
  });
}

/** Changes the card that a write leaves behind; undefined leaves none. */
export function storing(
  operations: Operations,
  change: (after: TimeCard, before: TimeCard | undefined, call: Call) => TimeCard | undefined,
): FaultHooks {
  return {
    store: ({ before, after, call }) =>
      after && concerns(operations, call.operation) ? change(after, before, call) : after,
  };
}

/** Changes the parsed body before it is checked. */
export function reading(operations: Operations, change: (body: JsonObject) => Json): FaultHooks {
  return {
    read: (body, { operation }) => (isJsonObject(body) && concerns(operations, operation) ? change(body) : body),
  };
}

export function withJson(reply: Reply, value: Json): Reply {
  return { ...reply, content: { kind: 'json', value } };
}

export function withStatus(reply: Reply, status: number): Reply {
  return { ...reply, status };
}

/** An answer with JSON, with the headers of the one it stands for. */
export function instead(reply: Reply, status: number, value: Json): Reply {
  return { ...jsonReply(status, value), headers: reply.headers };
}

export function withoutBody(reply: Reply): Reply {
  return { ...reply, content: { kind: 'none' } };
}

/** The card with one of its events changed, if it is there; in `originalEntry` as well where that is the same event. */
export function withEvent(
  card: TimeCard,
  name: 'clockInEvent' | 'clockOutEvent',
  change: (event: TimeCardEvent) => TimeCardEvent,
): TimeCard {
  const event = card[name];
  if (event === null) return card;
  const changed = { [name]: change(event) };
  const mirrored = card.originalEntry[name] === event;
  return { ...card, ...changed, originalEntry: mirrored ? { ...card.originalEntry, ...changed } : card.originalEntry };
}

/** Every event of the card changed, the original ones included. */
export function withEveryEvent(card: TimeCard, change: (event: TimeCardEvent) => TimeCardEvent): TimeCard {
  return { ...card, ...changeEntry(card, change), originalEntry: changeEntry(card.originalEntry, change) };
}

function changeEntry(entry: TimeCardEntry, change: (event: TimeCardEvent) => TimeCardEvent): TimeCardEntry {
  const maybe = (event: TimeCardEvent | null) => event && change(event);
  return {
    clockInEvent: maybe(entry.clockInEvent),
    clockOutEvent: maybe(entry.clockOutEvent),
    breaks: entry.breaks.map((one) => ({ ...one, start: change(one.start), end: maybe(one.end) })),
  };
}

/** Every note of an event as text, changed. */
export function withEveryNote(card: TimeCard, change: (content: string) => string): TimeCard {
  return withEveryEvent(card, (event) =>
    event.notes === null ? event : { ...event, notes: { ...event.notes, content: change(event.notes.content ?? '') } },
  );
}

/** The instant moved, as the service would write it. */
export function moved(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

export const hour = 3_600_000;
