import { visible } from '../view/visible.ts';

/** Text of a server as a code span: nothing in it is markup, mentions nobody, and ends no cell of a table. */
export function codeSpan(text: string): string {
  const shown = visible(text).replaceAll('|', String.raw`\|`);
  if (shown.trim() === '') return '(empty)';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const room = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
}

/** Lines of a server's text as a block that none of them can end. */
export function codeBlock(lines: readonly string[], language = 'text'): readonly string[] {
  const shown = lines.map((line) => visible(line));
  const fence = '`'.repeat(Math.max(3, ...shown.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...shown, fence];
}

/** Running text in which every character that Markdown or HTML could take for markup is escaped. */
export function plainMarkdown(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~$]/g, String.raw`\$&`)
    .replaceAll('@', '&#64;')
    .replaceAll(/(https?|ftp):\/\/|www\./gi, (start) => `${start.charAt(0)}&#8203;${start.slice(1)}`);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
