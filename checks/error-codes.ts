import { isJsonObject, type Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';

/** As deep and as long as anybody writes them, whatever a server sends. */
const deepest = 5;
const longest = 80;

/**
 * The codes of an error body, from the general to the specific: of the error, of the inner errors within it, and of the
 * error object that Shifts is reported to write as JSON text into the message.
 */
export function errorCodes(body: Json | undefined): readonly string[] {
  const codes = codesOf(at(body, '/error'), deepest);
  return codes.filter((code, index) => code !== codes[index - 1]);
}

function codesOf(error: Json | undefined, depth: number): readonly string[] {
  if (!isJsonObject(error) || depth === 0) return [];
  const { code, message } = error;
  return [
    ...(typeof code === 'string' ? [code.slice(0, longest)] : []),
    ...codesOf(at(parsed(message), '/error'), depth - 1),
    ...codesOf(error['innerError'] ?? error['innererror'], depth - 1),
  ];
}

function parsed(message: Json | undefined): Json | undefined {
  if (typeof message !== 'string' || !/^\s*\{/.test(message)) return undefined;
  try {
    return JSON.parse(message) as Json;
  } catch {
    return undefined;
  }
}
