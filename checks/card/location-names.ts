import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { JudgeContext } from '../context.ts';

/** The name of both versions, and its predecessor, which only beta knows. */
export const current = 'isAtApprovedLocation';
export const former = 'atApprovedLocation';

export type Version = Pick<JudgeContext, 'apiVersion'>;

/** True for a body or event that says where something happened under a name that the version knows, be it with null. */
export function saysLocation(sent: JsonObject, { apiVersion }: Version): boolean {
  return Object.hasOwn(sent, current) || (apiVersion === 'beta' && Object.hasOwn(sent, former));
}

/** True for a body or event that says it under both names, and not the same. */
export function saysTwoLocations(sent: Json | undefined): boolean {
  if (!isJsonObject(sent)) return false;
  const [one, other] = [sent[current], sent[former]];
  return typeof one === 'boolean' && typeof other === 'boolean' && one !== other;
}

/** Where an event happened, as it is shown: under the current name, or, in beta, under the former one where that stands alone. */
export function shownLocation(event: Json | undefined, { apiVersion }: Version): Json | undefined {
  if (!isJsonObject(event)) return undefined;
  return apiVersion === 'beta' && !Object.hasOwn(event, current) ? event[former] : event[current];
}

/** True for a JSON pointer to a location under either name. */
export function isLocation(pointer: string): boolean {
  return pointer.endsWith(`/${current}`) || pointer.endsWith(`/${former}`);
}

/** The same location, or none, under whatever name each of two events shows it. */
export function sameLocation(left: JsonObject, right: JsonObject): boolean {
  const comparable = [left, right].every((event) => Object.hasOwn(event, current));
  const [one, other] = [left, right].map((event) => event[current] ?? (comparable ? null : event[former]) ?? null);
  return one === other;
}
