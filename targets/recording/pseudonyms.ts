import type { Headers } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import type { Tokens } from '../tokens.ts';
import type { People } from '../target.ts';
import type { WireOutcome, WireRequest } from '../wire.ts';
import { Disclosure } from '../pseudonyms/disclosure.ts';
import { readLiteral } from '../pseudonyms/encodings.ts';
import { isPublicHost, isTelling } from '../pseudonyms/identifies-nobody.ts';
import { keptHeaders } from '../pseudonyms/kept-headers.ts';
import { KnownValues } from '../pseudonyms/known-values.ts';
import { PseudonymTable } from '../pseudonyms/pseudonym-table.ts';
import type { SensitiveKind } from '../pseudonyms/sensitive-kind.ts';
import { SensitiveText } from '../pseudonyms/sensitive-text.ts';
import { peopleInToken } from '../pseudonyms/token-people.ts';
import { unsigned } from '../token-forms.ts';

/** Nobody repeats a longer text elsewhere. */
const longestKnown = 4000;

/** Version of the rules by which recordings are redacted. */
export const redactionVersion = 1;

/** What the user told us, and so what never may reach a recording. */
export interface RealIdentity {
  /** Without the version. */
  readonly baseUrl: string;
  readonly people: People;
  readonly tokens: Tokens;
}

/**
 * Stands between the suite and a real server. The suite, its results and its recordings know only pseudonyms, the server
 * knows only real values: each request is translated on its way out, each answer on its way in. So a recording holds what
 * the judgement saw, and replays to the same verdict.
 */
export class Pseudonyms {
  /** The same people, tokens and address, as the suite may know them. */
  readonly people: People;
  readonly tokens: Tokens;
  readonly baseUrl: string;
  readonly #table = new PseudonymTable();
  readonly #known = new KnownValues();
  readonly #disclosure = new Disclosure((pseudonym) => this.#table.real(pseudonym));
  readonly #inward: SensitiveText;
  readonly #own: SensitiveText;
  /** Links as they were translated, with what they were: they are followed to the byte. */
  readonly #links = new Map<string, string>();
  /** What stands for a token without its signature, with what it is. */
  readonly #unsigned = new Map<string, string>();
  #newlyKnown = false;

  constructor({ baseUrl, people, tokens }: RealIdentity) {
    const [known, looks] = [this.#known, 'everything'] as const;
    this.#inward = new SensitiveText({
      known,
      looks,
      substitute: (kind, value) => this.#substitute(kind, value),
      encoded: (translated, original) => this.#disclosure.remember(translated, original),
    });
    this.#own = new SensitiveText({ known, looks, substitute: (kind, value) => this.#claim(kind, value) });
    this.tokens = this.#introduceTokens(tokens);
    this.baseUrl = this.#introduceAddress(baseUrl);
    this.people = Object.fromEntries(
      Object.entries(people).map(([role, id]: readonly [string, string]) => [role, this.#substitute(kindOf(id), id)]),
    ) as unknown as People;
  }

  /** A request as the server is to get it. */
  request(request: WireRequest): WireRequest {
    const { url, headers, text } = request;
    for (const own of [url, text, ...headers.map(([, value]) => value)]) if (own !== undefined) this.#own.replace(own);
    return {
      ...request,
      url: this.#links.get(url) ?? this.#disclosure.text(url, 'url'),
      headers: headers.map(([name, value]) => [name, this.#header(value)] as const),
      text: text === undefined ? undefined : this.#disclosure.text(text, /^\s*[[{"]/.test(text) ? 'json' : 'plain'),
    };
  }

  #header(value: string): string {
    const disclosed = this.#disclosure.text(value, 'plain');
    return [...this.#unsigned].reduce((current, [shown, real]) => current.replaceAll(shown, () => real), disclosed);
  }

  /** An answer as the suite and a recording may know it. */
  outcome(outcome: WireOutcome): WireOutcome {
    if (outcome.kind === 'transport') return { ...outcome, detail: this.text(outcome.detail) };
    const body = this.text(outcome.text);
    this.#newlyKnown = false;
    const values = keptHeaders(outcome.headers).map(([name, value]) => [name, this.#inward.replace(value)] as const);
    // What a header told may stand in the body, too.
    const text = this.#newlyKnown ? this.text(body) : body;
    const headers = withLength(values, outcome.text, text);
    this.#rememberLinks(outcome, text, headers);
    return { ...outcome, headers, text };
  }

  /** Any text with pseudonyms in the place of what is real. Once more changes nothing. */
  text(text: string): string {
    this.#newlyKnown = false;
    const result = this.#inward.replace(text);
    // What was found out on the way may stand before the place that told it.
    return this.#newlyKnown ? this.#inward.replace(result) : result;
  }

  #substitute(kind: SensitiveKind, value: string): string {
    const pseudonym = this.#table.of(kind, value);
    if (pseudonym !== value) this.#know(kind, value);
    return pseudonym;
  }

  /** What is not told by its look is looked for from now on, wherever it may stand. */
  #know(kind: SensitiveKind, value: string): void {
    if (kind === 'guid' || kind === 'address' || kind === 'mark') return;
    if (value.length > longestKnown || (kind === 'secret' && value.length < 6)) return;
    if (!isTelling(value) || !this.#known.add(kind, value)) return;
    this.#newlyKnown = true;
    this.#inward.forget();
  }

  #claim(kind: SensitiveKind, value: string): string {
    if (kind === 'name') this.#known.release(value);
    this.#table.claim(kind, value);
    return value;
  }

  #introduceTokens(tokens: Tokens): Tokens {
    const withToken = Object.entries(tokens) as readonly (readonly [keyof Tokens, string])[];
    for (const [actor, token] of withToken) {
      this.#table.fix('secret', token, `$${tokenVariables[actor]}`);
      this.#known.addSecret(token);
      this.#introduceUnsigned(token, unsigned(`$${tokenVariables[actor]}`));
      for (const person of peopleInToken(token)) this.#substitute(person.includes('@') ? 'mail' : 'name', person);
    }
    return Object.fromEntries(withToken.map(([actor]) => [actor, `$${tokenVariables[actor]}`]));
  }

  #introduceUnsigned(token: string, shown: string): void {
    const part = unsigned(token);
    this.#unsigned.set(shown, part);
    if (part === token || part.length < 8) return;
    this.#table.fix('secret', part, shown);
    this.#known.addSecret(part);
  }

  #introduceAddress(baseUrl: string): string {
    const [, scheme = '', host = '', path = ''] = /^([a-z]+:\/\/)([^/?#]*)\/?(.*?)\/*$/i.exec(baseUrl) ?? [];
    const pseudonym = this.#introduceHost(host);
    const prefix = path === '' || harmlessPath.test(path) ? path : this.#introduceHost(path);
    return `${scheme}${pseudonym}${prefix === '' ? '' : `/${prefix}`}`;
  }

  #introduceHost(host: string): string {
    if (isPublicHost(host)) return host;
    const pseudonym = this.#table.give('host', host);
    this.#known.add('host', host);
    return pseudonym;
  }

  #rememberLinks(outcome: WireOutcome & { readonly kind: 'response' }, text: string, headers: Headers): void {
    const real = [linkIn(outcome.text), headerValue(outcome.headers, 'location')];
    const translated = [linkIn(text), headerValue(headers, 'location')];
    for (const [index, link] of translated.entries()) {
      const was = real[index];
      if (link !== undefined && was !== undefined && link !== was) this.#links.set(link, was);
    }
  }
}

/** The length of the body as it is now, where it was that of the body. */
function withLength(headers: Headers, before: string, after: string): Headers {
  if (before === after) return headers;
  return headers.map(([name, value]) => {
    const isLength = name.toLowerCase() === 'content-length' && Number(value) === Buffer.byteLength(before);
    return [name, isLength ? String(Buffer.byteLength(after)) : value] as const;
  });
}

/** Paths that say nothing of whose server it is. */
const harmlessPath = /^(?:(?:api|graph|msgraph|ms-graph|mocks?|v\d+|proxy|test)(?:\/|$))+$/i;

function kindOf(id: string): SensitiveKind {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? 'guid' : 'id';
}

/** The link to the next page, as its value reads. */
function linkIn(text: string): string | undefined {
  const literal = /"@odata\.nextLink"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  return literal === undefined ? undefined : readLiteral(literal);
}
