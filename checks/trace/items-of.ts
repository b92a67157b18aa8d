import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';

/** The items of a list answer; none if it is not one. */
export function itemsOf(answer: Json | undefined): readonly Json[] {
  const value = at(answer, '/value');
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
