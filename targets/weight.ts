/** What a value of JSON takes in memory beside its text, for each of its parts. Characters. */
const weightOfPart = 20;

/** Heavier answers are not taken apart: a few bytes of JSON may come to a hundred times as much memory. */
export const heaviest = 12_000_000;

/** No character weighs more. */
export const heaviestPart = 1 + weightOfPart;

/** Roughly how much memory an answer takes once it is read, in characters of text. */
export function weightOf(text: string): number {
  let parts = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Commas, brackets and braces.
    if (code === 44 || code === 91 || code === 123) parts += 1;
  }
  return text.length + parts * weightOfPart;
}
