/** One member of a JSON object: its name, and its value as it is written. */
export type RawMember = readonly [name: string, raw: string];

/**
 * The members of a JSON object as they are written, repeated ones kept: what JSON.parse loses of them. Nothing for any other
 * value.
 *
 * @param text whole JSON, which JSON.parse takes
 */
export function rawMembers(text: string): readonly RawMember[] {
  const members: RawMember[] = [];
  let at = afterBlanks(text, 0);
  if (text[at] !== '{') return members;
  at = afterBlanks(text, at + 1);
  while (text[at] === '"') {
    const nameEnd = afterLiteral(text, at);
    const from = afterBlanks(text, afterBlanks(text, nameEnd) + 1);
    const to = afterValue(text, from);
    members.push([JSON.parse(text.slice(at, nameEnd)) as string, text.slice(from, to)]);
    at = afterBlanks(text, to);
    if (text[at] === ',') at = afterBlanks(text, at + 1);
  }
  return members;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '.')) at += 1;
  return at;
}

function afterLiteral(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function afterValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length;) {
    const character = text[at] ?? '';
    if (character === '"') {
      at = afterLiteral(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (depth === 0 && at > from && /[,}\]\s]/.test(character)) return at;
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    at += 1;
    if (depth === 0 && (character === '}' || character === ']')) return at;
  }
  return text.length;
}
