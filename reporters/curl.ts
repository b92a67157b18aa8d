import type { Actor } from '../specs/actor.ts';
import type { Body, Exchange, Headers, SentRequest } from '../specs/exchange.ts';
import { tokenVariables } from '../specs/token-variables.ts';
import type { RunHeader } from '../results/line.ts';
import { madeCard } from './names.ts';
import { overlap } from './overlap.ts';
import { shellUrl, shellWord } from './shell.ts';
import { visible } from './visible.ts';

/** What curl adds itself, what only this one connection needed, and what must not be shown. */
const leftOut = new Set([
  'accept-encoding',
  'accept-language',
  'authorization',
  'client-request-id',
  'connection',
  'content-length',
  'cookie',
  'host',
  'proxy-authorization',
  'sdkversion',
  'sec-fetch-mode',
  'transfer-encoding',
  'user-agent',
]);

/**
 * The exchanges as shell commands that do the same again. The id of a card that a request makes goes into a variable,
 * since a server gives another one each time.
 */
export function curlLines(exchanges: readonly Exchange[], header: RunHeader): readonly string[] {
  const variables = new Map<string, string>();
  return exchanges.map(({ actor, request }, index) => {
    const made = usedLater(exchanges, index);
    const call = callOf(request, tokenOf(actor, header), actor === 'nobody', variables);
    if (call === undefined)
      return `# ${visible(request.method)} ${visible(request.url)}: curl cannot send a NUL character`;
    if (made === undefined) return together(exchanges, index, `curl -i ${call}`);
    const variable = variables.size === 0 ? 'CARD' : `CARD${variables.size + 1}`;
    variables.set(made, variable);
    return `${variable}=$(curl -s ${call} | jq -r .id)`;
  });
}

/** Two requests that overlapped are sent at once again: the first in the background, and both waited for. */
function together(exchanges: readonly Exchange[], index: number, line: string): string {
  const [before, own, after] = [exchanges[index - 1], exchanges[index], exchanges[index + 1]];
  if (own !== undefined && after !== undefined && overlap(own, after)) return `${line} &`;
  return own !== undefined && before !== undefined && overlap(before, own) ? `${line}; wait` : line;
}

/** The arguments of curl, or undefined for a request that no command line can hold. */
function callOf(
  { method, url, headers, body }: SentRequest,
  token: string | undefined,
  isNobody: boolean,
  variables: ReadonlyMap<string, string>,
): string | undefined {
  const sent = headers.filter(
    ([name, value]) =>
      (!leftOut.has(name.toLowerCase()) && !isUsualAccept(name, value)) || (isNobody && isAuthorization(name)),
  );
  const parts = [
    ...urlFlags(url),
    ...(method === 'GET' ? [] : [`-X ${shellWord(method)}`]),
    shellUrl(url, variables),
    ...(token === undefined ? [] : [`-H "Authorization: ${schemeOf(headers)}$${token}"`]),
    // curl takes a header without a value only with a semicolon.
    ...sent.map(([name, value]) => `-H ${shellWord(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...bodyFlags(method, body, sent),
  ];
  const hasNul = [method, url, body.kind === 'empty' ? '' : body.text, ...sent.flat()].some((text) =>
    text.includes('\0'),
  );
  return hasNul ? undefined : parts.join(' ');
}

/** Keeps curl from reading brackets as a list of URLs, and from tidying the path. */
function urlFlags(url: string): readonly string[] {
  return [...(/[[\]{}]/.test(url) ? ['-g'] : []), ...(/\/\.\.?(?:\/|$)/.test(url) ? ['--path-as-is'] : [])];
}

/** Left alone, curl calls every body a form, and leaves out the length of an empty one, which many servers refuse with 411. */
function bodyFlags(method: string, body: Body, sent: Headers): readonly string[] {
  if (body.kind === 'empty') return method === 'POST' || method === 'PUT' ? ["-H 'Content-Length: 0'"] : [];
  const hasType = sent.some(([name]) => name.toLowerCase() === 'content-type');
  return [...(hasType ? [] : ['-H Content-Type:']), `--data-raw ${shellWord(body.text)}`];
}

/** A server that looks at it takes JSON for granted. */
function isUsualAccept(name: string, value: string): boolean {
  return name.toLowerCase() === 'accept' && value === 'application/json';
}

/** A token that went without its scheme goes without it again. */
function schemeOf(headers: Headers): string {
  const [, shown = 'Bearer '] = headers.find(([name]) => isAuthorization(name)) ?? [];
  return shown.startsWith('$') ? '' : 'Bearer ';
}

/** Nobody has no secret: where nobody sends one all the same, the malformed token is what the request is about. */
export function isAuthorization(name: string): boolean {
  return name.toLowerCase() === 'authorization';
}

/** No header where no token was set: a mock without identities gets none. */
function tokenOf(actor: Actor | 'unknown', header: RunHeader): string | undefined {
  return actor !== 'unknown' && actor !== 'nobody' && header.actors.includes(actor) ? tokenVariables[actor] : undefined;
}

/** The id of the card that the exchange made, if a later URL speaks of it. */
function usedLater(exchanges: readonly Exchange[], index: number): string | undefined {
  const exchange = exchanges[index];
  const made = exchange === undefined ? undefined : madeCard(exchange);
  // An id that has to be escaped in a URL stays literal: the variable would hold it unescaped.
  if (made === undefined || !/^[\w.~-]+$/.test(made)) return undefined;
  const isUsed = exchanges.slice(index + 1).some(({ request }) => request.url.split(/[/?]/).includes(made));
  return isUsed ? made : undefined;
}
