import type { Actor } from '../../traffic/actor.ts';
import type { Body, Exchange, Headers, SentRequest } from '../../traffic/exchange.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import type { RunHeader } from '../../results/line.ts';
import { madeCard } from './id-names.ts';
import { nextLinkOf } from '../../traffic/next-link.ts';
import { overlap } from './overlap.ts';
import { percentDecoded, shellUrl, shellWord } from './shell.ts';
import { visible } from './visible.ts';

/** What curl adds itself, what only this one connection needed, and what must not be shown. */
const leftOut = new Set([
  'accept-encoding',
  'authorization',
  'client-request-id',
  'connection',
  'content-length',
  'cookie',
  'host',
  'proxy-authorization',
  'sdkversion',
  'sec-fetch-mode',
  'user-agent',
]);

/** The ids of cards and the links to next pages, and the shell variables that hold what a server gives instead. */
type Variables = ReadonlyMap<string, string>;

/**
 * The exchanges as shell commands that do the same again, and then remove the cards that they made: an open one would
 * have the next finding refused. The id of a card that a request makes goes into a variable, since a server gives another
 * one each time, and so does a link to the next page.
 */
export function curlLines(exchanges: readonly Exchange[], header: RunHeader): readonly string[] {
  const known = written.get(exchanges);
  if (known?.header === header) return known.lines;
  const lines = linesOf(exchanges, header);
  written.set(exchanges, { header, lines });
  return lines;
}

/** Several forms of one report show the same commands. */
const written = new WeakMap<readonly Exchange[], { readonly header: RunHeader; readonly lines: readonly string[] }>();

function linesOf(exchanges: readonly Exchange[], header: RunHeader): readonly string[] {
  const variables = new Map<string, string>();
  const links = new Map<string, string>();
  const lines = exchanges.map((exchange, index) => {
    const known = new Map([...variables, ...links]);
    const call = callOf(exchange.request, tokenOf(exchange.actor, header), exchange.actor === 'nobody', known);
    if (call === undefined)
      return `# ${visible(exchange.request.method)} ${visible(exchange.request.url)}: curl cannot send a NUL character`;
    const link = nextLinkOf(exchange);
    if (link !== undefined && exchanges.slice(index + 1).some(({ request }) => request.url === link)) {
      const variable = links.size === 0 ? 'NEXT' : `NEXT${links.size + 1}`;
      links.set(link, variable);
      return `${variable}=$(curl -sS ${call} | tee /dev/stderr | jq -r '."@odata.nextLink" // empty')`;
    }
    const made = nameableCard(exchange);
    const isUsed = made !== undefined && isUsedLater(exchanges, index, made);
    // A variable that is set in the background is lost.
    if (made === undefined || (!isUsed && isTogether(exchanges, index)))
      return together(exchanges, index, `curl -i ${call}`);
    const variable = variables.get(made) ?? (variables.size === 0 ? 'CARD' : `CARD${variables.size + 1}`);
    variables.set(made, variable);
    return `${variable}=$(${isUsed ? quietly(call) : openly(call)} | jq -r '.id // empty')`;
  });
  return [...lines, ...removalLines(exchanges, header, variables)];
}

function quietly(call: string): string {
  return `curl -sS ${call}`;
}

/** Where nothing follows, the answer itself is what the reader wants to see. */
function openly(call: string): string {
  return `curl -sS -D /dev/stderr ${call} | tee /dev/stderr`;
}

/** What removes each card that the lines above made and left. */
function removalLines(exchanges: readonly Exchange[], header: RunHeader, variables: Variables): readonly string[] {
  const left = exchanges.filter((exchange) => makes(exchange) && isLeft(exchanges, madeCard(exchange)));
  const calls = left.flatMap((exchange) => removalOf(exchange, header, variables) ?? []);
  return [
    ...(calls.length > 0 ? ['# and to leave nothing behind, if it was made just now'] : []),
    ...new Set(calls.map((call) => `curl -i ${call}`)),
    ...(calls.length < left.length
      ? ['# and to leave nothing behind, DELETE each other card that was made just now']
      : []),
  ];
}

/** True also where the answer names no card. What shows a card of somebody else has made none that may be removed. */
function makes({ operation, outcome, showsCardOfOthers }: Exchange): boolean {
  const asks = operation === 'create' || operation === 'clockIn';
  return asks && outcome.kind === 'response' && outcome.status < 300 && showsCardOfOthers !== true;
}

/** True unless the last request about the card that succeeded is the one that deletes it. */
function isLeft(exchanges: readonly Exchange[], id: string | undefined): boolean {
  const succeeded = exchanges.filter(
    ({ request, outcome }) =>
      id !== undefined && speaksOf(request.url, id) && outcome.kind === 'response' && outcome.status < 300,
  );
  return succeeded.at(-1)?.operation !== 'delete';
}

/** Who could make a card without the right to has none to delete it either. */
const removers: ReadonlySet<string> = new Set<Actor>(['caller', 'secondUser', 'application']);

/** The arguments of curl, or undefined for a card that no variable holds. */
function removalOf(exchange: Exchange, header: RunHeader, variables: Variables): string | undefined {
  const { actor, request } = exchange;
  const id = madeCard(exchange);
  if (id === undefined || !variables.has(id)) return undefined;
  const cards = /^[^?]*\/timecards(?=[/?]|$)/i.exec(request.url)?.[0] ?? request.url;
  const removal: SentRequest = {
    method: 'DELETE',
    url: `${cards}/${id}`,
    // An application names whom it acts for.
    headers: request.headers.filter(([name]) => /^ms-app-acts-as$/i.test(name)),
    body: { kind: 'empty' },
  };
  return callOf(removal, tokenOf(removers.has(actor) ? actor : 'caller', header), false, variables);
}

/** Two requests that overlapped are sent at once again: the first in the background, and both waited for. */
function together(exchanges: readonly Exchange[], index: number, line: string): string {
  if (overlaps(exchanges, index, index + 1)) return `${line} &`;
  return overlaps(exchanges, index - 1, index) ? `${line}; wait` : line;
}

function isTogether(exchanges: readonly Exchange[], index: number): boolean {
  return overlaps(exchanges, index - 1, index) || overlaps(exchanges, index, index + 1);
}

function overlaps(exchanges: readonly Exchange[], first: number, second: number): boolean {
  const [left, right] = [exchanges[first], exchanges[second]];
  return left !== undefined && right !== undefined && overlap(left, right);
}

/** The arguments of curl, or undefined for a request that no command line can hold. */
function callOf(
  { method, url, headers, body }: SentRequest,
  token: string | undefined,
  isNobody: boolean,
  variables: Variables,
): string | undefined {
  const sent = headers.filter(
    ([name, value]) =>
      (!leftOut.has(name.toLowerCase()) && !isUsualAccept(name, value) && !isOfNoBody(name, body)) ||
      (isNobody && isAuthorization(name)),
  );
  const parts = [
    ...urlFlags(url),
    ...(method === 'GET' ? [] : [`-X ${shellWord(method)}`]),
    shellUrl(url, variables),
    ...(token === undefined ? [] : [`-H "Authorization: ${authorizationOf(headers, token)}"`]),
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

/** In chunks comes a body, and curl sends it so where it is told. */
function isOfNoBody(name: string, body: Body): boolean {
  return name.toLowerCase() === 'transfer-encoding' && body.kind === 'empty';
}

/** A server that looks at it takes JSON for granted. */
function isUsualAccept(name: string, value: string): boolean {
  return name.toLowerCase() === 'accept' && value === 'application/json';
}

/** A token that went without its scheme, or without its signature, goes without it again. */
function authorizationOf(headers: Headers, token: string): string {
  const [, shown = ''] = headers.find(([name]) => isAuthorization(name)) ?? [];
  const isOurs = [`$${token}`, `\${${token}%.*}.`].some((part) => shown.replace(/^Bearer /, '').startsWith(part));
  return isOurs && /^(Bearer )?\$[\w.{}%*-]+$/.test(shown) ? shown : `Bearer $${token}`;
}

/** Nobody has no secret: where nobody sends one all the same, the malformed token is what the request is about. */
export function isAuthorization(name: string): boolean {
  return name.toLowerCase() === 'authorization';
}

/** No header where no token was set: a mock without identities gets none. */
function tokenOf(actor: Actor | 'unknown', header: RunHeader): string | undefined {
  return actor !== 'unknown' && actor !== 'nobody' && header.actors.includes(actor) ? tokenVariables[actor] : undefined;
}

/** The id of the card that the exchange made, if a variable can stand for it. */
function nameableCard(exchange: Exchange): string | undefined {
  const made = madeCard(exchange);
  // An id that has to be escaped in a URL stays literal: the variable would hold it unescaped.
  return made !== undefined && /^[\w.~-]+$/.test(made) ? made : undefined;
}

function isUsedLater(exchanges: readonly Exchange[], index: number, id: string): boolean {
  return exchanges.slice(index + 1).some(({ request }) => speaksOf(request.url, id));
}

function speaksOf(url: string, id: string): boolean {
  return url.split(/[/?]/).some((part) => percentDecoded(part) === id);
}
