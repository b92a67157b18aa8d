import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { haveSameContent, comparedNames } from './same-content.ts';

/** A place at which two values are not alike. */
export interface Difference {
  /** JSON pointer, from where the comparison began. */
  readonly pointer: string;
  readonly left: Json | undefined;
  readonly right: Json | undefined;
}

/** The innermost place at which two values differ that are not alike: a long value beside another hides it. */
export function difference(left: Json | undefined, right: Json | undefined, pointer = ''): Difference {
  if (isJsonObject(left) && isJsonObject(right)) {
    const name = differingName(left, right);
    if (name !== undefined) return difference(left[name], right[name], `${pointer}/${name}`);
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    const pair = changed(unmatched(left, right), unmatched(right, left));
    if (pair !== undefined) return difference(pair.was.value, pair.is.value, `${pointer}/${pair.is.index}`);
  }
  return { pointer, left, right };
}

function differingName(left: JsonObject, right: JsonObject): string | undefined {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  const differing = [...names].filter((name) => comparedNames.has(name) && !haveSameContent(left[name], right[name]));
  return differing.length === 1 ? differing[0] : undefined;
}

/** An element and what became of it: the one with the same breakId, or where there is one on each side the other one. */
function changed(before: readonly Placed[], after: readonly Placed[]) {
  for (const was of before) {
    const id = at(was.value, '/breakId');
    const is = id === undefined ? undefined : after.find(({ value }) => at(value, '/breakId') === id);
    if (is !== undefined) return { was, is };
  }
  const [[was], [is]] = [before, after];
  return before.length === 1 && after.length === 1 && was && is ? { was, is } : undefined;
}

interface Placed {
  readonly value: Json;
  readonly index: number;
}

/** The elements that have none alike on the other side. */
function unmatched(elements: readonly Json[], others: readonly Json[]): readonly Placed[] {
  const rest = [...others];
  return elements.flatMap((value, index) => {
    const found = rest.findIndex((candidate) => haveSameContent(value, candidate));
    if (found === -1) return [{ value, index }];
    rest.splice(found, 1);
    return [];
  });
}
