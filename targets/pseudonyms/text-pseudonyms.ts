import { namesOfTokens } from '../redaction.ts';
import type { Tokens } from '../tokens.ts';
import { byteListsIn, replaceByteLists } from './byte-lists.ts';
import { isTelling } from './identifies-nobody.ts';
import { KnownValues } from './known-values.ts';
import { PseudonymTable } from './pseudonym-table.ts';
import type { SensitiveKind } from './sensitive-kind.ts';
import { isPseudonym } from './pseudonym-shape.ts';
import { SensitiveText } from './sensitive-text.ts';
import { secretsByPosition } from './standing-secrets.ts';
import { tokenPseudonym } from './token-pseudonym.ts';

/** Nobody repeats a longer text elsewhere. */
const longestKnown = 4000;
/** Each time over a text may tell of values that stand before the place that told them. */
const mostPasses = 5;

/** Gives pseudonyms to all that is secret or personal in texts that are not read by anybody while they are written, such as files. */
export class TextPseudonyms {
  readonly #table = new PseudonymTable();
  readonly #known = new KnownValues();
  readonly #text: SensitiveText;
  #isNewlyKnown = false;

  constructor(tokens: Tokens) {
    for (const [token, name] of namesOfTokens(tokens)) {
      this.#table.fix('secret', token, name);
      this.#known.addSecret(token);
    }
    this.#text = new SensitiveText({
      known: this.#known,
      looks: 'everything',
      substitute: (kind, value) => this.#substitute(kind, value),
    });
  }

  /** The text with a pseudonym in the place of whatever is secret or personal. Once more changes nothing. */
  text(text: string): string {
    let result = text;
    const lists = byteListsIn(text).map(({ inner }) => inner);
    for (const secret of [text, ...lists].flatMap(secretsByPosition))
      if (!isPseudonym(secret)) this.#substitute('secret', secret);
    for (let pass = 0; pass < mostPasses; pass += 1) {
      this.#isNewlyKnown = false;
      result = this.#text.replace(replaceByteLists(result, (inner) => this.#text.replace(inner)));
      if (!this.#isNewlyKnown) break;
      this.#text.forget();
    }
    return result;
  }

  #substitute(kind: SensitiveKind, value: string): string {
    const plain = this.#table.of(kind, value);
    if (plain === value) return value;
    const pseudonym = kind === 'secret' ? tokenPseudonym(value, plain, (user) => this.#userOf(user)) : plain;
    if (pseudonym !== plain) this.#table.fix(kind, value, pseudonym);
    this.#know(kind, value);
    return pseudonym;
  }

  #userOf(userId: string): string {
    return this.#substitute(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(userId) ? 'guid' : 'id', userId);
  }

  /** What is not told by its look is looked for wherever it may stand. */
  #know(kind: SensitiveKind, value: string): void {
    if (kind === 'guid' || kind === 'address' || kind === 'mark' || !isTelling(value)) return;
    if (value.length > longestKnown || (kind === 'secret' && value.length < 6)) return;
    if (this.#known.add(kind, value)) this.#isNewlyKnown = true;
  }
}
