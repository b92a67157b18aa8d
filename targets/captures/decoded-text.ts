import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Decoded bodies longer than this are no time cards. Bytes. */
const longest = 64_000_000;

const decoders = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync } as const;

/**
 * The text of a body that is stored as base64. Most tools decode a compressed body before they store it; some store it
 * as it went over the wire. Undefined where it cannot be decoded.
 */
export function textFromBase64(base64: string, contentEncoding: string | undefined): string | undefined {
  const bytes = Buffer.from(base64, 'base64');
  const name = contentEncoding?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(decoders, name) || isPlain(bytes)) return bytes.toString('utf8');
  try {
    return decoders[name as keyof typeof decoders](bytes, { maxOutputLength: longest }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** What begins like JSON is not compressed, whatever the header of the answer says. */
function isPlain(bytes: Buffer): boolean {
  return bytes.length === 0 || /^\s*[[{"]/.test(bytes.subarray(0, 16).toString('latin1'));
}
