/** `1 break`, `3 breaks`: as a reader would say it. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
