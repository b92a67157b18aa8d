import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutation } from './survivor.ts';

/** All programs run from the root of the package, as npm does it. */
export const pagePath = join('docs', 'mutation-testing.md');
export const mutationPath = join('docs', 'surviving-mutants.json');
export const reportPath = join('.stryker-tmp', 'mutation.json');

export function readMutation(): Mutation {
  return JSON.parse(readFileSync(mutationPath, 'utf8')) as Mutation;
}
