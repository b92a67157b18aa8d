import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';
import type { Body } from '../traffic/exchange.ts';
import { parsedJson } from './parsed-json.ts';

/**
 * Reads a body as what it is. Text that is a JSON object or array counts as JSON whatever its content type says, so that
 * a wrong content type is one finding and not twenty. A byte order mark is passed over, as readers may do (RFC 8259, 8.1).
 */
export function readBody(text: string, contentType: string | undefined): Body {
  if (text === '') return { kind: 'empty' };
  const claimed = contentType !== undefined && /[/+]json\b/i.test(contentType);
  if (!claimed && !/^\uFEFF?\s*[[{]/.test(text)) return { kind: 'other', text };
  try {
    const value = parsedJson(withoutByteOrderMark(text));
    return isTooDeep(text) ? { kind: 'other', text } : { kind: 'json', value, text };
  } catch {
    return { kind: claimed ? 'malformed' : 'other', text };
  }
}

/** Deeper than any time card by far. What walks a value recursively would overflow on a hostile one. */
const deepest = 200;

function isTooDeep(text: string): boolean {
  // Few brackets cannot be deep; counting them is much quicker than walking the text.
  if (text.split('{').length + text.split('[').length <= deepest) return false;
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 92 && inString) index += 1;
    else if (character === 34) inString = !inString;
    else if (!inString && (character === 91 || character === 123)) most = Math.max(most, (depth += 1));
    else if (!inString && (character === 93 || character === 125)) depth -= 1;
  }
  return most > deepest;
}
