import {
  base64,
  isJson,
  hexadecimal,
  legibleWithin,
  percentRun,
  readLiteral,
  readPercent,
  replaceEscapedLiterals,
  replaceRuns,
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
import { replaceLabelledSecrets } from './labelled-secrets.ts';
import { replaceUnderKeys } from './under-keys.ts';

/** Text within text deeper than this is no accident; it is replaced whole. */
const deepest = 8;

/** Nothing shorter tells anything: an address has seven characters at least, and so has a mail address that could be real. */
const shortest = 6;

/** What is taken for sensitive beside the values that are known: all that looks so, what opens something, or nothing. */
export type Looks = 'everything' | 'secrets' | 'nothing';

export interface SensitiveTextSettings {
  readonly known: KnownValues;
  readonly substitute: Substitute;
  readonly looks: Looks;
  /** Is told of each encoded run that was translated and written again. Without it, what stands for a known value is not encoded again. */
  readonly encoded?: (translated: string, original: string) => void;
}

/** Finds what is sensitive in a text, through all encodings, and puts in its place what it is told. */
export class SensitiveText {
  readonly #known: KnownValues;
  readonly #substitute: Substitute;
  readonly #looks: Looks;
  readonly #encoded: SensitiveTextSettings['encoded'];
  readonly #pieces = new PieceMemory();

  constructor({ known, substitute, looks, encoded }: SensitiveTextSettings) {
    this.#known = known;
    this.#looks = looks;
    this.#substitute =
      looks === 'everything' ? substitute : (kind, value) => (kind === 'secret' ? substitute(kind, value) : value);
    this.#encoded = encoded;
  }

  /** To be called when something new is known: what was harmless before may hold it. */
  forget(): void {
    this.#pieces.clear();
  }

  replace(given: string, depth = 0): string {
    if (given.length < 2) return given;
    if (depth > deepest) return given.length < shortest ? given : this.#substitute('secret', given);
    // A secret may itself hold what looks like an escape.
    const text = this.#encoded === undefined ? this.#known.replace(given, this.#substitute) : given;
    const result = this.#withoutNuls(this.#throughEncodings(text, depth), depth);
    // Character references are seldom, and how they are written is not kept: only where they hide something.
    const plain = withoutEntities(result);
    if (plain === undefined) return result;
    const replaced = this.replace(plain, depth + 1);
    return replaced === plain ? result : replaced;
  }

  /** Text in UTF-16 that was read as if it were not has a NUL beside each character. */
  #withoutNuls(text: string, depth: number): string {
    if (!text.includes('\0')) return text;
    const plain = text.replaceAll('\0', '');
    const replaced = this.replace(plain, depth + 1);
    return replaced === plain ? text : replaced;
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
    const parameters = this.#looks === 'nothing' ? text : replaceParameters(text, this.#unmasked(masks));
    const masked = parameters.replaceAll(percentRun, (run) => {
      const value = readPercent(run);
      const replaced = value === run ? value : this.replace(value, depth + 1);
      if (replaced === value) return masks.hide(run, run);
      return masks.hide(run, this.#written(value, replaced, run, writePercent));
    });
    return this.#plain(masked, masks, depth);
  }

  /** A text without encodings but for base64, and for what is masked. */
  #plain(text: string, masks: Masks, depth: number): string {
    const substitute = this.#unmasked(masks);
    const decode = (literal: string): string | undefined => readLiteral(`"${masks.original(literal)}"`);
    let result = text;
    if (this.#looks !== 'nothing') {
      result = replaceUnderKeys(result, substitute, decode);
      result = replaceAuthorities(result, substitute);
    }
    if (this.#looks === 'everything') result = replaceMails(result, substitute);
    result = this.#known.replace(result, substitute);
    // A body repeats the same few names, ids and times again and again; each is looked through once.
    return /^\s*[[{]/.test(result) ? this.#pieceByPiece(result, masks, depth) : this.#piece(result, masks, depth);
  }

  #pieceByPiece(text: string, masks: Masks, depth: number): string {
    const pieces = text.split('"');
    let isChanged = false;
    for (const [index, piece] of pieces.entries()) {
      const replaced = this.#piece(piece, masks, depth);
      if (replaced === piece) continue;
      pieces[index] = replaced;
      isChanged = true;
    }
    return isChanged ? pieces.join('"') : text;
  }

  #piece(piece: string, masks: Masks, depth: number): string {
    if (piece.length < shortest) return piece;
    if (instant.test(piece)) return piece;
    // An id opens nothing.
    if (this.#looks !== 'everything' && prefixedGuid.test(piece)) return piece;
    const known = this.#pieces.get(piece);
    if (known !== undefined) return known;
    const id = prefixedGuid.exec(piece);
    if (id !== null) {
      const translated = `${id[1] ?? ''}${this.#substitute('guid', id[2] ?? '')}`;
      this.#pieces.set(piece, translated);
      return translated;
    }
    const result = replaceRuns(this.#byLook(piece, this.#unmasked(masks)), this.#shortestRun, (run) =>
      this.#run(run, depth),
    );
    if (!masks.isIn(piece)) this.#pieces.set(piece, result);
    return result;
  }

  /** Fewer characters of base64 hold nothing that could be told, unless it is known and short itself. */
  get #shortestRun(): number {
    return this.#known.hasShortSecret ? 8 : 12;
  }

  #byLook(piece: string, substitute: Substitute): string {
    if (this.#looks === 'nothing') return piece;
    let result = replaceParameters(piece, substitute);
    result = replaceLabelledSecrets(result, substitute);
    result = replaceTokens(result, substitute);
    if (this.#looks === 'secrets') return result;
    result = replacePrivateHosts(result, substitute);
    result = replaceGuids(result, substitute);
    return replaceAddresses(result, substitute);
  }

  #unmasked(masks: Masks): Substitute {
    return (kind, value) => {
      const original = masks.original(value);
      const replaced = this.#substitute(kind, original);
      return replaced === original ? value : replaced;
    };
  }

  #run(run: string, depth: number): string {
    if (withoutGuids(run).length < this.#shortestRun) return run;
    // A path is no base64, though it is written in the same characters.
    if (isPath(run)) return run.replaceAll(segment, (part) => this.#run(part, depth));
    const written = this.#rewritten(run, depth);
    if (written !== undefined) return written;
    const hidden = legibleWithin(run).some((stretch) => this.replace(stretch, depth + 1) !== stretch);
    return hidden || this.#isRandom(run) ? this.#substitute('secret', run) : run;
  }

  /** What looks random is no secret for sure, and may be what a finding is about. */
  #isRandom(run: string): boolean {
    return this.#looks === 'everything' && looksRandom(run) && !codings.some(({ read }) => read(run) !== undefined);
  }

  /** A run whose text, once it is decoded, holds something; undefined where there is nothing in it. */
  #rewritten(run: string, depth: number): string | undefined {
    for (const { read, write } of codings) {
      const text = read(run);
      const replaced = text === undefined ? undefined : this.replace(text, depth + 1);
      if (replaced === undefined || replaced === text) continue;
      return this.#written(text, replaced, run, write);
    }
    return undefined;
  }

  #written(
    text: string | undefined,
    replaced: string,
    run: string,
    write: (text: string, model: string) => string,
  ): string {
    if (this.#encoded === undefined && text !== undefined && this.#known.has(text)) return replaced;
    const written = write(replaced, run);
    this.#encoded?.(written, run);
    return written;
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
