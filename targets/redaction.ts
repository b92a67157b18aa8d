import { tokenVariables } from '../specs/token-variables.ts';
import { unsigned } from './token-forms.ts';
import type { WireOutcome } from './wire.ts';

export type Tokens = Readonly<Partial<Record<keyof typeof tokenVariables, string>>>;

/** Takes the tokens that were given to us out of everything that comes back, before anything else sees it. */
export class Redaction {
  readonly #secrets: readonly (readonly [secret: string, replacement: string])[];

  constructor(tokens: Tokens) {
    this.#secrets = Object.entries(tokens)
      .flatMap(([actor, token]) => {
        const replacement = `$${tokenVariables[actor as keyof typeof tokenVariables]}`;
        return [token, unsigned(token)].flatMap((form) =>
          variants(form).map((variant) => [variant, form === token ? replacement : unsigned(replacement)] as const),
        );
      })
      // The longest first: one token may be the beginning of another.
      .toSorted(([left], [right]) => right.length - left.length);
  }

  text(text: string): string {
    const redacted = this.#replaceIn(text);
    const plain = withoutNeedlessEscapes(redacted);
    const redactedPlain = this.#replaceIn(plain);
    return redactedPlain === plain ? redacted : redactedPlain;
  }

  #replaceIn(text: string): string {
    return this.#secrets.reduce(
      (current, [secret, replacement]) =>
        current.includes(secret) ? current.replaceAll(secret, () => replacement) : current,
      text,
    );
  }

  outcome(outcome: WireOutcome): WireOutcome {
    if (outcome.kind === 'transport') return outcome;
    return {
      ...outcome,
      headers: outcome.headers.map(([name, value]) => [name, this.text(value)] as const),
      text: this.text(outcome.text),
    };
  }
}

/** The forms in which a server may hand a token back: as it is, percent-encoded, in base64, within JSON, and that within JSON. */
function variants(token: string): readonly string[] {
  const bytes = Buffer.from(token);
  const escaped = withinJson(token);
  const percent = encodeURIComponent(token);
  const forms = [
    token,
    percent,
    percent.replaceAll(/%../g, (escape) => escape.toLowerCase()),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    escaped,
    withinJson(escaped),
  ];
  return [...new Set(forms)].filter((form) => form.length >= 8);
}

/** JSON may write any letter as an escape, and some servers do so with `+` and `/`, which tokens hold. */
function withoutNeedlessEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(/\\\\|\\u00([2-7][0-9a-f])|\\\//gi, (escape, code?: string) => {
    if (escape === '\\\\') return escape;
    return code === undefined ? '/' : withinJson(String.fromCharCode(Number.parseInt(code, 16)));
  });
}

function withinJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
