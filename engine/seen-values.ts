import type { SeenValue } from '../judgements/finding.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import type { Violated } from '../judgements/judgement.ts';
import { shorterJson } from './shrink/evidence.ts';

/** So many wrong values of one requirement are kept: enough to put all of them right at once. */
export const mostSeenValues = 5;
/** Characters of a value in JSON. */
const longest = 200;

/** Two times, ids or cards are of one sort: the second of them tells a reader nothing that the first did not. */
export function sortOf(value: Json): string {
  if (Array.isArray(value)) return '[]';
  if (isJsonObject(value)) return '{}';
  const text = JSON.stringify(value).slice(0, longest);
  return text.replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, '*').replaceAll(/\d+/g, '0');
}

/** Cut as what it is: text that is cut once it is JSON would be read as text of the server. */
function asKept(value: Json): Json {
  if (JSON.stringify(value).length <= longest) return value;
  const shorter = shorterJson(value, { body: longest, text: longest / 2, items: 2 });
  return JSON.stringify(shorter).length <= longest * 4 ? shorter : '(too long to be shown)';
}

/** The different sorts of values that broke one requirement, and where they stood, whatever else is found out of them. */
export class SeenValues {
  readonly #values = new Map<string, SeenValue>();

  /** @param isOurs true for a value that was sent wrong on purpose: there are only so many, and each is wrong in another way */
  add({ pointer, actual }: Violated, isOurs = false): void {
    if (this.#values.size >= mostSeenValues) return;
    // The same at another place of a list is nothing new.
    const key = `${pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')} ${isOurs ? JSON.stringify(actual) : sortOf(actual)}`;
    if (this.#values.has(key)) return;
    this.#values.set(key, { pointer, actual: asKept(actual) });
  }

  /** The first of them, in the order in which they were seen. */
  get all(): readonly SeenValue[] {
    return [...this.#values.values()];
  }
}
