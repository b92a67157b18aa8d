import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is mutated, the inner folder first, so that each file belongs to one of them. */
export const folders = ['checks/scopes', 'checks', 'model', 'results'] as const;

/** The sources in those folders, without their tests. */
export function mutatedFiles(): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .toSorted()
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  );
}

/** About eight hundred mutants: of thousands at once Stryker's count of which test reaches which fills the memory. */
const charactersAtOnce = 25_000;

/** The files in portions of a size that Stryker can bear; one that is larger is a portion of its own. */
export function portionsOf(
  files: readonly string[],
  sizeOf: (file: string) => number = (file) => readFileSync(file, 'utf8').length,
): readonly (readonly string[])[] {
  const portions: string[][] = [];
  let room = 0;
  for (const file of files) {
    const size = sizeOf(file);
    const current = portions.at(-1);
    if (current === undefined || size > room) {
      portions.push([file]);
      room = charactersAtOnce - size;
    } else {
      current.push(file);
      room -= size;
    }
  }
  return portions;
}
