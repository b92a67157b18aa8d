import { isJsonObject, type Json } from './json.ts';

/** The value at a JSON pointer (RFC 6901), or undefined where nothing is. */
export function at(value: Json | undefined, pointer: string): Json | undefined {
  let current: Json | undefined = value;
  for (const name of namesIn(pointer)) {
    if (Array.isArray(current)) {
      current = /^(0|[1-9]\d*)$/.test(name) ? (current as readonly Json[])[Number(name)] : undefined;
    } else if (isJsonObject(current) && Object.hasOwn(current, name)) current = current[name];
    else return undefined;
  }
  return current;
}

/** Checks ask for the same few pointers again and again; this many are kept taken apart. */
const mostKept = 2000;
const kept = new Map<string, readonly string[]>();

/** The names that a pointer goes through, from the outside in. */
export function namesIn(pointer: string): readonly string[] {
  const known = kept.get(pointer);
  if (known !== undefined) return known;
  const tokens = pointer === '' ? [] : pointer.slice(1).split('/');
  const names = tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (kept.size < mostKept) kept.set(pointer, names);
  return names;
}

/** Equal as JSON values: the order of members does not count, the order of elements does. */
export function equalJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    const [a, b] = [left as readonly Json[], right as readonly Json[]];
    return a.length === b.length && a.every((element, index) => equalJson(element, b[index]));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && equalJson(left[name], right[name]))
  );
}
