import type { Json } from '../traffic/json.ts';

let last: { readonly text: string; readonly value: Json } | undefined;

/**
 * JSON.parse for the bodies of answers, which several look at one after the other: the last one is not read again. Its value
 * is shared, and changed by nobody.
 *
 * @throws SyntaxError
 */
export function parsedJson(text: string): Json {
  if (last?.text !== text) last = { text, value: JSON.parse(text) as Json };
  return last.value;
}
