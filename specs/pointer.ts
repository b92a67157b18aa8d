import { isJsonObject, type Json } from './json.ts';

/** The value at a JSON pointer (RFC 6901), or undefined where nothing is. */
export function at(value: Json | undefined, pointer: string): Json | undefined {
  if (pointer === '') return value;
  let current: Json | undefined = value;
  for (const token of pointer.slice(1).split('/')) {
    const name = token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
    if (Array.isArray(current))
      current = /^(0|[1-9]\d*)$/.test(name) ? (current as readonly Json[])[Number(name)] : undefined;
    else if (isJsonObject(current) && Object.hasOwn(current, name)) current = current[name];
    else return undefined;
  }
  return current;
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
