import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { normalizeInstant } from './instant.ts';
import { Refusal } from './refusal.ts';

/** Takes a member of a body for what its type says, or refuses the request with 400. */
export type Reader<T> = (value: Json, at: string) => T;

function wrong(at: string, expected: string): Refusal {
  return new Refusal('BadRequest', `Invalid value for '${at}': ${expected} expected.`);
}

export const readText: Reader<string> = (value, at) => {
  if (typeof value !== 'string') throw wrong(at, 'Edm.String');
  return value;
};

export const readFlag: Reader<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw wrong(at, 'Edm.Boolean');
  return value;
};

export const readInstant: Reader<string> = (value, at) => {
  const instant = typeof value === 'string' ? normalizeInstant(value) : undefined;
  if (instant === undefined) throw wrong(at, 'Edm.DateTimeOffset');
  return instant;
};

export const readObject: Reader<JsonObject> = (value, at) => {
  if (!isJsonObject(value)) throw wrong(at, 'an object');
  return value;
};

export function readOneOf<T extends string>(members: readonly T[]): Reader<T> {
  return (value, at) => {
    const member = members.find((one) => one === value);
    if (member === undefined) throw wrong(at, members.join(' or '));
    return member;
  };
}

/** A set of enum members; case is let pass because the beta replace example sends `None`. */
export function readFlags(members: readonly string[]): Reader<string> {
  return (value, at) => {
    const given = readText(value, at).toLowerCase().split(',');
    if (!given.every((one) => members.includes(one.trim()))) throw wrong(at, members.join(' or '));
    return given.join(',');
  };
}

/** A collection. Source: OData JSON, where a collection is an array and not null. */
export function readEachMember<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw wrong(at, 'a collection');
    return value.map((item: Json, index) => read(item, `${at}/${index}`));
  };
}

/** An optional, nullable member. */
export function optional<T>(object: JsonObject, name: string, read: Reader<T>, at = ''): T | null {
  const value = object[name];
  return value === undefined || value === null ? null : read(value, join(at, name));
}

/** A member that must be there and not null. Source: CSDL, Nullable="false". */
export function required<T>(object: JsonObject, name: string, read: Reader<T>, at = ''): T {
  const value = object[name];
  if (value === undefined || value === null) throw wrong(join(at, name), 'a value');
  return read(value, join(at, name));
}

function join(at: string, name: string): string {
  return at === '' ? name : `${at}/${name}`;
}
