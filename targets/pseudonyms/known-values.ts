import type { SensitiveKind, Substitute } from './sensitive-kind.ts';

/** Values that no pattern shows, found out under a member's name or given by the user: looked for wherever they may stand. */
export class KnownValues {
  readonly #kinds = new Map<string, SensitiveKind>();
  readonly #released = new Set<string>();
  #pattern: RegExp | undefined;

  /** @returns whether the value was not known before */
  add(kind: SensitiveKind, value: string): boolean {
    const key = value.toLowerCase();
    if (this.#kinds.has(key) || this.#released.has(key)) return false;
    this.#kinds.set(key, kind);
    this.#pattern = undefined;
    return true;
  }

  /** No longer looks for a value, since the suite itself writes it in its requests: it tells nothing of anybody. */
  release(value: string): void {
    const key = value.toLowerCase();
    if (!this.#kinds.has(key)) return;
    this.#released.add(key);
    this.#kinds.delete(key);
    this.#pattern = undefined;
  }

  replace(text: string, substitute: Substitute): string {
    if (this.#kinds.size === 0) return text;
    this.#pattern ??= this.#combined();
    return text.replaceAll(this.#pattern, (found: string, at: number) => {
      const value = this.#kinds.has(found.toLowerCase()) ? found : found.replaceAll('+', ' ');
      const kind = this.#kinds.get(value.toLowerCase());
      if (kind === undefined || (kind !== 'secret' && isWithinWord(text, at, found.length))) return found;
      const replaced = substitute(kind, value);
      return replaced === value ? found : replaced;
    });
  }

  /** One expression for all, the longest first: one value may be the beginning of another. A form writes blanks as `+`. */
  #combined(): RegExp {
    const forms = [...this.#kinds.keys()]
      .toSorted((left, right) => right.length - left.length)
      .map((value) => value.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`).replaceAll(' ', '[ +]'));
    return new RegExp(forms.join('|'), 'gi');
  }
}

function isWithinWord(text: string, start: number, length: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return letter.test(text.charAt(start - 1)) || letter.test(text.charAt(start + length));
}
