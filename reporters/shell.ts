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
  if (whole !== undefined) return `"\${${whole}:?no link came back}"`;
  const parts = url.split(/([/?])/).map((text) => ({ text, variable: variables.get(text) }));
  if (parts.every(({ variable }) => variable === undefined)) return shellWord(url);
  // Backslashes keep everything else in double quotes literal, but for history expansion and what cannot be seen.
  if (isVisible(url) && !url.includes('!')) {
    const quoted = parts.map(({ text, variable }) =>
      variable === undefined ? text.replaceAll(/[$`"\\]/g, String.raw`\$&`) : required(variable),
    );
    return `"${quoted.join('')}"`;
  }
  return parts
    .map(({ text, variable }) => (variable === undefined ? shellWord(text) : `"${required(variable)}"`))
    .join('');
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
