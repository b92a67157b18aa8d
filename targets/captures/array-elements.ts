/** JSON that does not look as it should here: whoever reads it as a whole can say what is wrong with it. */
export class UnexpectedJson extends Error {
  override readonly name = 'UnexpectedJson';
}

const [quote, backslash, comma] = [34, 92, 44];
const [openingBracket, closingBracket, openingBrace, closingBrace] = [91, 93, 123, 125];
/** Of the elements of `log.entries`. */
const elementDepth = 3;

/**
 * Takes the elements of `log.entries` out of the text of a HAR file as its pieces come in, so that neither the whole text nor
 * all that it says has to be in memory at once. What stands around them is checked at the end.
 *
 * By hand: streaming JSON parsers from npm hand out each name and each value on their own, and take several times as long as
 * JSON.parse takes for a whole element.
 */
export class EntriesOfLog {
  #depth = 0;
  #inString = false;
  /** The next character is escaped. */
  #isEscaped = false;
  #inEntries = false;
  /** The text of the element so far, and all that is not in elements. */
  #element = '';
  #around = '';
  #elements = 0;

  /**
   * @returns the elements that end in this piece
   * @throws UnexpectedJson
   */
  push(piece: string): readonly unknown[] {
    const found: unknown[] = [];
    let start = 0;
    for (let index = 0; index < piece.length; index += 1) {
      if (this.#inString) {
        index = this.#endOfString(piece, index);
        continue;
      }
      const code = piece.charCodeAt(index);
      if (code === quote) this.#inString = true;
      else if (code === openingBracket || code === openingBrace) {
        this.#depth += 1;
        if (this.#inEntries || this.#depth !== elementDepth) continue;
        this.#keep(piece.slice(start, index + 1));
        start = index + 1;
        this.#inEntries = /"entries"\s*:\s*\[$/.test(this.#around.slice(-100));
      } else if (code === closingBracket || code === closingBrace) {
        this.#depth -= 1;
        if (!this.#inEntries || this.#depth >= elementDepth) continue;
        found.push(...this.#finish(piece.slice(start, index), { isLast: true }));
        this.#inEntries = false;
        start = index;
      } else if (code === comma && this.#inEntries && this.#depth === elementDepth) {
        found.push(...this.#finish(piece.slice(start, index), { isLast: false }));
        start = index + 1;
      }
    }
    this.#keep(piece.slice(start));
    return found;
  }

  /** @throws UnexpectedJson where the file ends too early, or is no HAR file but for its entries */
  end(): void {
    parsed(this.#around);
  }

  /** Most of a file is within strings: the next quote is looked for, and nothing before it looked at but what may escape it. */
  #endOfString(piece: string, from: number): number {
    let start = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      start += 1;
    }
    for (;;) {
      const end = piece.indexOf('"', start);
      const last = end === -1 ? piece.length : end;
      let before = last;
      while (before > start && piece.charCodeAt(before - 1) === backslash) before -= 1;
      const isEscaped = (last - before) % 2 === 1;
      if (end === -1) {
        this.#isEscaped = isEscaped;
        return piece.length;
      }
      if (!isEscaped) {
        this.#inString = false;
        return end;
      }
      start = end + 1;
    }
  }

  #keep(text: string): void {
    if (this.#inEntries) this.#element += text;
    else this.#around += text;
  }

  #finish(rest: string, { isLast }: { readonly isLast: boolean }): readonly unknown[] {
    const text = this.#element + rest;
    this.#element = '';
    // An empty list has no element, and between two commas there must be one.
    if (isLast && this.#elements === 0 && text.trim() === '') return [];
    this.#elements += 1;
    return [parsed(text)];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnexpectedJson();
  }
}
