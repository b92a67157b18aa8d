/**
 * Writes everything that follows from the OpenAPI documents: JSON Schemas, types, the documents as JSON.
 * With `--check` it writes nothing, and exits 1 where a file is missing, different or left over.
 * Must not import `schemas/generated`, or it could not make it the first time.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { derivedFiles } from './derivation/files.ts';

const generated = 'schemas/generated';

async function staleFiles(expected: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of expected) {
    const present = await readFile(path, 'utf8').catch(() => undefined);
    if (present !== text) stale.push(path);
  }
  return [...stale, ...(await leftOver(expected))];
}

async function leftOver(expected: ReadonlyMap<string, string>): Promise<string[]> {
  const entries = await readdir(generated, { recursive: true, withFileTypes: true }).catch(() => []);
  const present = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return present.filter((path) => !expected.has(path.replaceAll('\\', '/')));
}

async function write(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  for (const path of await leftOver(files)) await rm(path);
}

const files = await derivedFiles();
if (process.argv.includes('--check')) {
  const stale = await staleFiles(files);
  if (stale.length > 0) {
    console.error(`Not up to date with specs/openapi: ${stale.join(', ')}. Run npm run derive.`);
    process.exitCode = 1;
  }
} else {
  await write(files);
  console.log(`Wrote ${files.size} files.`);
}
