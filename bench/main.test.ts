import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../test/source-tree.ts';
import { isWhole } from '../test/one-in.ts';

// They are compiled before the tests: what other tests run must not be written anew meanwhile.
test.runIf(isWhole)(
  'each benchmark runs, so that none is found broken when it is needed',
  () => {
    const words = ['--expose-gc', 'dist/bench/main.js', '--small'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toMatch(/NaN|Infinity/);
    const firstWords = [...stdout.matchAll(/^(\w[\w-]*)/gm)].map(([word]) => word);
    expect(firstWords).toEqual([
      'effort',
      'start-up',
      'throughput',
      'judging',
      'judging',
      'memory',
      'replay',
      'reports',
    ]);
  },
  120_000,
);
