import type { Body, Headers } from '../../specs/exchange.ts';
import { headerValue } from '../../specs/headers.ts';
import { readBody } from '../body.ts';
import { textFromBase64 } from './decoded-text.ts';
import { membersOf, numberOf, textOf, type Members } from './members.ts';

/** A body, or the fact that the file does not hold it. */
export type FoundBody = Body | { readonly kind: 'unknown' };

const unknown: FoundBody = { kind: 'unknown' };
const empty: FoundBody = { kind: 'empty' };

/** The body of an answer. Tools leave it out at will: then it is unknown, unless something says that there was none. */
export function answeredBody(response: Members, status: number, headers: Headers): FoundBody {
  const content = membersOf(response['content']) ?? {};
  const [text, size] = [textOf(content['text']), numberOf(content['size'])];
  const bytes = size ?? numberOf(response['bodySize']);
  if (text === undefined || (text === '' && (bytes ?? 0) > 0)) {
    const none = status === 204 || status === 304 || bytes === 0 || headerValue(headers, 'content-length') === '0';
    return none ? empty : unknown;
  }
  const decoded =
    content['encoding'] === 'base64' ? textFromBase64(text, headerValue(headers, 'content-encoding')) : text;
  if (decoded === undefined) return unknown;
  const body = readBody(decoded, headerValue(headers, 'content-type') ?? textOf(content['mimeType']));
  // A tool that cuts long bodies leaves half a JSON document: that is no fault of the server.
  const isCut = body.kind !== 'json' && size !== undefined && size > Buffer.byteLength(decoded);
  return isCut ? unknown : body;
}

/** The body that was sent. */
export function sentBody(request: Members, headers: Headers): FoundBody {
  const data = membersOf(request['postData']);
  const size = numberOf(request['bodySize']) ?? 0;
  const length = headerValue(headers, 'content-length');
  if (data === undefined) {
    const announced = size > 0 || (length !== undefined && Number(length) > 0);
    const labelled = headerValue(headers, 'content-type') !== undefined && size < 0 && length === undefined;
    return announced || labelled ? unknown : empty;
  }
  const text = textOf(data['text']);
  if (text === undefined || (text === '' && size > 0)) return size === 0 && length === '0' ? empty : unknown;
  const decoded = data['encoding'] === 'base64' ? textFromBase64(text, undefined) : text;
  if (decoded === undefined) return unknown;
  const body = readBody(decoded, headerValue(headers, 'content-type') ?? textOf(data['mimeType']));
  return body.kind !== 'json' && size > Buffer.byteLength(decoded) ? unknown : body;
}
