import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-tree.ts';

const main = join(root, 'dist', 'cli', 'main.js');

test.each(['serve --list', 'requirements'])('%s says nothing more once nobody reads along', (words) => {
  // The reader is gone before anything is written.
  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" ${words} | true`], { encoding: 'utf8' });
  expect(stderr).toBe('');
});
