import type { Json } from '../traffic/json.ts';

/** The members of confirmedBy, which is a set of flags; `none` is the empty set. */
export function flagsIn(value: Json | undefined): ReadonlySet<string> {
  const names = typeof value === 'string' ? value.split(',').map((name) => name.trim()) : [];
  return new Set(names.filter((name) => name !== '' && name.toLowerCase() !== 'none'));
}
