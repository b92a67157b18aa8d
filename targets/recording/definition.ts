import { headerValue } from '../../traffic/headers.ts';
import type { Json } from '../../traffic/json.ts';
import type { Definition, Interaction } from './format.ts';
import { sinceStart, recordedTime } from './times.ts';

/** What plain nock answers where the connection failed: it can play no failure from a definition. */
const statusOfFault = 599;

/** An interaction as an entry of the file. */
export function definitionOf(interaction: Interaction, zero: number): Definition {
  const { number, request, outcome, startedAt, endedAt, asked, ownership, asides } = interaction;
  const { origin } = new URL(request.url);
  const path = pathIn(request.url);
  const text = outcome.kind === 'response' ? outcome.text : '';
  const body = decoded(request.text ?? '');
  const served = servedBy(outcome);
  return {
    scope: origin,
    method: request.method,
    path,
    body,
    status: outcome.kind === 'response' ? outcome.status : statusOfFault,
    ...served,
    rawHeaders: outcome.kind === 'response' ? outcome.headers.flat() : [],
    exchange: {
      number,
      ...(asked === undefined ? {} : { asked }),
      startedAt: sinceStart(startedAt, zero),
      endedAt: sinceStart(endedAt, zero),
      requestHeaders: request.headers,
      ...(origin + path === request.url ? {} : { url: request.url }),
      ...(request.text === undefined ? { noBody: true } : {}),
      ...(request.text === undefined || encoded(body) === request.text ? {} : { requestText: request.text }),
      ...(outcome.kind === 'transport' ? { fault: { kind: outcome.fault, detail: outcome.detail } } : {}),
      ...(ownership === undefined ? {} : { ownership }),
      ...(asides === undefined ? {} : { asides }),
      ...(served.responseIsBinary !== true && encoded(served.response) === text ? {} : { responseText: text }),
    },
  };
}

/** An entry of the file as the interaction that it stands for. */
export function interactionOf(definition: Definition, zero: number): Interaction {
  const { scope, method, path, body, status, response, rawHeaders, exchange } = definition;
  const { number, asked, startedAt, endedAt, requestHeaders, url, noBody, requestText, responseText } = exchange;
  const { fault, ownership, asides } = exchange;
  return {
    number,
    request: {
      method,
      url: url ?? scope + path,
      headers: requestHeaders,
      text: noBody === true ? undefined : (requestText ?? encoded(body)),
    },
    outcome:
      fault === undefined
        ? { kind: 'response', status, headers: pairs(rawHeaders), text: responseText ?? encoded(response) }
        : { kind: 'transport', fault: fault.kind, detail: fault.detail },
    startedAt: recordedTime(startedAt, zero),
    endedAt: recordedTime(endedAt, zero),
    ...(asked === undefined ? {} : { asked }),
    ...(ownership === undefined ? {} : { ownership }),
    ...(asides === undefined ? {} : { asides }),
  };
}

/** Path and query as they are written. */
function pathIn(url: string): string {
  const written = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  return written.startsWith('/') ? written : `/${written}`;
}

/** A JSON object or array decoded; anything else as the text that it is. */
function decoded(text: string): Json {
  const value = parsed(text);
  return typeof value === 'object' && value !== null ? value : text;
}

function encoded(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The body for plain nock, which reads a text as JSON where it can, and labels a decoded one as JSON where no header
 * says what it is. Where that would make it another answer, the bytes go in as digits.
 */
function servedBy(outcome: Interaction['outcome']): Pick<Definition, 'response' | 'responseIsBinary'> {
  if (outcome.kind === 'transport' || outcome.text === '') return { response: '' };
  const { text, headers } = outcome;
  const value = parsed(text);
  if (value === undefined) return { response: text };
  const isStructure = typeof value === 'object' && value !== null;
  if (isStructure && headerValue(headers, 'content-type') !== undefined) return { response: value };
  return { response: Buffer.from(text).toString('hex'), responseIsBinary: true };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function pairs(raw: readonly string[]): readonly (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) headers.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return headers;
}
