import type { Exchange } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import type { Violated } from '../../judgements/judgement.ts';
import type { RunHeader } from '../../results/line.ts';
import { answerNotes, statusText } from './answer-notes.ts';
import { isAuthorization } from './curl.ts';
import { namedJson, namedUrl, namesOf, type Names } from './id-names.ts';
import { onPurpose } from './on-purpose.ts';
import { overlap } from './overlap.ts';
import type { Phrase } from './phrase.ts';
import { visible, visibleJson } from './visible.ts';

/** A request of a reproduction and its answer, ids by their names. */
export interface RequestView {
  /** Its place in the reproduction, from 1, or in the file that was judged. */
  readonly number: string;
  readonly method: string;
  readonly url: string;
  /** Empty where none was sent. */
  readonly body: string;
  readonly status: string;
  /** What of the answer a reader needs. */
  readonly answer: readonly Phrase[];
  /** Who called, where that is not the caller: `(as secondUser)`. */
  readonly actor?: string;
  /** What is wrong on purpose. */
  readonly purpose?: Phrase;
  /** How else it differs from what one would expect: another media type, chunks, at the same time as another. */
  readonly remarks: readonly string[];
  /** The request that shows the violation. */
  readonly isDecisive: boolean;
}

/** The requests of a reproduction, in order. */
export function requestViews(
  exchanges: readonly Exchange[],
  violation: Violated,
  header: RunHeader,
): readonly RequestView[] {
  const names = namesOf(exchanges, header);
  return exchanges.map((exchange, index) => {
    const { request, outcome } = exchange;
    const actor = actorText(exchange);
    const purpose = onPurpose(exchange);
    return {
      number: `${exchange.entry ?? index + 1}`,
      method: visible(request.method),
      url: visible(namedUrl(request.url, header, names)),
      body: bodyText(exchange, names),
      status: statusText(outcome),
      answer: answerNotes(exchange, violation, names),
      ...(actor === undefined ? {} : { actor }),
      ...(purpose === undefined ? {} : { purpose }),
      remarks: [...framingTexts(exchange), ...partnerTexts(exchanges, exchange)],
      isDecisive: violation.evidence.at(-1) === exchange.sequence,
    };
  });
}

function actorText({ actor, request }: Exchange): string | undefined {
  if (actor === 'caller' || actor === 'unknown') return undefined;
  const isMalformed = actor === 'nobody' && request.headers.some(([name]) => isAuthorization(name));
  return isMalformed ? '(with a malformed token)' : `(as ${visible(actor)})`;
}

/** Which other request was under way at the same time. */
function partnerTexts(exchanges: readonly Exchange[], exchange: Exchange): readonly string[] {
  const partner = exchanges.findIndex((other) => overlap(exchange, other));
  return partner === -1 ? [] : [`(at the same time as ${exchanges[partner]?.entry ?? partner + 1})`];
}

/** How a JSON body came, where we sent it in another way than usual. */
function framingTexts(exchange: Exchange): readonly string[] {
  const {
    request: { headers, body },
    entry,
  } = exchange;
  if (body.kind !== 'json' || entry !== undefined) return [];
  const type = headerValue(headers, 'content-type');
  const isChunked = headerValue(headers, 'transfer-encoding') !== undefined;
  const isUsual = type === undefined || type === 'application/json' || isOnPurpose(exchange);
  return [...(isUsual ? [] : [`(as ${visible(type)})`]), ...(isChunked ? [chunksText(body.text)] : [])];
}

/** It is told as what the request is about. */
function isOnPurpose({ intent }: Exchange): boolean {
  return /^header:content-type$/i.test(intent?.mutation?.pointer ?? '');
}

/** curl and most clients cut no character in two, so that nothing but this says what the server has to put together. */
function chunksText(text: string): string {
  const isCutInCharacter = Buffer.byteLength(text) > text.length;
  return isCutInCharacter ? '(in chunks, cut within a character, which curl does not do)' : '(in chunks)';
}

function bodyText({ request: { body }, entry }: Exchange, names: Names): string {
  switch (body.kind) {
    case 'empty':
      return '';
    case 'json':
      // What we wrote otherwise than usual may be what the request is about.
      if (entry === undefined && body.text !== JSON.stringify(body.value)) return visible(body.text);
      return visibleJson(namedJson(body.value, names));
    case 'malformed':
    case 'other':
      return visible(body.text);
  }
}
