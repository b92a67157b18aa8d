import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../test/source-tree.ts';

test('each benchmark runs, so that none is found broken when it is needed', () => {
  const done = (...words: readonly string[]) => spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  expect(done('node_modules/typescript/bin/tsc', '-p', 'tsconfig.bench.json').stdout).toBe('');
  const { status, stdout, stderr } = done('--expose-gc', 'dist/bench/main.js', '--small');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).not.toMatch(/NaN|Infinity/);
  const firstWords = [...stdout.matchAll(/^(\w[\w-]*)/gm)].map(([word]) => word);
  expect(firstWords).toEqual(['effort', 'start-up', 'throughput', 'judging', 'judging', 'memory', 'replay', 'reports']);
}, 120_000);
