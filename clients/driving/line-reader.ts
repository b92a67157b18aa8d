/** What comes next from a driver. */
export type NextLine =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'closed'; readonly why: string }
  | { readonly kind: 'late' };

/** A driver that writes more than this without a line feed writes no answer. */
const longestLine = 16 * 1024 * 1024;

/** Puts what a driver writes together to lines, and hands them over one by one. Empty lines are passed over. */
export class LineReader {
  readonly #lines: string[] = [];
  #rest: string[] = [];
  #restLength = 0;
  #closed: string | undefined;
  #wake: (() => void) | undefined;

  add(text: string): void {
    if (this.#closed !== undefined) return;
    const [first = '', ...others] = text.split('\n');
    this.#rest.push(first);
    this.#restLength += first.length;
    for (const part of others) {
      const line = this.#rest.join('');
      if (line.trim() !== '') this.#lines.push(line);
      this.#rest = [part];
      this.#restLength = part.length;
    }
    if (this.#restLength > longestLine) {
      this.#rest = [];
      this.close('wrote more than 16 MB without a line feed');
    }
    this.#wake?.();
  }

  /** No more lines will come, for this reason. */
  close(why: string): void {
    this.#closed ??= why;
    this.#wake?.();
  }

  /** A line that has come and that nobody has taken yet. */
  waiting(): string | undefined {
    return this.#lines[0];
  }

  /** The next line, as soon as there is one. */
  async next(patience: number): Promise<NextLine> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), patience);
    });
    try {
      for (;;) {
        const text = this.#lines.shift();
        if (text !== undefined) return { kind: 'line', text };
        if (this.#closed !== undefined) return { kind: 'closed', why: this.#closed };
        const woken = new Promise<'woken'>((resolve) => {
          this.#wake = () => resolve('woken');
        });
        if ((await Promise.race([woken, late])) === 'late') return { kind: 'late' };
      }
    } finally {
      clearTimeout(timer);
      this.#wake = undefined;
    }
  }
}
