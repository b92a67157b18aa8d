import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Headers } from '../../traffic/exchange.ts';

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as they stood on the request line. */
  readonly target: string;
  /** Names as sent, repeated ones kept, in order. */
  readonly headers: Headers;
  /** As it came, before any coding was taken off. */
  readonly raw: Buffer;
  readonly httpVersion: string;
  /** Which connection it came on, counted from 1. */
  readonly connection: number;
  /** Milliseconds on the listener's clock, when the whole request was in. */
  readonly arrivedAt: number;
}

/** The text of a body with its coding taken off, or why that cannot be done. */
export type DecodedBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'undecodable'; readonly coding: string };

/** A body larger than this is nothing that a time card needs; decoding stops there. */
const largestBody = 16 * 1024 * 1024;

const decoders: Readonly<Record<string, (raw: Buffer) => Buffer>> = {
  gzip: (raw) => gunzipSync(raw, { maxOutputLength: largestBody }),
  'x-gzip': (raw) => gunzipSync(raw, { maxOutputLength: largestBody }),
  deflate: (raw) => inflateSync(raw, { maxOutputLength: largestBody }),
  br: (raw) => brotliDecompressSync(raw, { maxOutputLength: largestBody }),
  identity: (raw) => raw,
};

/** Takes the coding off a body. Source: RFC 9110, 8.4: what Content-Encoding names was applied to the content. */
export function decodeBody(raw: Buffer, coding: string | undefined): DecodedBody {
  if (coding === undefined || raw.length === 0) return { kind: 'text', text: raw.toString('utf8') };
  const decode = Object.hasOwn(decoders, coding.trim().toLowerCase())
    ? decoders[coding.trim().toLowerCase()]
    : undefined;
  if (decode === undefined) return { kind: 'undecodable', coding };
  try {
    return { kind: 'text', text: decode(raw).toString('utf8') };
  } catch {
    return { kind: 'undecodable', coding };
  }
}
