import { createHash } from 'node:crypto';

/** Longer texts within an answer are kept by their beginning, their length and a hash: more than anything that we send. Characters. */
const longest = 20_000;
const keptBeginning = 1000;

const mark = /…\[\d+ characters, SHA-256 [\da-f]{16}\]/g;

/**
 * An answer whose long texts are cut, so that what a server sends cannot fill the memory: equal texts stay equal, different
 * ones different, and JSON stays JSON.
 */
export function withoutLongTexts(text: string): string {
  if (text.length <= longest) return text;
  if (!/^\s*[[{"]/.test(text)) return cut(text);
  const parts: string[] = [];
  let written = 0;
  for (let open = text.indexOf('"'); open >= 0;) {
    const close = closingQuote(text, open);
    if (close - open > longest) {
      const literal = text.slice(open + 1, close);
      parts.push(text.slice(written, open + 1), cut(literal));
      written = close;
    }
    open = text.indexOf('"', close + 1);
  }
  parts.push(text.slice(written));
  return parts.join('');
}

/** How many texts of an answer were cut. */
export function countCutTexts(text: string): number {
  return text.includes('…[') ? (text.match(mark)?.length ?? 0) : 0;
}

function cut(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `${beginningOf(text)}…[${text.length} characters, SHA-256 ${hash}]`;
}

/** Not within an escape, nor between the halves of a character. */
function beginningOf(text: string): string {
  let end = 0;
  while (end < keptBeginning) end += text[end] === '\\' ? (text[end + 1] === 'u' ? 6 : 2) : 1;
  const beginning = text.slice(0, end);
  return /[\uD800-\uDBFF]$/.test(beginning) ? beginning.slice(0, -1) : beginning;
}

function closingQuote(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 34) return index;
    if (code === 92) index += 1;
  }
  return text.length;
}
