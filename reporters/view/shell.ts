import { isVisible } from './visible.ts';

/** Means nothing to any shell, wherever it stands in a word. */
const harmless = /^[\w@%+=:,./-]+$/;

/** Text as one word of a POSIX shell. Characters that a terminal would swallow are written as escapes (`$'…'`). */
export function shellWord(text: string): string {
  if (text === '') return "''";
  if (harmless.test(text)) return text;
  if (isVisible(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = [...text].map((character) => (isVisible(character) ? ansiQuoted(character) : bytes(character)));
  return `$'${escaped.join('')}'`;
}

/**
 * A URL as one word; what is a key of `variables`, a path segment or the whole of it, is taken from that shell variable
 * instead. Where that is empty, the shell says so and runs nothing.
 */
export function shellUrl(url: string, variables: ReadonlyMap<string, string>): string {
  const whole = variables.get(url);
  if (variables.size === 0) return shellWord(url);
  if (whole !== undefined) return `"\${${whole}:?no link came back}"`;
  const parts = url.split(/([/?])/).map((text) => ({ text, variable: expressionOf(text, variables) }));
  if (parts.every(({ variable }) => variable === undefined)) return shellWord(url);
  // Backslashes keep everything else in double quotes literal, but for history expansion and what cannot be seen.
  if (isVisible(url) && !url.includes('!')) {
    const quoted = parts.map(({ text, variable }) =>
      variable === undefined ? text.replaceAll(/[$`"\\]/g, String.raw`\$&`) : variable,
    );
    return `"${quoted.join('')}"`;
  }
  return parts.map(({ text, variable }) => (variable === undefined ? shellWord(text) : `"${variable}"`)).join('');
}

/** What stands in double quotes for a part of a URL that is the name of a variable, percent-encoded or not. */
function expressionOf(text: string, variables: ReadonlyMap<string, string>): string | undefined {
  const plain = variables.get(text);
  if (plain !== undefined) return required(plain);
  const id = percentDecoded(text);
  const variable = variables.get(id);
  if (variable === undefined) return undefined;
  // The next id is another one, but what is encoded in it is the same.
  const marks = [...new Set(id.match(/[._~-]/g))];
  const encoded = marks.reduce((whole, mark) => whole.replaceAll(mark, percentEncoded(mark)), id);
  if (encoded !== text || marks.length === 0) return undefined;
  const commands = marks.map((mark) => `s/[${mark}]/${percentEncoded(mark)}/g`);
  return `$(printf %s "${required(variable)}" | sed '${commands.join(';')}')`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Ends the command, and not the shell of whoever pastes it: bash and zsh both return to the prompt. */
function required(variable: string): string {
  return `\${${variable}:?no id came back}`;
}

function ansiQuoted(character: string): string {
  return character === "'" || character === '\\' ? `\\${character}` : character;
}

function bytes(character: string): string {
  return [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
