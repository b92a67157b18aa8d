/** What no two runs of one server have in common, and what may lead to a person, each with what stands in its place. */
const kinds: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '(address)'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '(id)'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/gi, '(time)'],
  [/\b(?=[a-z]*\d)[0-9a-f]{12,}\b/gi, '(id)'],
  [/\b\d{7,}\b/g, '(number)'],
];

/**
 * The text without ids, addresses and times. A server may put the id of a request into its error code: such a value would
 * differ between any two runs, and is nobody's to commit.
 */
export function impersonal(text: string): string {
  return kinds.reduce((left, [pattern, word]) => left.replaceAll(pattern, word), text);
}
