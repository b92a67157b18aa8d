import type { Body, Headers, Outcome } from '../../specs/exchange.ts';
import { headerValue } from '../../specs/headers.ts';
import { readBody } from '../body.ts';
import type { CapturedExchange } from './capture.ts';

/** What stands in the Authorization header, with its scheme; undefined where there is none, or a tool took it out. */
export function credentialIn(headers: Headers): string | undefined {
  const value = headerValue(headers, 'authorization')?.trim();
  return value === undefined || value === '' || /^bearer$/i.test(value) || isTakenOut(value) ? undefined : value;
}

/** Tools that leave credentials out put something in their place. */
function isTakenOut(value: string): boolean {
  return /redact|removed|sanitis|sanitiz|omitted|hidden|\*{3}|^bearer\s+[.x*]+$/i.test(value);
}

const hidden = '(not shown)';
const secretNames =
  /^(?!www-authenticate|proxy-authenticate).*(auth|cookie|token|secret|password|session|api-?key|subscription-key)/i;
const webToken = /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
/** Shorter ones, such as the `any-text` of a mock, would be found in every other word. */
const shortestSecret = 12;

/** The exchanges with nothing in them that lets anybody in: what is read from here on may stand in a report. */
export function withoutSecrets(exchanges: readonly CapturedExchange[]): readonly CapturedExchange[] {
  const secrets = [...new Set(exchanges.flatMap(({ credential }) => credential?.replace(/^\w+\s+/, '') ?? []))]
    .filter((secret) => secret.length >= shortestSecret)
    .toSorted((left, right) => right.length - left.length);
  // Each has a name of its own, so that what differed still differs: a link to a next page may hold one.
  const names = new Map<string, string>();
  const nameOf = (secret: string): string => {
    const name = names.get(secret) ?? `(secret-${names.size + 1})`;
    names.set(secret, name);
    return name;
  };
  const clean = (text: string): string =>
    secrets
      .reduce((current, secret) => current.replaceAll(secret, () => nameOf(secret)), text)
      .replaceAll(webToken, nameOf);
  return exchanges.map((captured) => ({ ...captured, exchange: cleaned(captured.exchange, clean) }));
}

type Clean = (text: string) => string;

function cleaned(exchange: CapturedExchange['exchange'], clean: Clean): CapturedExchange['exchange'] {
  const { request, outcome } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      url: cleanUrl(request.url, clean),
      headers: cleanHeaders(request.headers, clean),
      body: cleanBody(request.body, request.headers, clean),
    },
    outcome: cleanOutcome(outcome, clean),
  };
}

function cleanOutcome(outcome: Outcome, clean: Clean): Outcome {
  if (outcome.kind === 'transport') return { ...outcome, detail: clean(outcome.detail) };
  const { headers, body } = outcome;
  return { ...outcome, headers: cleanHeaders(headers, clean), body: cleanBody(body, headers, clean) };
}

function cleanHeaders(headers: Headers, clean: Clean): Headers {
  return headers.map(([name, value]) => [name, secretNames.test(name) ? hidden : clean(value)] as const);
}

/** A URL may carry a token, or a user name and a password. */
function cleanUrl(url: string, clean: Clean): string {
  const [path = '', ...query] = clean(url.replace(/^(\w+:\/\/)[^/?#]*@/, '$1')).split('?');
  if (query.length === 0) return path;
  const parts = query.join('?').split('&');
  const shown = parts.map((part) => {
    const [name = ''] = part.split('=', 1);
    return secretNames.test(name) && !/^(\$|%24)?skiptoken$/i.test(name)
      ? `${name}=${encodeURIComponent(hidden)}`
      : part;
  });
  return `${path}?${shown.join('&')}`;
}

function cleanBody(body: Body, headers: Headers, clean: Clean): Body {
  if (body.kind === 'empty') return body;
  const text = clean(body.text);
  return text === body.text ? body : readBody(text, headerValue(headers, 'content-type'));
}
