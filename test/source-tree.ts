import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Paths from the root of the package, with `/`, and the text of each file. */
export type SourceTree = ReadonlyMap<string, string>;

export const root = fileURLToPath(new URL('..', import.meta.url));

const elsewhere = new Set(['node_modules', 'dist', '.git', 'conformance-report', 'coverage', '.stryker-tmp']);

/** Every TypeScript file of the package. */
export function readSourceTree(): SourceTree {
  const tree = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !elsewhere.has(entry.name)) walk(path);
      else if (entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
        tree.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  walk('');
  return tree;
}

export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** The file that a relative import names, from the root; absent for packages and Node's own modules. */
  readonly file?: string;
}

/** What a file imports: types too, and what it loads only when it is needed. */
export function importsOf(path: string, text: string): readonly Import[] {
  const found = withoutComments(text).matchAll(
    /\b(?:from|import|require|import\s*\(|require\s*\()\s*\(?['"]([^'"\n]+)['"]/g,
  );
  return [...found].map(([, specifier = '']) =>
    specifier.startsWith('.') ? { specifier, file: posix.join(posix.dirname(path), specifier) } : { specifier },
  );
}

/** Whole comments only: what follows code on its line may as well be part of a text, such as a URL. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || /^(test|bench|tools)\//.test(path);
}

export function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}
