import type { Json } from '../../traffic/json.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same id, which is text; a GUID is the same in either letter case. */
export function sameId(left: Json | undefined, right: Json | undefined): boolean {
  const bothTexts = typeof left === 'string' && typeof right === 'string';
  return bothTexts && (left === right || (guid.test(left) && left.toLowerCase() === right.toLowerCase()));
}
