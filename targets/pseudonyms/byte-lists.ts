/** A Buffer of Node as JSON.stringify writes it, which is how newman keeps bodies: its bytes one by one, in decimal. */
const byteList = /("type"\s*:\s*"Buffer"\s*,\s*"data"\s*:\s*)\[([\d,\s]*)\]/g;

/** The text with that of each list of bytes in it replaced, where it is text. */
export function replaceByteLists(text: string, replace: (inner: string) => string): string {
  return text.replaceAll(byteList, (all, before: string, list: string) => {
    const inner = textOf(list);
    const replaced = inner === undefined ? undefined : replace(inner);
    return replaced === undefined || replaced === inner ? all : `${before}[${[...Buffer.from(replaced)].join(',')}]`;
  });
}

/** The texts in lists of bytes, and at which character each begins. */
export function byteListsIn(text: string): readonly { readonly at: number; readonly inner: string }[] {
  return [...text.matchAll(byteList)].flatMap((match) => {
    const inner = textOf(match[2] ?? '');
    return inner === undefined ? [] : [{ at: match.index, inner }];
  });
}

function textOf(list: string): string | undefined {
  if (list.trim() === '') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(list.split(',').map(Number)));
  } catch {
    return undefined;
  }
}
