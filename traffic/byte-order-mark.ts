/** The text of a file without the mark that some editors and shells of Windows put before it. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
