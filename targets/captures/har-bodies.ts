import type { BodyGap } from '../../judgements/capture-summary.ts';
import type { Body, Headers } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { readBody } from '../body.ts';
import { textFromBase64, textFromCharacters } from './decoded-text.ts';
import { membersOf, numberOf, textOf, type Members } from './members.ts';
import { gapIn } from './spoiled-text.ts';

/** A body, or the fact that the file does not hold it as it went over the wire. */
export type FoundBody = Body | { readonly kind: 'unknown'; readonly gap: BodyGap };

const missing: FoundBody = { kind: 'unknown', gap: 'missing' };
const empty: FoundBody = { kind: 'empty' };

/** The body of an answer. Tools leave it out at will: then it is unknown, unless something says that there was none. */
export function answeredBody(response: Members, status: number, headers: Headers): FoundBody {
  const content = membersOf(response['content']) ?? {};
  const [text, size] = [textOf(content['text']), numberOf(content['size'])];
  const bytes = size ?? numberOf(response['bodySize']);
  if (text === undefined || (text === '' && (bytes ?? 0) > 0)) {
    const none = status === 204 || status === 304 || bytes === 0 || headerValue(headers, 'content-length') === '0';
    return none ? empty : missing;
  }
  return bodyIn(content, text, size, headers);
}

/** The body that was sent. */
export function sentBody(request: Members, headers: Headers): FoundBody {
  const content = membersOf(request['postData']);
  const size = numberOf(request['bodySize']) ?? 0;
  const length = headerValue(headers, 'content-length');
  if (content === undefined) {
    const announced = size > 0 || (length !== undefined && Number(length) > 0);
    const labelled = headerValue(headers, 'content-type') !== undefined && size < 0 && length === undefined;
    return announced || labelled ? missing : empty;
  }
  const text = textOf(content['text']);
  if (text === undefined || (text === '' && size > 0)) return size === 0 && length === '0' ? empty : missing;
  return bodyIn(content, text, size, headers);
}

function bodyIn(content: Members, text: string, size: number | undefined, headers: Headers): FoundBody {
  const contentType = headerValue(headers, 'content-type') ?? textOf(content['mimeType']);
  const contentEncoding = headerValue(headers, 'content-encoding');
  const read = content['encoding'] === 'base64' ? textFromBase64 : textFromCharacters;
  const decoded = read(text, { contentEncoding, contentType });
  if (decoded === undefined) return { kind: 'unknown', gap: 'coded' };
  const body = readBody(decoded, contentType);
  // A length of bytes in a coding is not the length of their text.
  const length = contentEncoding === undefined ? headerValue(headers, 'content-length') : undefined;
  const contentLength = length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
  const gap = gapIn(decoded, body, { size, contentLength });
  return gap === undefined ? body : { kind: 'unknown', gap };
}
