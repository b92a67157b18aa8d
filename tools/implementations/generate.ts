// npm run implementations [-- --check]: writes docs/implementations.md, or says that it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pagePath, readAdjudications, readImplementations } from './files.ts';
import { page } from './page.ts';

const wanted = page(readImplementations(), readAdjudications());
if (!process.argv.includes('--check')) {
  writeFileSync(pagePath, wanted);
} else if (!existsSync(pagePath) || readFileSync(pagePath, 'utf8') !== wanted) {
  process.stderr.write(`${pagePath} is stale: run npm run implementations, and commit what it writes.\n`);
  process.exitCode = 1;
}
