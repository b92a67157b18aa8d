import { tokenVariables } from '../../traffic/token-variables.ts';
import { Redaction } from '../redaction.ts';
import { unsigned } from '../token-forms.ts';
import type { Tokens } from '../tokens.ts';
import type { Wire, WireAnswer, WireRequest } from '../wire.ts';
import type { Bearer } from './claims.ts';

/**
 * The tokens that took the place of the first ones. A run knows each actor's first token only, and everything above the network
 * with it: redaction, pseudonyms, reports. What was renewed is exchanged at the network, both ways.
 */
export class RenewedTokens {
  readonly #first: Tokens;
  readonly #current = new Map<Bearer, string>();
  /** What is looked for in answers: every token that was used later than the first, with the first. */
  readonly #names = new Map<string, string>();
  #redaction: Redaction | undefined;

  constructor(first: Tokens) {
    this.#first = first;
  }

  renew(bearer: Bearer, token: string): void {
    const first = this.#first[bearer];
    if (first === undefined || token === first) return;
    this.#current.set(bearer, token);
    this.#names.set(token, first);
    if (unsigned(token) !== token) this.#names.set(unsigned(token), unsigned(first));
    this.#redaction = new Redaction(this.#names);
  }

  /** Every token that was ever used, with the variable that it stands for. */
  names(): ReadonlyMap<string, string> {
    const bearers = new Map(Object.entries(this.#first).map(([bearer, token]) => [token, bearer as Bearer]));
    return new Map(
      [...this.#names].flatMap(([token, first]) => {
        const bearer = bearers.get(first);
        return bearer === undefined ? [] : [[token, `$${tokenVariables[bearer]}`] as const];
      }),
    );
  }

  /** A request as it goes out: with the current token in the place of the first, in whatever form it was to be sent. */
  request(request: WireRequest): WireRequest {
    if (this.#current.size === 0) return request;
    return {
      ...request,
      headers: request.headers.map(
        ([name, value]) => [name, name.toLowerCase() === 'authorization' ? this.#now(value) : value] as const,
      ),
    };
  }

  /** An answer as the run may know it: with the first token in the place of every later one. */
  answer(answer: WireAnswer): WireAnswer {
    const { times, ownership, ...outcome } = answer;
    if (this.#redaction === undefined) return answer;
    return { ...answer, ...this.#redaction.outcome(outcome) };
  }

  #now(value: string): string {
    for (const [bearer, current] of this.#current) {
      const first = this.#first[bearer] ?? '';
      if (value.includes(first)) return value.replace(first, () => current);
      if (value.includes(`${unsigned(first)}.`)) return value.replace(unsigned(first), () => unsigned(current));
    }
    return value;
  }
}

/** Sends with the tokens that are good now. */
export class RenewingWire implements Wire {
  readonly #inner: Wire;
  readonly #tokens: RenewedTokens;

  constructor(inner: Wire, tokens: RenewedTokens) {
    this.#inner = inner;
    this.#tokens = tokens;
  }

  async send(request: WireRequest): Promise<WireAnswer> {
    return this.#tokens.answer(await this.#inner.send(this.#tokens.request(request)));
  }

  hurry(): void {
    this.#inner.hurry();
  }

  close(): void {
    this.#inner.close();
  }
}
