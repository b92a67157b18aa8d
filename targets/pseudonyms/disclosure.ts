import {
  base64,
  base64Run,
  encodeComponent,
  hexadecimal,
  percentRun,
  readLiteral,
  readPercent,
  replaceEscapedLiterals,
  withinLiteral,
  withinLiteralLike,
  writePercent,
} from './encodings.ts';
import { Masks } from './masks.ts';
import { PieceMemory } from './piece-memory.ts';
import type { Real } from './pseudonym-table.ts';
import { pseudonymPattern } from './pseudonym-shape.ts';

/** Where a text stands that a real value is written into. */
type Place = 'url' | 'json' | 'plain';

const deepest = 8;

/** Puts the real values back in the place of their pseudonyms, through all encodings: what a server handed out, it gets back. */
export class Disclosure {
  readonly #realOf: (pseudonym: string) => Real | undefined;
  readonly #pattern = pseudonymPattern();
  /** Runs in which nothing is encoded. */
  readonly #harmless = new PieceMemory();
  /** Encoded runs as they were translated, with what they were. */
  readonly #encoded = new Map<string, string>();

  constructor(realOf: (pseudonym: string) => Real | undefined) {
    this.#realOf = realOf;
  }

  /** Remembers what an encoded run was before it was translated: an encoding may be written in more than one way. */
  remember(translated: string, original: string): void {
    if (this.#encoded.has(translated)) return;
    this.#encoded.set(translated, original);
    this.#harmless.clear();
  }

  text(text: string, place: Place, depth = 0): string {
    if (depth > deepest) return text;
    const masks = new Masks(text);
    let result = text;
    if (result.includes('\\'))
      result = replaceEscapedLiterals(result, (literal) => this.#literal(literal, masks, depth));
    if (result.includes('%')) result = result.replaceAll(percentRun, (run) => this.#percent(run, masks, depth));
    result = result.replaceAll(base64Run, (run) => this.#run(run, masks, depth));
    result = result.replaceAll(this.#pattern, (found) => {
      const real = this.#realOf(found) ?? this.#undashed(found);
      return real === undefined ? found : written(real, place);
    });
    return masks.restore(result);
  }

  #undashed(found: string): Real | undefined {
    if (!/^[\da-f]{32}$/i.test(found)) return undefined;
    const real = this.#realOf(found.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
    return real === undefined ? undefined : { kind: real.kind, value: real.value.replaceAll('-', '') };
  }

  #literal(literal: string, masks: Masks, depth: number): string {
    const value = readLiteral(literal);
    if (value === undefined) return literal;
    const disclosed = this.text(value, placeOf(value), depth + 1);
    return masks.hide(
      literal,
      disclosed === value ? literal : `"${withinLiteralLike(disclosed, literal.slice(1, -1))}"`,
    );
  }

  #percent(run: string, masks: Masks, depth: number): string {
    const value = readPercent(run);
    const disclosed = this.#encoded.get(run);
    if (disclosed !== undefined) return masks.hide(run, disclosed);
    const result = value === run ? value : this.text(value, placeOf(value), depth + 1);
    return masks.hide(run, result === value ? run : writePercent(result, run));
  }

  #run(run: string, masks: Masks, depth: number): string {
    if (this.#harmless.get(run) !== undefined) return run;
    const disclosed = this.#encoded.get(run);
    if (disclosed !== undefined) return masks.hide(run, disclosed);
    for (const { read, write } of [base64, hexadecimal]) {
      const value = read(run);
      const result = value === undefined ? undefined : this.text(value, placeOf(value), depth + 1);
      if (result !== undefined && result !== value) return masks.hide(run, write(result, run));
    }
    this.#harmless.set(run, run);
    return run;
  }
}

function placeOf(text: string): Place {
  return /^\s*[[{]|"\s*:\s*"/.test(text) ? 'json' : 'plain';
}

function written({ kind, value }: Real, place: Place): string {
  switch (place) {
    case 'url':
      return kind === 'host' || kind === 'mark' ? value : encodeComponent(value);
    case 'json':
      return withinLiteral(value);
    case 'plain':
      return value;
  }
}
