/** Anything that XML 1.0 (§2.2) does not allow, not even as a character reference. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for the content of an element. `>` is escaped too, so that no `]]>` can come about. */
export function xmlText(text: string): string {
  return text
    .replace(illegal, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replaceAll('\r', '&#13;');
}

/** Text for the value of an attribute: white space as references, or a parser would turn it into blanks. */
function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

export type XmlAttributes = Readonly<Record<string, string | number>>;

/** One element. Content is XML already: text has gone through `xmlText`. */
export function element(name: string, attributes: XmlAttributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(`${value}`)}"`);
  const start = `<${name}${written.join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}
