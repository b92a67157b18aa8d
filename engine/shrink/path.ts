/** Moves the case index of a path: users count cases within the run, fast-check within the phase. */
export function shifted(path: string, by: number): string {
  const [index = '0', ...shrinks] = path.split(':');
  return [Number(index) + by, ...shrinks].join(':');
}

/** The case index that a path starts with. */
export function indexOf(path: string): number {
  return Number(path.split(':', 1)[0]);
}

/** A path of the run as a path of the phase that starts at `offset`; undefined if it lies elsewhere. */
export function localPath(path: string | undefined, offset: number, size: number): string | undefined {
  if (path === undefined) return undefined;
  const index = indexOf(path) - offset;
  return index >= 0 && index < size ? shifted(path, -offset) : undefined;
}

/** True for an index, perhaps followed by the way through shrinks: `3` or `3:0:1`. */
export function isPath(text: string): boolean {
  return /^\d+(:\d+)*$/.test(text);
}
