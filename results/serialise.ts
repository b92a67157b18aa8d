import type { ResultLine } from './line.ts';

/**
 * One line of the result stream, without its line feed. Members stand in the same order however the value was built:
 * `kind` first, for people who page through the file, then by name. So equal runs give equal files.
 */
export function serialise(line: ResultLine): string {
  return JSON.stringify(sorted(line));
}

/**
 * The same JSON value with the members of every object in one fixed order. What is in order already is given back as it is: a
 * report that was read from a stream has hundreds of thousands of members, and all of them are.
 */
export function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const elements = value.map(sorted);
    return elements.every((element, index) => element === value[index]) ? value : elements;
  }
  const members = Object.entries(value);
  const inOrder = members.map(([name, member]) => [name, sorted(member)] as const);
  const isInOrder = members.every(
    ([name, member], index) =>
      member === inOrder[index]?.[1] && (index === 0 || rank(members[index - 1]?.[0] ?? '', name) < 0),
  );
  // fromEntries defines members instead of assigning them: a server may well send one named `__proto__`.
  return isInOrder ? value : Object.fromEntries(inOrder.toSorted(([left], [right]) => rank(left, right)));
}

function rank(left: string, right: string): number {
  if (left === 'kind') return -1;
  if (right === 'kind') return 1;
  return left < right ? -1 : 1;
}
