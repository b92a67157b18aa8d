import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { charsetOf, decodedText } from './text-file.ts';

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
 * @throws where it cannot be read, or holds no text in UTF-8 or UTF-16
 */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let decoder: TextDecoder | undefined;
  let rest = '';
  let number = 1;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    decoder ??= new TextDecoder(charsetOf(bytes), { fatal: true });
    rest += decodedText(bytes, decoder, { stream: true });
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
  if (decoder !== undefined) rest += decodedText(undefined, decoder, { stream: false });
  if (rest !== '') yield { number, text: rest };
}
