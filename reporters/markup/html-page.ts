import { htmlStyle } from './html-style.ts';
import { visible } from '../view/visible.ts';
import { element as xmlElement, xmlText, type XmlAttributes } from './xml.ts';

/** Forbids scripts, and anything from elsewhere: the page needs neither, and shows what a server sent. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One HTML page that needs nothing else: no script, no font, no network. Well-formed as XML, too. */
export function htmlPage(title: string, body: readonly string[]): string {
  const head = [
    '<meta charset="utf-8"/>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    htmlElement('title', {}, [htmlText(title)]),
    htmlElement('style', {}, [htmlStyle]),
  ];
  const whole = [htmlElement('h1', {}, [htmlText(title)]), ...body];
  return `<!DOCTYPE html>\n<html lang="en">\n<head>\n${head.join('\n')}\n</head>\n<body>\n<main>\n${whole.join('\n')}\n</main>\n</body>\n</html>\n`;
}

/** The one way of any text into the page: nothing in it is markup, and every character shows. */
export function htmlText(shown: string): string {
  return xmlText(visible(shown));
}

/** Always with an end tag: without content XML needs none, and HTML does. */
export function htmlElement(name: string, attributes: XmlAttributes, content: readonly string[]): string {
  return xmlElement(name, attributes, ['', ...content]);
}
