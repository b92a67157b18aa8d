/** At most `width` characters; what is cut off is marked by an ellipsis. */
export function abbreviate(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text;
  return width < 1 ? '' : `${characters.slice(0, width - 1).join('')}…`;
}

/** Two texts cut so that the place where they first differ stays in sight. */
export function abbreviatePair(left: string, right: string, width: number): readonly [string, string] {
  const [a, b] = [[...left], [...right]];
  if (Math.max(a.length, b.length) <= width) return [left, right];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  // A third of the room for what leads up to the difference, or more if what follows does not need the rest.
  const start = Math.max(Math.min(same - Math.floor(width / 3), Math.max(a.length, b.length) - width), 0);
  const cut = (characters: readonly string[]): string =>
    abbreviate((start > 0 ? ['…', ...characters.slice(start + 1)] : characters).join(''), width);
  return [cut(a), cut(b)];
}

/** Filled up with blanks to `width` characters. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - [...text].length, 0));
}

/** Words in lines of at most `width` characters. A longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const size = [...word].length;
    if (line !== '' && length + 1 + size > width) {
      lines.push(line);
      line = word;
      length = size;
    } else {
      length += line === '' ? size : size + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
