import { createReadStream, readFileSync, statSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { OpenText } from '../targets/captures/read-capture-file.ts';
import { charsetOf } from './text-file.ts';

/** Bytes. */
const pieceSize = 1_000_000;

/**
 * The text of a file piece by piece, in UTF-16 or packed by gzip as well. Bytes that are no text are read as U+FFFD: of a
 * capture that is one body, and no reason to lose the rest.
 *
 * @param onRead is told how many more bytes were read
 * @throws where the file cannot be read; each opening, where it is damaged
 */
export function packedText(file: string, onRead: (bytes: number) => void): OpenText {
  // What is no file, such as a pipe, can be read once only.
  const held = statSync(file).isFile() ? undefined : readFileSync(file);
  return () =>
    textOf(held === undefined ? createReadStream(file, { highWaterMark: pieceSize }) : piecesOf(held), onRead);
}

async function* textOf(bytes: AsyncIterable<Buffer>, onRead: (bytes: number) => void): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of unpacked(counted(bytes, onRead))) {
    decoder ??= new TextDecoder(charsetOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

async function* unpacked(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await pieces.next();
  if (first.done === true) return;
  const all = startingWith(first.value, pieces);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all;
  else {
    const unpacking = createGunzip({ chunkSize: pieceSize });
    // A fault of either comes out of the last one, which is read here.
    pipeline(Readable.from(all), unpacking, () => undefined);
    yield* unpacking as AsyncIterable<Buffer>;
  }
}

async function* startingWith(first: Buffer, others: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* others;
}

async function* counted(pieces: AsyncIterable<Buffer>, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    onRead(piece.length);
    yield piece;
  }
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
