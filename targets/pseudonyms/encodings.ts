/* The forms in which text stands within other text, each taken apart and written again in the same way. */

/** Replaces the JSON literals of a text that have an escape in them. Behind a quote that is never closed there are none. */
export function replaceEscapedLiterals(text: string, replacement: (literal: string) => string): string {
  const parts: string[] = [];
  let written = 0;
  for (let open = text.indexOf('"'); open >= 0;) {
    const close = closingQuote(text, open);
    if (close < 0) break;
    const literal = text.slice(open, close + 1);
    if (literal.includes('\\')) {
      parts.push(text.slice(written, open), replacement(literal));
      written = close + 1;
    }
    open = text.indexOf('"', close + 1);
  }
  parts.push(text.slice(written));
  return parts.join('');
}

function closingQuote(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 34) return index;
    if (code === 92) index += 1;
  }
  return -1;
}

/** The value of a JSON literal, quotes included; undefined where it is none. */
export function readLiteral(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Text as it stands between the quotes of a JSON literal. */
export function withinLiteral(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The same, with escapes that JSON does not ask for where the model has them: at its start, for slashes, beyond ASCII. */
export function withinLiteralLike(text: string, model: string): string {
  const plain = withinLiteral(text);
  const slashed = model.includes(String.raw`\/`) ? plain.replaceAll('/', String.raw`\/`) : plain;
  const start = /^\\u00[2-7]/i.test(model) ? slashed.replace(/^[^\\]/, escaped) : slashed;
  return /\\u(?!00[0-7])/i.test(model) ? start.replaceAll(/[\u0080-\uffff]/g, escaped) : start;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Without the escapes of JSON, wherever they stand: one layer of them. */
export function withoutEscapes(text: string): string {
  return text.replaceAll(/\\(?:u([\da-f]{4})|(.))/gis, (_all, code: string | undefined, one: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return one === undefined || /[bfnrt]/.test(one) ? ' ' : one;
  });
}

const inComponent = String.raw`[\w.~+$!*,;@:()'-]`;
/** A component of a URL with a percent-encoded character in it. */
export const percentRun = new RegExp(`(?<!${inComponent})${inComponent}*(?:%[\\da-f]{2}${inComponent}*)+`, 'gi');

/** Percent-encodes a component of a URL. A lone half of a surrogate pair, which has no encoding, becomes what browsers make of it. */
export function encodeComponent(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

/** What a percent-encoded run means; bytes that are no UTF-8 stay encoded. */
export function readPercent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replaceAll(/%([2-7][\da-f])/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}

/** Percent-encodes as the model does: what it left as it is stays, what it encoded without need is encoded, in hexadecimal digits of the same case. */
export function writePercent(text: string, model: string): string {
  const lower = /%(?:[\da-f]?[a-f])/.test(model);
  const written = [...text]
    .map((character) => {
      if (
        (/[\w.~-]/.test(character) && !model.toUpperCase().includes(percentOf(character))) ||
        (character !== '%' && /[+$!*,;@:()']/.test(character) && model.includes(character))
      )
        return character;
      const encoded = encodeComponent(character);
      const whole = encoded === character ? percentOf(character) : encoded;
      return lower ? whole.toLowerCase() : whole;
    })
    .join('');
  // It must not be taken for the same text without the encoding.
  return written.includes('%') ? written : written.replace(/^./, percentOf);
}

function percentOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A run of characters that may be base64, in either alphabet. Shorter ones hold nothing that could be told. */
export const base64Run = /(?<![\w+/-])[\w+/-]{12,}={0,2}/g;

/**
 * Replaces the runs of characters that may be base64. By hand, since an expression has no stack for a run of some megabytes.
 *
 * @param shortest fewest characters of a run that is looked at, its padding aside
 */
export function replaceRuns(text: string, shortest: number, replacement: (run: string) => string): string {
  let result = '';
  let written = 0;
  for (let start = 0; start < text.length; start += 1) {
    let end = start;
    while (isOfRun(text.charCodeAt(end))) end += 1;
    if (end - start >= shortest) {
      const last = end + 2;
      while (end < last && text.charAt(end) === '=') end += 1;
      const run = text.slice(start, end);
      const replaced = replacement(run);
      if (replaced !== run) {
        result += text.slice(written, start) + replaced;
        written = end;
      }
    }
    start = Math.max(start, end - 1);
  }
  return written === 0 ? text : result + text.slice(written);
}

/** Letters, digits, and `+ / - _`; false behind the end of the text. */
function isOfRun(code: number): boolean {
  if (code >= 97) return code <= 122;
  if (code >= 65) return code <= 90 || code === 95;
  return code >= 47 ? code <= 57 : code === 43 || code === 45;
}

/** How text is read from a run of characters, and written again as the model was; it is undefined what is no text. */
export interface RunCoding {
  readonly read: (run: string) => string | undefined;
  readonly write: (text: string, model: string) => string;
}

/** In either alphabet, and with padding where the model has some. */
export const base64: RunCoding = {
  read: (run) => legible(Buffer.from(run, 'base64')),
  write: (text, model) => {
    const bytes = Buffer.from(text, charsetOf(Buffer.from(model, 'base64')));
    const written = /[_-]/.test(model) ? bytes.toString('base64url') : bytes.toString('base64');
    return model.endsWith('=') || model.length % 4 === 0 ? written : written.replace(/=+$/, '');
  },
};

export const hexadecimal: RunCoding = {
  read: (run) => (/^(?:[\da-f]{2})+$/i.test(run) ? legible(Buffer.from(run, 'hex')) : undefined),
  write: (text, model) => {
    const digits = Buffer.from(text, charsetOf(Buffer.from(model, 'hex'))).toString('hex');
    return /[A-F]/.test(model) ? digits.toUpperCase() : digits;
  },
};

function legible(bytes: Buffer): string | undefined {
  const text = bytes.toString(charsetOf(bytes));
  return text === '' || /[^\P{Cc}\t\n\r]|\uFFFD/u.test(text) ? undefined : text;
}

/** Windows and its tools write UTF-16: every second byte of what is mostly English is a NUL. */
function charsetOf(bytes: Buffer): 'utf8' | 'utf16le' {
  const isWide = bytes.length >= 4 && bytes.length % 2 === 0 && bytes[1] === 0 && bytes[3] === 0;
  return isWide ? 'utf16le' : 'utf8';
}

/** Stretches of legible characters in what a run of base64 holds, whatever stands before the base64 itself. */
export function legibleWithin(run: string): readonly string[] {
  return [0, 1, 2, 3].flatMap(
    (offset) =>
      Buffer.from(run.slice(offset), 'base64')
        .toString('latin1')
        // In UTF-16 there is one beside each character.
        .replaceAll('\0', '')
        .match(/[\x20-\x7e]{8,}/g) ?? [],
  );
}

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|commat|period));/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
};

/** Without the character references of HTML; undefined if there are none. */
export function withoutEntities(text: string): string | undefined {
  if (!text.includes('&')) return undefined;
  const plain = text.replaceAll(entity, (all, decimal?: string, sixteenth?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(sixteenth ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
  return plain === text ? undefined : plain;
}
