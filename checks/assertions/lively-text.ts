import { isPlainText } from '../../traffic/plain-text.ts';

/** One, or several that are joined to one. */
const pictures = /\p{Extended_Pictographic}(?:\u200D\p{Extended_Pictographic})*/gu;

const lineBreak = /\r\n|\r|\n/g;

/**
 * True for text that is plain but for what people write as well: line breaks, emoji, and letters with marks of their own.
 * To be compared with `sameLivelyText`.
 */
export function isLivelyText(text: string): boolean {
  const plain = text.normalize('NFC').replaceAll(lineBreak, '.').replaceAll(pictures, '.');
  return !isPlainText(text) && isPlainText(plain);
}

/** The same to a reader: a line may end as it does elsewhere, a mark may be one with its letter, and what surrounds the text may go. */
export function sameLivelyText(left: string, right: string): boolean {
  return asRead(left) === asRead(right);
}

function asRead(text: string): string {
  return text.normalize('NFC').replaceAll(lineBreak, '\n').trim();
}
