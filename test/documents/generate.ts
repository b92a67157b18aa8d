// npm run documents [-- --check]: writes docs/documents.md, or says that it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkFiles } from './check-files.ts';
import { page } from './page.ts';
import { pagePath } from './page-path.ts';

const wanted = page(checkFiles());
if (!process.argv.includes('--check')) {
  writeFileSync(pagePath, wanted);
} else if (!existsSync(pagePath) || readFileSync(pagePath, 'utf8') !== wanted) {
  process.stderr.write(`${pagePath} is stale: run npm run documents, and commit what it writes.\n`);
  process.exitCode = 1;
}
