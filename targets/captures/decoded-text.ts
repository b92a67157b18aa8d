import * as zlib from 'node:zlib';

/** Decoded bodies longer than this are no time cards. Bytes. */
const longest = 64_000_000;
/** More codings than this one upon the other are no accident of a proxy. */
const mostCodings = 4;

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

/** Node has zstd from 22.15 on. */
const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: Decode };

const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', zlib.gunzipSync],
  ['x-gzip', zlib.gunzipSync],
  ['deflate', inflated],
  ['br', zlib.brotliDecompressSync],
  ...(zstdDecompressSync === undefined ? [] : [['zstd', zstdDecompressSync] as const]),
]);

/**
 * The text of a body that is stored as base64. Most tools decode a compressed body before they store it; some store it
 * as it went over the wire, and some say base64 of what is none. Undefined where it cannot be decoded.
 */
export function textFromBase64(base64: string, headers: BodyHeaders): string | undefined {
  if (!/^[\w+/-]*={0,2}$/.test(base64.replaceAll(/\s/g, ''))) return base64;
  return textFromBytes(Buffer.from(base64, 'base64'), headers);
}

/** What the headers say of the bytes of a body. */
export interface BodyHeaders {
  readonly contentEncoding: string | undefined;
  readonly contentType: string | undefined;
}

/** The text of a body that a tool stored byte by byte, one character each, or as it should be. */
export function textFromCharacters(text: string, headers: BodyHeaders): string | undefined {
  if (!holdsBytes(text)) return text;
  return /^[\0-\xFF]*$/.test(text) ? textFromBytes(Buffer.from(text, 'latin1'), headers) : undefined;
}

/** Neither JSON nor any text has control characters other than white space. */
function holdsBytes(text: string): boolean {
  const [first = 0, second = 0] = [text.charCodeAt(0), text.charCodeAt(1)];
  return (
    [first, second].some((code) => code < 32 && ![9, 10, 13, 0].includes(code)) || (text.length > 1 && second === 0)
  );
}

function textFromBytes(bytes: Buffer, { contentEncoding, contentType }: BodyHeaders): string | undefined {
  const named = contentEncoding?.toLowerCase().split(',') ?? [];
  const codings = named.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  let decoded = bytes;
  try {
    for (const name of codings.length > 0 ? codings.toReversed() : seenIn(bytes)) {
      if (isPlain(decoded)) break;
      const decode = decoders.get(name);
      if (decode === undefined) return undefined;
      decoded = decode(decoded, { maxOutputLength: longest });
    }
    return textOfPlain(decoded, contentType);
  } catch {
    return undefined;
  }
}

/** The coding that bytes begin with, where no header names it. */
function seenIn(bytes: Buffer): readonly string[] {
  const [gzip, zstd] = [Buffer.from([0x1f, 0x8b]), Buffer.from([0x28, 0xb5, 0x2f, 0xfd])];
  if (bytes.subarray(0, 2).equals(gzip)) return Array.from({ length: mostCodings }, () => 'gzip');
  return bytes.subarray(0, 4).equals(zstd) ? ['zstd'] : [];
}

/** With the header of zlib, as RFC 9110 has it, or without, as some servers do. */
function inflated(bytes: Buffer, options: { readonly maxOutputLength: number }): Buffer {
  try {
    return zlib.inflateSync(bytes, options);
  } catch {
    return zlib.inflateRawSync(bytes, options);
  }
}

/** @throws TypeError for bytes that are no text in the charset of JSON, or in the one that the content type names */
function textOfPlain(bytes: Buffer, contentType: string | undefined): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  const name = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : charset;
  return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** What begins like JSON is not compressed, whatever the header of the answer says. */
function isPlain(bytes: Buffer): boolean {
  return bytes.length === 0 || /^(\xEF\xBB\xBF)?\s*[[{"]/.test(bytes.subarray(0, 16).toString('latin1'));
}
