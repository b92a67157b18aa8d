import { changesBetween } from '../specs/changes-between.ts';

/** `; did you mean 'X'?` with the name that is most like the word; nothing where none is like it at all. */
export function hintOf(word: string, names: readonly string[]): string {
  const [best = ''] = names.toSorted((one, other) => changesBetween(word, one) - changesBetween(word, other));
  return changesBetween(word, best) <= Math.max(2, word.length / 2) ? `; did you mean '${best}'?` : '.';
}
