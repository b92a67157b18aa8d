import { tokenVariables } from '../traffic/token-variables.ts';
import { isJson } from './pseudonyms/encodings.ts';
import { isPlaceholder } from './pseudonyms/identifies-nobody.ts';
import { KnownValues } from './pseudonyms/known-values.ts';
import { isPseudonym } from './pseudonyms/pseudonym-shape.ts';
import { SensitiveText, type Looks } from './pseudonyms/sensitive-text.ts';
import { isSecretHeader, isSecretName } from './pseudonyms/under-keys.ts';
import { unsigned } from './token-forms.ts';
import type { Tokens } from './tokens.ts';
import type { WireOutcome } from './wire.ts';

/** What is to stand in the place of each secret that is known: `$TIMECARD_TOKEN` for the token in that variable. */
export type SecretNames = ReadonlyMap<string, string>;

/** Takes secrets out of whatever is judged, kept or printed, in every encoding that we know. */
export class Redaction {
  readonly #names = new Map<string, string>();
  readonly #text: SensitiveText;
  /** What short texts came to: names of headers, and most of their values, come again and again. */
  readonly #kept = new Map<string, string>();
  /** So many names with a number are given. */
  #numbered: number;

  /** @param looks `secrets` to take out what only looks like a secret, too, such as a JWT; it is named by a number */
  constructor(secrets: SecretNames, looks: Exclude<Looks, 'everything'> = 'nothing') {
    const known = new KnownValues();
    this.#numbered = [...secrets.values()].filter((name) => numbered.test(name)).length;
    for (const [secret, name] of secrets) {
      known.addSecret(secret);
      this.#names.set(secret.toLowerCase(), name);
      for (const scheme of ['Bearer', 'Basic'])
        this.#names.set(`${scheme} ${secret}`.toLowerCase(), `${scheme} ${name}`);
    }
    this.#text = new SensitiveText({ known, looks, substitute: (_kind, value) => this.#nameOf(value) });
  }

  text(text: string): string {
    if (text.length > longestKept) return this.#redacted(text);
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const redacted = this.#redacted(text);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(text, redacted);
    return redacted;
  }

  #redacted(text: string): string {
    const redacted = this.#text.replace(text);
    if (redacted === text || !/^\s*[[{]/.test(text) || !isJson(text) || isJson(redacted)) return redacted;
    // A secret that reads as a number stands without quotes: to name it there would break the JSON.
    return text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (literal) => this.#text.replace(literal));
  }

  outcome(outcome: WireOutcome): WireOutcome {
    if (outcome.kind === 'transport') return { ...outcome, detail: this.text(outcome.detail) };
    return {
      ...outcome,
      headers: outcome.headers.map(([name, value]) => [this.text(name), this.text(value)] as const),
      text: this.text(outcome.text),
    };
  }

  /**
   * Any plain data, with the names of its members, and with what stands under a name that says that it is a secret. What holds
   * none, which is nearly all of a report, is given back as it is.
   */
  value<T>(value: T): T {
    return this.#value(value) as T;
  }

  #value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return this.#list(value);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value);
    const redacted = members.map(([name, member]): readonly [string, unknown] => [
      this.text(name),
      typeof member === 'string' && isSecretName(name) ? this.#credential(member) : this.#value(member),
    ]);
    const isSame = redacted.every(
      ([name, member], index) => name === members[index]?.[0] && member === members[index]?.[1],
    );
    return isSame ? value : Object.fromEntries(redacted);
  }

  /** Headers are pairs of a name and a value. */
  #list(list: readonly unknown[]): readonly unknown[] {
    const [name, value] = list;
    const isHeader = list.length === 2 && typeof name === 'string' && typeof value === 'string';
    if (isHeader && isSecretHeader(name)) return [name, this.#credential(value)];
    const redacted = list.map((element) => this.#value(element));
    return redacted.every((element, index) => element === list[index]) ? list : redacted;
  }

  #credential(value: string): string {
    const redacted = this.text(value);
    const scheme = /^(?:Bearer|Basic)\s+/i.exec(value)?.[0] ?? '';
    return redacted !== value || value === scheme ? redacted : `${scheme}${this.#nameOf(value.slice(scheme.length))}`;
  }

  /** Each has a name of its own, so that what differed still differs. */
  #nameOf(value: string): string {
    const key = value.toLowerCase();
    const given = this.#names.get(key);
    if (given !== undefined) return given;
    if (isPlaceholder(value) || isPseudonym(value)) return value;
    this.#numbered += 1;
    const name = `(secret-${this.#numbered})`;
    this.#names.set(key, name);
    return name;
  }
}

/** Characters, and texts. */
const [longestKept, mostKept] = [200, 2000];

const numbered = /^\(secret-\d+\)$/;

/** What a token is without its signature may be shorter: then it is a word like others. Characters. */
const shortestPart = 8;

/** What stands in the place of tokens: the names of the variables that they came from. */
export function namesOfTokens(tokens: Tokens): SecretNames {
  const names = Object.entries(tokens).flatMap(([actor, token]) => {
    const name = `$${tokenVariables[actor as keyof typeof tokenVariables]}`;
    const part = unsigned(token);
    const whole = [token, name] as const;
    return part === token || part.length < shortestPart ? [whole] : [whole, [part, unsigned(name)] as const];
  });
  return new Map(names);
}

/** Fewer characters may be a user's id or a word of a note, which must come to the judgement as they came. */
const shortestJudgedWithout = 8;

/** Takes out of answers, before they are judged, the tokens that were sent. */
export function redactionOfAnswers(tokens: Tokens): Redaction {
  return new Redaction(new Map([...namesOfTokens(tokens)].filter(([token]) => token.length >= shortestJudgedWithout)));
}
