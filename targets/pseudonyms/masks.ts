/**
 * Takes pieces out of a text that are dealt with on their own, and puts them back afterwards. Where a piece was stands a
 * number between two characters that do not occur in the text.
 */
export class Masks {
  readonly #open: string;
  readonly #close: string;
  readonly #place: RegExp;
  readonly #pieces: { readonly original: string; readonly translated: string }[] = [];

  constructor(text: string) {
    [this.#open, this.#close] = twoUnused(text);
    this.#place = new RegExp(`${this.#open}(\\d+)${this.#close}`, 'g');
  }

  /** What stands for a piece until `restore`. */
  hide(original: string, translated: string): string {
    this.#pieces.push({ original, translated });
    return `${this.#open}${this.#pieces.length - 1}${this.#close}`;
  }

  /** True for a text in which a piece is missing. */
  isIn(text: string): boolean {
    return this.#pieces.length > 0 && text.includes(this.#open);
  }

  /** The text with the pieces as they are translated. */
  restore(text: string): string {
    if (this.#pieces.length === 0) return text;
    return text.replaceAll(this.#place, (all, index: string) => this.#pieces[Number(index)]?.translated ?? all);
  }

  /** The text with the pieces as they were. */
  original(text: string): string {
    if (this.#pieces.length === 0) return text;
    return text.replaceAll(this.#place, (all, index: string) => this.#pieces[Number(index)]?.original ?? all);
  }
}

/** From the private use area, which ordinary text does not touch; hostile text may. */
function twoUnused(text: string): [string, string] {
  const unused: string[] = [];
  for (let code = 0xe000; unused.length < 2; code += 1) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) unused.push(character);
  }
  return [unused[0] ?? '', unused[1] ?? ''];
}
