import type { BodyGap } from '../../judgements/capture-summary.ts';
import type { Body } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';

/** What a file says of the length of a body, in bytes; undefined where it says nothing. */
export interface SaidLengths {
  /** By the tool. */
  readonly size: number | undefined;
  /** By the server, of the bytes of the text: without a coding. */
  readonly contentLength: number | undefined;
}

/**
 * What a tool did to the text of a body, so that it is not what went over the wire: as far as the file gives a reason to
 * think so. Undefined where nothing speaks for the tool: broken JSON is then whoever's who sent it.
 */
export function gapIn(text: string, body: Body, lengths: SaidLengths): BodyGap | undefined {
  if (body.kind === 'empty') return undefined;
  if (body.kind === 'json') return holdsPlaceholder(body.value) ? 'replaced' : gapInLetters(text, lengths);
  if (isPlaceholderText(text)) return 'replaced';
  if (!isMeantAsJson(body)) return gapInLetters(text, lengths);
  return isCut(text, lengths) ? 'cut' : gapInLetters(text, lengths);
}

/** A page of a gateway is none, and what it says is not judged by its letters. */
function isMeantAsJson({ kind, text }: Exclude<Body, { readonly kind: 'empty' }>): boolean {
  return kind === 'malformed' || /^\s*[[{]/.test(text);
}

const words =
  'redacted|removed|sanit[iy][sz]ed|omitted|hidden|filtered|masked|scrubbed|stripped|anonymi[sz]ed|withheld|censored|not (?:shown|captured|recorded|available)|too (?:large|big|long)';
const placeholderText = new RegExp(String.raw`\b(?:${words})\b|^\W*(?:body|content|binary|data)\b[^{}"]*\W*$`, 'i');
const placeholderValue = new RegExp(
  String.raw`^[[<({*_#-]*\s*(?:\w+[ :_-])?(?:${words})(?:[ :_-]\w+)?\s*[\]>)}*_#-]*$|^\*{3,}$|^x{6,}$|^#{3,}$`,
  'i',
);
/** So long is no placeholder. */
const longestPlaceholder = 300;

function isPlaceholderText(text: string): boolean {
  return text.length <= longestPlaceholder && !/^\s*[{]/.test(text) && placeholderText.test(text);
}

/** True for what a sanitiser puts in the place of a value. */
function isPlaceholder(value: string): boolean {
  return value.length <= longestPlaceholder && placeholderValue.test(value);
}

/** Notes are what people write, and an honest note may be any word. */
const ownWords: ReadonlySet<string> = new Set(['content', 'message']);

function holdsPlaceholder(value: Json, name = ''): boolean {
  if (typeof value === 'string') {
    return isPlaceholder(value) && (!ownWords.has(name) || /^[[<({*#]/.test(value));
  }
  if (Array.isArray(value)) return (value as readonly Json[]).some((one) => holdsPlaceholder(one));
  return isJsonObject(value) && Object.entries(value).some(([member, one]) => holdsPlaceholder(one, member));
}

const markOfCut =
  /(?:\.{3}|…)[\s"\])}]*$|(?:truncat\w+|cut off|shortened|snip(?:ped)?|omitted|more (?:bytes|char\w*))[^"{}]{0,60}$/i;

/** JSON that is broken, and shorter than it was. */
function isCut(text: string, { size, contentLength }: SaidLengths): boolean {
  const bytes = Buffer.byteLength(text);
  if (markOfCut.test(text.slice(-120))) return true;
  if ((size !== undefined && size > bytes) || (contentLength !== undefined && contentLength > bytes)) return true;
  if (contentLength === bytes || !endsEarly(text)) return false;
  // Nobody says how long it was, or it is as long as somebody's limit.
  return size === undefined || size < 0 || isLimit(text.length) || isLimit(bytes);
}

function isLimit(length: number): boolean {
  return length >= 100 && (length % 100 === 0 || length % 256 === 0);
}

/** True where brackets or a string are still open at the end. */
function endsEarly(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString && character === '\\') index += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth += 1;
    else if (!inString && (character === '}' || character === ']')) depth -= 1;
  }
  return inString || depth > 0;
}

/** Letters that came out of a wrong charset; where the server counted as many bytes as there are, it was the server. */
function gapInLetters(text: string, { contentLength }: SaidLengths): BodyGap | undefined {
  if (/^[ -~\s]*$/.test(text) && !(contentLength !== undefined && text.includes('?'))) return undefined;
  const bytes = Buffer.byteLength(text);
  if (contentLength === bytes) return undefined;
  if (text.includes('\uFFFD') || isReadInWrongCharset(text)) return 'mangled';
  // A letter that the charset of the tool does not have became a question mark, and the text shorter.
  return contentLength !== undefined && contentLength > bytes && /\?/.test(text) ? 'mangled' : undefined;
}

/** What Windows-1252 has in the place of the control characters of Latin-1. */
const windows1252 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const bytesOfWindows1252 = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
  0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];

/** True where the letters beyond ASCII, taken as bytes, are UTF-8: `Ã©` for `é`. */
function isReadInWrongCharset(text: string): boolean {
  const runs = text.match(/[\x80-\xFF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g) ?? [];
  return runs.some((run) => {
    const bytes = [...run].map((letter) => bytesOfWindows1252[windows1252.indexOf(letter)] ?? letter.charCodeAt(0));
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
      return true;
    } catch {
      return false;
    }
  });
}
