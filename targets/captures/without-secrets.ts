import type { Body, Headers, Outcome } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { readBody } from '../body.ts';
import { isTokenPseudonym } from '../pseudonyms/token-pseudonym.ts';
import { isSecretName } from '../pseudonyms/under-keys.ts';
import { Redaction, type SecretNames } from '../redaction.ts';
import { onDemand } from './body-on-demand.ts';
import type { CapturedExchange } from './capture.ts';

/** What stands in the Authorization header, with its scheme; undefined where there is none, or a tool took it out. */
export function credentialIn(headers: Headers): string | undefined {
  const value = headerValue(headers, 'authorization')?.trim();
  return value === undefined || value === '' || /^bearer$/i.test(value) || isTakenOut(value) ? undefined : value;
}

/** Tools that leave credentials out put something in their place. */
function isTakenOut(value: string): boolean {
  // In a copy of ours it tells one caller from the next.
  if (isTokenPseudonym(value.replace(/^bearer\s+/i, ''))) return false;
  return /redact|removed|sanitis|sanitiz|omitted|hidden|\*{3}|^bearer\s+[.x*]+$/i.test(value);
}

const hidden = '(not shown)';
const likeSecretNames =
  /^(?!www-authenticate|proxy-authenticate).*(auth|cookie|token|secret|password|session|api-?key|subscription-key)/i;
/** Shorter ones, such as the `any-text` of a mock, may be an id or a word of a note, which are judged as they came. */
const shortestSecret = 12;

/** What lets somebody in, in the order in which it stands in a file: credentials without their scheme. */
export function credentialsIn(exchanges: readonly CapturedExchange[]): readonly string[] {
  return [...new Set(exchanges.flatMap(({ credential }) => credential?.replace(/^\w+\s+/, '') ?? []))];
}

/** The names by which they are told. */
export function namesOfCredentials(credentials: readonly string[]): SecretNames {
  return new Map(credentials.map((credential, index) => [credential, `(secret-${index + 1})`]));
}

/** The exchanges with nothing in them that lets anybody in: what is read from here on may stand in a report. */
export function withoutSecrets(exchanges: readonly CapturedExchange[]): readonly CapturedExchange[] {
  const secrets = [...credentialsIn(exchanges), ...exchanges.flatMap(({ exchange }) => inUrl(exchange.request.url))];
  const long = [...new Set(secrets)].filter((secret) => secret.length >= shortestSecret);
  const redaction = new Redaction(namesOfCredentials(long), 'secrets');
  return exchanges.map((captured) => withMembers(captured, { exchange: cleaned(captured.exchange, redaction) }));
}

/** More names than a run knows as secret: what a header or a parameter of a stranger's file is for nobody can ask. */
function soundsSecret(name: string): boolean {
  return isSecretName(name) || likeSecretNames.test(name);
}

/** The values of parameters whose name says that they are secret. A place in a list is none. */
function inUrl(url: string): readonly string[] {
  const [, query = ''] = url.split('?', 2);
  return query.split('&').flatMap((part) => {
    const [name = '', value = ''] = part.split('=', 2);
    return soundsSecret(name) && !/^(\$|%24)?skiptoken$/i.test(name) ? [value] : [];
  });
}

function cleaned(exchange: CapturedExchange['exchange'], redaction: Redaction): CapturedExchange['exchange'] {
  const { request, outcome } = exchange;
  return withMembers(exchange, {
    request: withMembers(request, {
      // A user name and a password are part of no request.
      url: redaction.text(request.url.replace(/^(\w+:\/\/)[^/?#]*@/, '$1')),
      headers: cleanHeaders(request.headers, redaction),
      body: cleanBody(request.body, request.headers, redaction),
    }),
    outcome: cleanOutcome(outcome, redaction),
  });
}

function cleanOutcome(outcome: Outcome, redaction: Redaction): Outcome {
  if (outcome.kind === 'transport') return withMembers(outcome, { detail: redaction.text(outcome.detail) });
  const { headers, body } = outcome;
  return withMembers(outcome, {
    headers: cleanHeaders(headers, redaction),
    body: cleanBody(body, headers, redaction),
  });
}

/** The object itself where those members are the same: in most there is nothing to be taken out. */
function withMembers<T extends object>(whole: T, members: Partial<T>): T {
  const isChanged = Object.entries(members).some(([name, member]) => whole[name as keyof T] !== member);
  return isChanged ? { ...whole, ...members } : whole;
}

function cleanHeaders(headers: Headers, redaction: Redaction): Headers {
  const clean = headers.map((header) => cleanHeader(header, redaction));
  return clean.some((header, index) => header !== headers[index]) ? clean : headers;
}

function cleanHeader(header: Headers[number], redaction: Redaction): Headers[number] {
  const [name, value] = header;
  const shown = [redaction.text(name), soundsSecret(name) ? hidden : redaction.text(value)] as const;
  return shown[0] === name && shown[1] === value ? header : shown;
}

function cleanBody(body: Body, headers: Headers, redaction: Redaction): Body {
  if (body.kind === 'empty') return body;
  const text = redaction.text(body.text);
  return text === body.text ? body : onDemand(readBody(text, headerValue(headers, 'content-type')));
}
