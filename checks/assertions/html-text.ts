import { isPlainText } from '../../traffic/plain-text.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const entity = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));/gi;

/** Tags that no sanitiser has a reason to drop together with what is in them. */
const tag = /<\/?(?:html|head|body|div|p|span|b|i|u|em|strong|br)\b[^<>]*>/gi;

/**
 * What a piece of HTML says to a reader, without any white space, since every writer of HTML puts that elsewhere; undefined
 * where it holds more than text and simple tags: what becomes of that is for a sanitiser to say.
 */
export function textOfHtml(html: string): string | undefined {
  const text = html.replaceAll(tag, ' ');
  if (/[<>]/.test(text) || /&(?!\s|$)/.test(text.replaceAll(entity, ''))) return undefined;
  return withoutBlanks(decoded(text));
}

/** The same of what came back, however it is written. */
export function textOfAnyHtml(html: string): string {
  return withoutBlanks(decoded(html.replaceAll(tag, ' ')));
}

export function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/g, '').normalize('NFC');
}

/** Entities decoded once: what they stand for may be one again. */
function decoded(text: string): string {
  return text.replaceAll(entity, (_all, decimal?: string, sixteenth?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? '';
    const code = decimal === undefined ? Number.parseInt(sixteenth ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** True for HTML whose text every server can keep. */
export function isSimpleHtml(html: string): boolean {
  const text = textOfHtml(html);
  // Angle brackets are what the entities are there for.
  return text !== undefined && html.length <= 255 && isPlainText(text.replaceAll(/[<>]/g, '.'));
}
