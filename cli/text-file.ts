import { readFileSync } from 'node:fs';
import { TextDecoder } from 'node:util';

/** The encodings in which text files come: UTF-8, and with its mark in front UTF-16, as Windows writes it. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Told by the mark at the beginning of a file. */
export function charsetOf(beginning: Buffer): Charset {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  return beginning[0] === 0xfe && beginning[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** @throws where the file cannot be read, or holds no text */
export function readTextFile(file: string): string {
  const bytes = readFileSync(file);
  return decodedText(bytes, new TextDecoder(charsetOf(bytes), { fatal: true }), { stream: false });
}

/** @throws where the bytes are no text in that encoding */
export function decodedText(bytes: Buffer | undefined, decoder: TextDecoder, { stream }: { stream: boolean }): string {
  if (decoder.encoding === 'utf-8' && bytes?.includes(0) === true)
    throw new Error('it is not text; unpack it first if it is compressed');
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream });
  } catch {
    throw new Error('it is not text in UTF-8 or UTF-16; unpack it first if it is compressed');
  }
}
