const guidAtTheEnd = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-(?!0{6})[0-9a-f]{12}$/i;

/**
 * The id with another last character; undefined where that may be the id of another card: ids that are counted are next to
 * each other, also in the form of a GUID.
 */
export function almostThatId(id: string): string | undefined {
  if (!guidAtTheEnd.test(id)) return undefined;
  return `${id.slice(0, -1)}${id.endsWith('7') ? 'b' : '7'}`;
}
