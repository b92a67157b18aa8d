import { tokenVariables } from '../specs/token-variables.ts';
import type { WireOutcome } from './transmission.ts';

export type Tokens = Readonly<Partial<Record<keyof typeof tokenVariables, string>>>;

/** Takes the tokens that were given to us out of everything that comes back, before anything else sees it. */
export class Redaction {
  readonly #secrets: readonly (readonly [secret: string, replacement: string])[];

  constructor(tokens: Tokens) {
    this.#secrets = Object.entries(tokens).flatMap(([actor, token]) => {
      const replacement = `$${tokenVariables[actor as keyof typeof tokenVariables]}`;
      return variants(token).map((variant) => [variant, replacement] as const);
    });
  }

  text(text: string): string {
    return this.#secrets.reduce(
      (current, [secret, replacement]) =>
        current.includes(secret) ? current.replaceAll(secret, replacement) : current,
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

/** The forms in which a server may hand a token back: as it is, percent-encoded, in base64, within JSON text. */
function variants(token: string): readonly string[] {
  const forms = [
    token,
    encodeURIComponent(token),
    Buffer.from(token).toString('base64'),
    JSON.stringify(token).slice(1, -1),
  ];
  return [...new Set(forms)].filter((form) => form.length >= 8);
}
