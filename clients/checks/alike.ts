import type { Json, JsonObject } from '../../traffic/json.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { equalJson } from '../../traffic/pointer.ts';
import { clientInstantOf } from './instants.ts';

/** Where two values differ. */
export interface ValueDifference {
  readonly pointer: string;
  readonly came: Json;
  readonly sent: Json;
}

/**
 * The first place in `sent` that is neither as it came nor left out; undefined where there is none. Times are compared as
 * instants to the millisecond, flags as sets. Annotations and nulls may be added: they say nothing of a card.
 *
 * @param touched paths with dots that the caller set: there nothing is compared
 */
export function changeIn(came: JsonObject, sent: JsonObject, touched: readonly string[]): ValueDifference | undefined {
  return within(came, sent, touched, '');
}

function within(
  came: Json | undefined,
  sent: Json,
  touched: readonly string[],
  pointer: string,
): ValueDifference | undefined {
  const path = pointer.slice(1).replaceAll('/', '.');
  const inside = touched.some((one) => one.startsWith(`${path}.`));
  if (pointer !== '' && (touched.includes(path) || (inside && !isJsonObject(came)))) return undefined;
  const change = { pointer, came: came === undefined ? '(nothing)' : came, sent };
  if (isJsonObject(sent) && isJsonObject(came)) {
    for (const [name, member] of Object.entries(sent)) {
      if (name.startsWith('@') || name.includes('@odata.')) continue;
      const found = within(came[name], member, touched, `${pointer}/${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (Array.isArray(sent) && Array.isArray(came)) {
    const [left, right] = [came as readonly Json[], sent as readonly Json[]];
    if (left.length !== right.length) return change;
    for (const [index, item] of right.entries()) {
      const found = within(left[index], item, touched, `${pointer}/${index}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (sent === null && (came === null || came === undefined)) return undefined;
  return isAlike(came, sent, pointer) ? undefined : change;
}

function isAlike(came: Json | undefined, sent: Json, pointer: string): boolean {
  if (equalJson(came, sent)) return true;
  if (pointer.endsWith('confirmedBy')) return sameFlags(came, sent);
  if (/dateTime$/i.test(pointer))
    return clientInstantOf(came) !== undefined && clientInstantOf(came) === clientInstantOf(sent);
  return false;
}

/** True for the same set of flags, written as text or as a list. */
export function sameFlags(left: Json | undefined, right: Json | undefined): boolean {
  const [a, b] = [flags(left), flags(right)];
  return a.length > 0 && a.length === b.length && a.every((flag) => b.includes(flag));
}

function flags(value: Json | undefined): readonly string[] {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? (value as readonly Json[]) : [];
  return [...new Set(list.map((one) => String(one).trim()).filter((one) => one !== ''))];
}
