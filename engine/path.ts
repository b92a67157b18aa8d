/** Moves the case index of a path: users count cases within the run, fast-check within the phase. */
export function shifted(path: string, by: number): string {
  const [index = '0', ...shrinks] = path.split(':');
  return [Number(index) + by, ...shrinks].join(':');
}

/** The case index that a path starts with. */
export function indexOf(path: string): number {
  return Number(path.split(':', 1)[0]);
}

/** True for an index, perhaps followed by the way through shrinks: `3` or `3:0:1`. */
export function isPath(text: string): boolean {
  return /^\d+(:\d+)*$/.test(text);
}
