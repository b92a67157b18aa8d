import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Refusal } from './refusal.ts';

/** A body may not grow beyond this when its coding is taken off. */
const largestContent = 1024 * 1024;

type Decode = (body: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

/** Source: RFC 9110, 8.4.1, the registered codings that Node can take off. */
const codings: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
  ['identity', (body) => body],
]);

/**
 * The body as it was before it was coded, or a refusal: 415 for a coding that is not known here, with those that are
 * (RFC 9110, 15.5.16), and 400 for a body that is not coded as it says.
 */
export function decodedContent(body: Buffer, contentEncoding: string | undefined): Buffer {
  if (contentEncoding === undefined || body.length === 0) return body;
  const named = contentEncoding.split(',').map((name) => name.trim().toLowerCase());
  // The codings are listed in the order in which they were applied.
  return named.reduceRight((content, name) => withoutCoding(content, name), body);
}

function withoutCoding(body: Buffer, name: string): Buffer {
  const decode = codings.get(name);
  if (decode === undefined)
    throw new Refusal('UnsupportedMediaType', `The content coding '${name}' is not known here.`, {
      'accept-encoding': 'gzip, deflate, br',
    });
  try {
    return decode(body, { maxOutputLength: largestContent });
  } catch (error) {
    if (error instanceof RangeError)
      throw new Refusal('RequestEntityTooLarge', `The decoded body is larger than ${largestContent} bytes.`);
    throw new Refusal('BadRequest', `The body is not coded as ${name}, as Content-Encoding says.`);
  }
}
