import { join } from 'node:path';

/** From the root of the package, where npm runs. */
export const pagePath = join('docs', 'documents.md');
