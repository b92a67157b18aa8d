/** Beyond this, dropping single characters would cost more requests than it is worth. */
const longestForSingles = 40;

/**
 * Shorter or plainer forms of a text: its halves, or itself with one character dropped or made an `a`. Cuts between code
 * points, never within one.
 */
export function* shorterTexts(text: string, by: 'halves' | 'characters'): Generator<string> {
  const characters = [...text];
  const { length } = characters;
  if (by === 'halves') {
    const middle = Math.ceil(length / 2);
    yield characters.slice(0, middle).join('');
    yield characters.slice(middle).join('');
  } else if (length <= longestForSingles) {
    for (const index of characters.keys()) yield characters.toSpliced(index, 1).join('');
    for (const index of characters.keys()) yield characters.with(index, 'a').join('');
  }
}
