import type { Body, Headers } from '../specs/exchange.ts';
import type { Json } from '../specs/json.ts';

/** The value of a header, its name matched without regard to case. */
export function header(headers: Headers, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
}

/**
 * Reads a body as what it is. Text that is a JSON object or array counts as JSON whatever its content type says, so that
 * a wrong content type is one finding and not twenty.
 */
export function readBody(text: string, contentType: string | undefined): Body {
  if (text === '') return { kind: 'empty' };
  const claimed = contentType !== undefined && /[/+]json\b/i.test(contentType);
  if (!claimed && !/^\s*[[{]/.test(text)) return { kind: 'other', text };
  try {
    return { kind: 'json', value: JSON.parse(text) as Json, text };
  } catch {
    return { kind: claimed ? 'malformed' : 'other', text };
  }
}
