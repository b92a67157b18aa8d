// npm run documents [-- --check]: writes docs/documents.md and the schema of the configuration file, or says that one is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkFiles } from './check-files.ts';
import { configurationSchema, configurationSchemaPath } from './configuration-schema.ts';
import { page } from './page.ts';
import { pagePath } from './page-path.ts';

const wanted = [
  [pagePath, page(checkFiles())],
  [configurationSchemaPath, configurationSchema()],
] as const;
for (const [path, text] of wanted) {
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`${path} is stale: run npm run documents, and commit what it writes.\n`);
    process.exitCode = 1;
  }
}
