import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from './command.ts';
import { root } from './source-tree.ts';

const recordings = join(root, 'recordings');

test.skipIf(!existsSync(recordings))(
  'nothing in recordings/ looks secret or personal (skipped where there are no recordings)',
  async () => {
    const { exitCode, stdout, stderr } = await command(['scan', recordings]);
    expect(stdout + stderr).toMatch(/^Searched [1-9]\d* files?: nothing looks secret or personal\.\n$/);
    expect(exitCode).toBe(0);
  },
  120_000,
);
