import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

/** Longer lines are taken in pieces, so that a file of one line does not have to fit into memory. */
const longestPiece = 4_000_000;
/** Pieces overlap, so that nothing is cut in two in both of them. */
const overlap = 10_000;

export interface Line {
  /** From 1; the same for all pieces of one line. */
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a text file, read as it goes.
 *
 * @throws where it cannot be read, or holds no text in UTF-8
 */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 1;
  for await (const chunk of createReadStream(file)) {
    rest += decoded(decoder, chunk as Buffer);
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const text of lines) {
      yield { number, text };
      number += 1;
    }
    if (rest.length > longestPiece) {
      yield { number, text: rest };
      rest = rest.slice(-overlap);
    }
  }
  rest += decoded(decoder, undefined);
  if (rest !== '') yield { number, text: rest };
}

function decoded(decoder: TextDecoder, chunk: Buffer | undefined): string {
  if (chunk?.includes(0) === true) throw new Error('it holds no text; unpack it first if it is compressed');
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new Error('it is no text in UTF-8; unpack it first if it is compressed');
  }
}
