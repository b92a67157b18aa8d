import { isDistinctive } from './identifies-nobody.ts';
import { isWordOfReports } from './words-of-reports.ts';
import type { SensitiveKind, Substitute } from './sensitive-kind.ts';

/** Fewer characters may be a part of any word: a secret so short is looked for as a word of its own. */
const shortestWithinWords = 6;
/** The encoded form of fewer characters is too short to be told from a word. */
const shortestEncoded = 9;

/** Values that no pattern shows, found out under a member's name or given by the user: looked for wherever they may stand. */
export class KnownValues {
  readonly #kinds = new Map<string, SensitiveKind>();
  readonly #released = new Set<string>();
  /** Secrets by a form in which they may stand. */
  readonly #forms = new Map<string, string>();
  #patterns: readonly RegExp[] | undefined;

  /** @returns whether the value was not known before */
  add(kind: SensitiveKind, value: string): boolean {
    const key = value.toLowerCase();
    if (this.#kinds.has(key) || this.#released.has(key)) return false;
    this.#kinds.set(key, kind);
    this.#patterns = undefined;
    return true;
  }

  /**
   * Looks for a secret, whatever it looks like. One that is an ordinary word is found where it says what it is: behind
   * the word `Bearer`.
   */
  addSecret(secret: string): void {
    const isTold = isDistinctive(secret) && !isWordOfReports(secret);
    const values = isTold ? [secret] : [`Bearer ${secret}`, `Basic ${secret}`];
    for (const value of values) this.add('secret', value);
    if (secret.length >= shortestEncoded || !isTold) return;
    for (const form of shortForms(secret)) {
      this.#forms.set(form.toLowerCase(), secret);
      this.add('secret', form);
    }
  }

  /** No longer looks for a value, since the suite itself writes it in its requests: it tells nothing of anybody. */
  release(value: string): void {
    const key = value.toLowerCase();
    if (!this.#kinds.has(key)) return;
    this.#released.add(key);
    this.#kinds.delete(key);
    this.#patterns = undefined;
  }

  /** True if there is a secret whose encoded form may be as short as a word. */
  get hasShortSecret(): boolean {
    return this.#forms.size > 0;
  }

  has(value: string): boolean {
    return this.#kinds.has(value.toLowerCase());
  }

  replace(text: string, substitute: Substitute): string {
    if (this.#kinds.size === 0) return text;
    this.#patterns ??= this.#combined();
    return this.#patterns.reduce((current, pattern) => this.#replaceIn(current, pattern, substitute), text);
  }

  #replaceIn(text: string, pattern: RegExp, substitute: Substitute): string {
    return text.replaceAll(pattern, (found: string, at: number) => {
      const value = this.#kinds.has(found.toLowerCase()) ? found : found.replaceAll('+', ' ');
      const kind = this.#kinds.get(value.toLowerCase());
      const isBounded = kind !== 'secret' || found.length < shortestWithinWords;
      if (kind === undefined || (isBounded && isWithinWord(text, at, found.length))) return found;
      const meant = this.#forms.get(value.toLowerCase()) ?? value;
      const replaced = substitute(kind, meant);
      return replaced === meant ? found : replaced;
    });
  }

  /**
   * One expression for many, the longest first: one value may be the beginning of another. A form writes blanks as `+`.
   * An expression has a largest size, which a server with very many names could go beyond.
   */
  #combined(): readonly RegExp[] {
    const patterns: RegExp[] = [];
    let forms: string[] = [];
    let size = 0;
    const finish = (): void => {
      if (forms.length > 0) patterns.push(new RegExp(forms.join('|'), 'gi'));
      [forms, size] = [[], 0];
    };
    for (const value of [...this.#kinds.keys()].toSorted((left, right) => right.length - left.length)) {
      const form = value.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`).replaceAll(' ', '[ +]');
      if (size + form.length > largest) finish();
      forms.push(form);
      size += form.length;
    }
    finish();
    return patterns;
  }
}

/** What is too short to be decoded wherever it may stand. */
function shortForms(secret: string): readonly string[] {
  const [bytes, wide] = [Buffer.from(secret), Buffer.from(secret, 'utf16le')];
  return [bytes, wide].flatMap((one) => [one.toString('base64'), one.toString('base64url'), one.toString('hex')]);
}

/** Characters of one expression. */
const largest = 100_000;

function isWithinWord(text: string, start: number, length: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return letter.test(text.charAt(start - 1)) || letter.test(text.charAt(start + length));
}
