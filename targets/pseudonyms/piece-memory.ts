const most = 20_000;
const longest = 400;

/** Remembers what became of the pieces of a text: names, ids and times that come again and again. */
export class PieceMemory {
  readonly #pieces = new Map<string, string>();

  get(piece: string): string | undefined {
    return this.#pieces.get(piece);
  }

  set(piece: string, translated: string): void {
    if (piece.length > longest) return;
    if (this.#pieces.size >= most) this.#pieces.clear();
    const own = copied(piece);
    this.#pieces.set(own, translated === piece ? own : copied(translated));
  }

  clear(): void {
    this.#pieces.clear();
  }
}

/** A piece is a view of the text that it was cut from, and would keep all of it in memory. */
function copied(piece: string): string {
  return Buffer.from(piece, 'utf16le').toString('utf16le');
}
