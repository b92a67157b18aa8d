import type { ResultLine } from './line.ts';

/**
 * One line of the result stream, without its line feed. Members stand in the same order however the value was built:
 * `kind` first, for people who page through the file, then by name. So equal runs give equal files.
 */
export function serialise(line: ResultLine): string {
  return JSON.stringify(sorted(line));
}

/** The same JSON value with the members of every object in one fixed order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([left], [right]) => rank(left, right));
  // fromEntries defines members instead of assigning them: a server may well send one named `__proto__`.
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function rank(left: string, right: string): number {
  if (left === 'kind') return -1;
  if (right === 'kind') return 1;
  return left < right ? -1 : 1;
}
