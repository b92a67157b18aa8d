import { isHarmlessValue } from './may-stay.ts';
import { isPseudonym, pseudonymNumber, writePseudonym } from './pseudonym-shape.ts';
import type { SensitiveKind } from './sensitive-kind.ts';

/** What stands behind a pseudonym. */
export interface Real {
  readonly kind: SensitiveKind;
  readonly value: string;
}

/** Which value has which pseudonym. One value keeps its own in all places of a run; no two share one. */
export class PseudonymTable {
  readonly #pseudonyms = new Map<string, string>();
  readonly #reals = new Map<string, Real>();
  /** By kind and the value in lower case, so that the two cases of one id are told apart and still belong together. */
  readonly #numbers = new Map<string, number>();
  readonly #taken = new Set<string>();
  readonly #next = new Map<SensitiveKind, number>();
  readonly #ours = new Set<string>();

  /** Gives a value a pseudonym of the caller's choice. */
  fix(kind: SensitiveKind, value: string, pseudonym: string): void {
    this.#pseudonyms.set(value, pseudonym);
    this.#reals.set(pseudonym, { kind, value });
  }

  /** What the suite itself sends is no secret; it stays when a server hands it back. */
  claim(kind: SensitiveKind, value: string): void {
    if (this.#pseudonyms.has(value) || isHarmlessValue(kind, value)) return;
    if (isPseudonym(value)) this.#reserve(value);
    else this.#ours.add(value.toLowerCase());
  }

  /** The pseudonym of a value: a new one if it has none, the value itself if it may stay. */
  of(kind: SensitiveKind, value: string): string {
    const given = this.#pseudonyms.get(value);
    if (given !== undefined) return given;
    if (isPseudonym(value)) {
      this.#reserve(value);
      return value;
    }
    return isHarmlessValue(kind, value) || this.#isOurs(value) ? value : this.give(kind, value);
  }

  real(pseudonym: string): Real | undefined {
    return this.#reals.get(pseudonym);
  }

  /** A text of ours may come back cut off. */
  #isOurs(value: string): boolean {
    const key = value.toLowerCase();
    return this.#ours.has(key) || [...this.#ours].some((own) => own.includes(key));
  }

  /** A pseudonym for a value that has none, whatever the value is. */
  give(kind: SensitiveKind, value: string): string {
    const key = `${kind} ${value.toLowerCase()}`;
    let number = this.#numbers.get(key) ?? this.#unused(kind, value);
    let pseudonym = spelled(writePseudonym(kind, number, value), kind, value);
    if (this.#reals.get(pseudonym)?.value !== undefined && this.#reals.get(pseudonym)?.value !== value) {
      // A third spelling of one value; it cannot be told from the second one by letter case.
      number = this.#unused(kind, value);
      pseudonym = spelled(writePseudonym(kind, number, value), kind, value);
    } else this.#numbers.set(key, number);
    this.fix(kind, value, pseudonym);
    // The suite asks for ids in the other letter case to see whether a server tells them apart.
    const [upper, lower] = [pseudonym.toUpperCase(), pseudonym.toLowerCase()];
    if (!this.#reals.has(upper)) this.#fixSpelling(kind, value.toUpperCase(), upper);
    if (!this.#reals.has(lower)) this.#fixSpelling(kind, value.toLowerCase(), lower);
    return pseudonym;
  }

  #fixSpelling(kind: SensitiveKind, value: string, pseudonym: string): void {
    this.#reals.set(pseudonym, { kind, value });
    if (!this.#pseudonyms.has(value)) this.#pseudonyms.set(value, pseudonym);
  }

  #unused(kind: SensitiveKind, value: string): number {
    let number = (this.#next.get(kind) ?? 0) + 1;
    while (this.#taken.has(writePseudonym(kind, number, value))) number += 1;
    this.#next.set(kind, number);
    return number;
  }

  /** A server may hand out what looks like a pseudonym, for one that was fed with a recording. It keeps its number. */
  #reserve(value: string): void {
    if (value.startsWith('$') || this.#reals.has(value) || Number.isNaN(pseudonymNumber(value))) return;
    this.#taken.add(value.toLowerCase());
  }
}

/** In lower case, capitalised or in upper case, as the value was. Of what is told apart by number alone, always in lower case. */
function spelled(pseudonym: string, kind: SensitiveKind, value: string): string {
  if (kind === 'secret' || kind === 'mark' || kind === 'host' || kind === 'address') return pseudonym;
  if (value === value.toLowerCase()) return pseudonym;
  if (value === value.toUpperCase()) return pseudonym.toUpperCase();
  return pseudonym.charAt(0).toUpperCase() + pseudonym.slice(1);
}
