import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Stryker keeps what it found, as stryker.config.json says. */
const earlierPath = join('.stryker-tmp', 'incremental.json');

interface Earlier {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Tried[] }>>;
}

interface Tried {
  readonly status: string;
  /** The tests that reach it; none of code that runs while a module is loaded, which all of them are tried on. */
  readonly coveredBy?: readonly string[];
}

/**
 * Leaves out the survivors in code that runs while a module is loaded: Stryker knows of no test that reaches them, and would
 * not try them again after a test was added.
 */
export function withoutStaticSurvivors(earlier: Earlier): Earlier {
  const files = Object.entries(earlier.files).map(([name, file]) => {
    const mutants = file.mutants.filter(({ status, coveredBy = [] }) => status !== 'Survived' || coveredBy.length > 0);
    return [name, { ...file, mutants }] as const;
  });
  return { ...earlier, files: Object.fromEntries(files) };
}

/** Has them tried again by the next run, if there was one before. */
export function retryStaticSurvivors(): void {
  if (!existsSync(earlierPath)) return;
  const earlier = JSON.parse(readFileSync(earlierPath, 'utf8')) as Earlier;
  writeFileSync(earlierPath, JSON.stringify(withoutStaticSurvivors(earlier)));
}
