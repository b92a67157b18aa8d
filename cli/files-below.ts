import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What no one looks into: it comes from elsewhere, and is not committed. */
const passedOver: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The file itself, or all files in a folder, those of its folders included, in order of their names.
 *
 * @throws what the file system throws
 */
export function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const below = join(path, entry.name);
      if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : filesBelow(below);
      // Links to folders could lead in a circle.
      return entry.isSymbolicLink() && statSync(below).isDirectory() ? [] : [below];
    });
}
