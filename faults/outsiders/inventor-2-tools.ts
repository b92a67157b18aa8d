/* Small builders that the defects of inventor-2-*.ts share. No defects here. */
import type { Received } from '../../reference/call.ts';
import type { Cards, Placed } from '../../reference/card-store.ts';
import type { FaultHooks, Understood } from '../../reference/fault.ts';
import { json, type Reply } from '../../reference/reply.ts';
import type { TimeCardEntry } from '../../reference/time-card.ts';
import { isJsonObject, type Json, type JsonObject } from '../../specs/json.ts';
import type { Operation } from '../../specs/operation.ts';

export const actions: readonly Operation[] = ['clockIn', 'clockOut', 'startBreak', 'endBreak'];

/** Whether a request goes to beta. */
export function isBeta({ path }: Received): boolean {
  return /^\/beta\//i.test(path);
}

/** Changes the parsed body of these operations, with a view of the request. */
export function onBody(
  operations: readonly Operation[],
  change: (body: JsonObject, call: Understood) => Json,
): FaultHooks {
  return {
    read: (body, call) => (isJsonObject(body) && operations.includes(call.operation) ? change(body, call) : body),
  };
}

/** Every object in a JSON value changed, the innermost first. */
export function eachObject(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (isJsonObject(value)) {
    return change(
      Object.fromEntries(Object.entries(value).map(([name, member]) => [name, eachObject(member, change)])),
    );
  }
  return Array.isArray(value) ? (value as readonly Json[]).map((item) => eachObject(item, change)) : value;
}

/** Every `dateTime` of an event changed, wherever it stands. */
export function eachInstant(value: JsonObject, change: (text: string) => string): JsonObject {
  const changed = eachObject(value, (object) => {
    const text = object['dateTime'];
    return typeof text === 'string' && !Number.isNaN(Date.parse(text)) ? { ...object, dateTime: change(text) } : object;
  });
  return isJsonObject(changed) ? changed : value;
}

/** The times of an entry as instants, and whatever else it holds as it stands: equal text for equal entries. */
export function entryText({ clockInEvent, clockOutEvent, breaks }: TimeCardEntry): string {
  return JSON.stringify([clockInEvent, clockOutEvent, breaks], (name, value: Json) =>
    name === 'dateTime' && typeof value === 'string' ? Date.parse(value) : value,
  );
}

/** The instants of an entry and nothing else. */
export function timesText({ clockInEvent, clockOutEvent, breaks }: TimeCardEntry): string {
  const events = [clockInEvent, clockOutEvent, ...breaks.flatMap(({ start, end }) => [start, end])];
  return JSON.stringify(events.map((event) => event && Date.parse(event.dateTime)));
}

/** The value of a query option, its name in any case. */
export function optionOf({ query }: Received, name: string): string | undefined {
  return [...new URLSearchParams(query)].find(([option]) => option.toLowerCase() === name)?.[1];
}

/** The query without an option that is spelled just so, its dollar sign encoded or not. */
export function withoutOption(query: string, name: string): string {
  const spelled = (option: string): string => option.split('=')[0]?.replace(/^%24/i, '$') ?? '';
  return query
    .split('&')
    .filter((option) => spelled(option) !== name)
    .join('&');
}

/** The cards with each of them changed. */
export function looking(cards: Cards, change: (placed: Placed) => Placed): Cards {
  return {
    get: (id) => {
      const found = cards.get(id);
      return found && change(found);
    },
    all: () => [...cards.all()].map(change),
  };
}

/** The request whose turn it is, and whether it was under way together with the one that came to its turn before it. */
export interface Turns {
  readonly number: number;
  readonly met: boolean;
  readonly take: (received: Received) => Received;
}

export function turns(): Turns {
  let number = 0;
  let before = 1;
  let met = false;
  return {
    get number() {
      return number;
    },
    get met() {
      return met;
    },
    take: (received) => {
      number += 1;
      met = before > 1;
      before = received.underWay;
      return received;
    },
  };
}

/** A refusal with 403 in the place of a success, with the same headers. */
export function forbidden({ headers }: Reply, message: string): Reply {
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': headers['request-id'] ?? '',
    'client-request-id': headers['client-request-id'] ?? '',
  };
  return { ...json(403, { error: { code: 'Forbidden', message, innerError } }), headers };
}
