/** Any JSON value, as it travels in a body. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Absent members are absent, never `undefined`. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** True for a JSON object: not null, not an array. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
