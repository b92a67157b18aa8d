import {
  base64,
  isJson,
  base64Run,
  hexadecimal,
  legibleWithin,
  percentRun,
  readLiteral,
  readPercent,
  replaceEscapedLiterals,
  withinLiteral,
  withoutEntities,
  withoutEscapes,
  writePercent,
} from './encodings.ts';
import type { KnownValues } from './known-values.ts';
import { looksRandom, withoutGuids } from './looks-random.ts';
import { Masks } from './masks.ts';
import {
  replaceAddresses,
  replaceAuthorities,
  replaceGuids,
  replaceMails,
  replacePrivateHosts,
  replaceTokens,
} from './patterns.ts';
import { PieceMemory } from './piece-memory.ts';
import type { Substitute } from './sensitive-kind.ts';
import { replaceParameters } from './parameters.ts';
import { replaceToldSecrets } from './told-secrets.ts';
import { replaceUnderKeys } from './under-keys.ts';

/** Text within text deeper than this is no accident; it is replaced whole. */
const deepest = 8;

/** Nothing shorter tells anything: an address has seven characters at least, and so has a mail address that could be real. */
const shortest = 6;

/** Finds what is sensitive in a text, through all encodings, and puts in its place what it is told. */
export class SensitiveText {
  readonly #known: KnownValues;
  readonly #substitute: Substitute;
  readonly #encoded: (translated: string, original: string) => void;
  readonly #pieces = new PieceMemory();

  /** @param encoded is told of each encoded run that was translated and written again */
  constructor(
    known: KnownValues,
    substitute: Substitute,
    encoded: (translated: string, original: string) => void = () => {},
  ) {
    this.#known = known;
    this.#substitute = substitute;
    this.#encoded = encoded;
  }

  /** To be called when something new is known: what was harmless before may hold it. */
  forget(): void {
    this.#pieces.clear();
  }

  replace(text: string, depth = 0): string {
    if (text.length < 2) return text;
    if (depth > deepest) return this.#substitute('secret', text);
    const result = this.#throughEncodings(text, depth);
    // Character references are seldom, and how they are written is not kept: only where they hide something.
    const plain = withoutEntities(result);
    if (plain === undefined) return result;
    const replaced = this.replace(plain, depth + 1);
    return replaced === plain ? result : replaced;
  }

  #throughEncodings(text: string, depth: number): string {
    const masks = new Masks(text);
    if (!text.includes('\\')) return masks.restore(this.#throughPercent(text, masks, depth));
    const masked = replaceEscapedLiterals(text, (literal) => this.#literal(literal, masks, depth));
    const result = masks.restore(masked.includes('\\') ? masked : this.#throughPercent(masked, masks, depth));
    if (isJson(text)) return result;
    // Where quotes do not pair up, as in half a body, literals are not where they seem to be.
    const unescaped = withoutEscapes(result);
    const replaced = this.replace(unescaped, depth + 1);
    return replaced === unescaped ? result : replaced;
  }

  #literal(literal: string, masks: Masks, depth: number): string {
    const value = readLiteral(literal);
    if (value === undefined) return literal;
    const replaced = this.replace(value, depth + 1);
    const original = literal.slice(1, -1);
    return `"${masks.hide(original, replaced === value ? original : withinLiteral(replaced))}"`;
  }

  #throughPercent(text: string, masks: Masks, depth: number): string {
    if (!text.includes('%')) return this.#plain(text, masks, depth);
    const parameters = replaceParameters(text, this.#unmasked(masks));
    const masked = parameters.replaceAll(percentRun, (run) => {
      const value = readPercent(run);
      const replaced = value === run ? value : this.replace(value, depth + 1);
      if (replaced === value) return masks.hide(run, run);
      const written = writePercent(replaced, run);
      this.#encoded(written, run);
      return masks.hide(run, written);
    });
    return this.#plain(masked, masks, depth);
  }

  /** A text without encodings but for base64, and for what is masked. */
  #plain(text: string, masks: Masks, depth: number): string {
    const substitute = this.#unmasked(masks);
    const decode = (literal: string): string | undefined => readLiteral(`"${masks.original(literal)}"`);
    let result = replaceUnderKeys(text, substitute, decode);
    result = replaceAuthorities(result, substitute);
    result = replaceMails(result, substitute);
    result = this.#known.replace(result, substitute);
    // A body repeats the same few names, ids and times again and again; each is looked through once.
    return /^\s*[[{]/.test(result)
      ? result
          .split('"')
          .map((piece) => this.#piece(piece, masks, depth))
          .join('"')
      : this.#piece(result, masks, depth);
  }

  #piece(piece: string, masks: Masks, depth: number): string {
    if (piece.length < shortest) return piece;
    const known = this.#pieces.get(piece);
    if (known !== undefined) return known;
    if (instant.test(piece)) return piece;
    const id = prefixedGuid.exec(piece);
    if (id !== null) {
      const translated = `${id[1] ?? ''}${this.#substitute('guid', id[2] ?? '')}`;
      this.#pieces.set(piece, translated);
      return translated;
    }
    const substitute = this.#unmasked(masks);
    let result = replaceParameters(piece, substitute);
    result = replaceToldSecrets(result, substitute);
    result = replaceTokens(result, substitute);
    result = replacePrivateHosts(result, substitute);
    result = replaceGuids(result, substitute);
    result = replaceAddresses(result, substitute);
    result = result.replaceAll(base64Run, (run) => this.#run(run, depth));
    if (!masks.isIn(piece)) this.#pieces.set(piece, result);
    return result;
  }

  #unmasked(masks: Masks): Substitute {
    return (kind, value) => {
      const original = masks.original(value);
      const replaced = this.#substitute(kind, original);
      return replaced === original ? value : replaced;
    };
  }

  #run(run: string, depth: number): string {
    if (withoutGuids(run).length < 12) return run;
    // A path is no base64, though it is written in the same characters.
    if (isPath(run)) return run.replaceAll(segment, (part) => this.#run(part, depth));
    const written = this.#rewritten(run, depth);
    if (written !== undefined) return written;
    const hidden = legibleWithin(run).some((stretch) => this.replace(stretch, depth + 1) !== stretch);
    if (hidden || (looksRandom(run) && !codings.some(({ read }) => read(run) !== undefined)))
      return this.#substitute('secret', run);
    return run;
  }

  /** A run whose text, once it is decoded, holds something; undefined where there is nothing in it. */
  #rewritten(run: string, depth: number): string | undefined {
    for (const { read, write } of codings) {
      const text = read(run);
      const replaced = text === undefined ? undefined : this.replace(text, depth + 1);
      if (replaced === undefined || replaced === text) continue;
      const written = write(replaced, run);
      this.#encoded(written, run);
      return written;
    }
    return undefined;
  }
}

/** What most values of a card are; they take no search. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?$/;
const prefixedGuid = /^([a-z]{0,8}_)?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/i;

const codings = [base64, hexadecimal];

const segment = /[^/]{12,}/g;

/** The path of a time clock, whatever its ids look like; or any other of words and numbers only, such as a JSON pointer. */
function isPath(run: string): boolean {
  if (!run.includes('/')) return false;
  if (/(?:^|\/)(?:teams|users|groups|schedule|timecards|v1|beta)(?:\/|$)/i.test(run)) return true;
  return run.split('/').every((part) => /^(?:\d{0,4}|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*)$/.test(part));
}
