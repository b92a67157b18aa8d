import type { Call, CallSoFar } from '../call.ts';
import type { FaultHooks } from '../fault.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import type { TimeCard, TimeCardEntry } from '../time-card.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';

type Change = (object: JsonObject) => JsonObject;

/** Changes every object of every body, innermost first. */
export function inBodies(change: Change, of: (reply: Reply) => boolean = () => true): FaultHooks {
  return {
    reply: (reply) => {
      if (reply.content.kind !== 'json' || !of(reply)) return reply;
      const value = eachJsonObject(reply.content.value, change);
      return value === reply.content.value ? reply : { ...reply, content: { kind: 'json', value } };
    },
  };
}

/** As above, of errors only. */
export function inErrors(change: Change): FaultHooks {
  return inBodies(change, ({ status }) => status >= 400);
}

/** The very value where the change changes nothing. */
export function eachJsonObject(value: Json, change: Change): Json {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const changed = items.map((one) => eachJsonObject(one, change));
    return changed.every((one, index) => one === items[index]) ? value : changed;
  }
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, one]) => [name, one, eachJsonObject(one, change)] as const);
  const same = members.every(([, before, after]) => before === after);
  return change(same ? value : Object.fromEntries(members.map(([name, , after]) => [name, after])));
}

/** Answers what is refused with one status in another way. */
export function onRefusal(status: number, change: (reply: Reply, call: CallSoFar) => Reply): FaultHooks {
  return { reply: (reply, call) => (reply.status === status ? change(reply, call) : reply) };
}

/** The same refusal under another status and code. */
export function restated(reply: Reply, status: number, code: string): Reply {
  if (reply.content.kind !== 'json') return reply;
  const value = eachJsonObject(reply.content.value, (object) => ('code' in object ? { ...object, code } : object));
  return { ...reply, status, content: { kind: 'json', value } };
}

/** Changes the card that an operation leaves behind, or refuses to leave it. */
export function onStoring(
  operation: Operation,
  change: (after: TimeCard, before: TimeCard | undefined, call: Call) => TimeCard,
): FaultHooks {
  return {
    store: ({ before, after, call }) =>
      after !== undefined && call.operation === operation ? change(after, before, call) : after,
  };
}

/** Refuses an operation on a card where the condition holds. */
export function refusingStep(
  operation: Operation,
  condition: (before: TimeCard, after: TimeCard, call: Call) => boolean,
  message: string,
  code: RefusalCode = 'Conflict',
): FaultHooks {
  return onStoring(operation, (after, before, call) => {
    if (before !== undefined && condition(before, after, call)) throw new Refusal(code, message);
    return after;
  });
}

/** Changes the parsed body of some operations before it is checked. */
export function onReading(operations: readonly Operation[], change: (body: JsonObject) => JsonObject): FaultHooks {
  return {
    read: (body, { operation }) => (isJsonObject(body) && operations.includes(operation) ? change(body) : body),
  };
}

export function entryIn(card: TimeCard): TimeCardEntry {
  return { clockInEvent: card.clockInEvent, clockOutEvent: card.clockOutEvent, breaks: card.breaks };
}

/** The operations whose body says something of one event. */
export const cardActions: readonly Operation[] = ['clockIn', 'clockOut', 'startBreak', 'endBreak'];
