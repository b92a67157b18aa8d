import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { derivedFiles } from './files.ts';

test('what is committed follows from the OpenAPI documents', async () => {
  const files = await derivedFiles();
  const stale: string[] = [];
  for (const [path, text] of files) {
    const present = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8').catch(() => undefined);
    if (present !== text) stale.push(path);
  }
  expect(stale, 'run npm run derive').toEqual([]);
});

test('the same every time', async () => {
  expect([...(await derivedFiles())]).toEqual([...(await derivedFiles())]);
});
