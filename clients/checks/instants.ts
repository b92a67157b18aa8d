import type { Json } from '../../traffic/json.ts';

/** Milliseconds since the epoch of a time with Z or an offset; digits beyond the milliseconds are left out. */
export function clientInstantOf(value: Json | undefined): number | undefined {
  if (typeof value !== 'string' || !hasOffset(value)) return undefined;
  const time = Date.parse(value.replace(/(\.\d{3})\d+/, '$1').replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : time;
}

export function hasOffset(text: string): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/i.test(text);
}
