/** `; did you mean 'X'?` with the id that is most like the word; nothing where none is like it at all. */
export function hintOf(word: string, all: readonly { readonly id: string }[]): string {
  const ids = all.map(({ id }) => id);
  const [best = ''] = ids.toSorted((one, other) => distance(word, one) - distance(word, other));
  return distance(word, best) <= Math.max(2, word.length / 2) ? `; did you mean '${best}'?` : '.';
}

/** How many letters must be put in, taken out or changed to make one text of the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const [above = 0, diagonal = 0, left = 0] = [row[column + 1], row[column], next[column]];
      next.push(Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
