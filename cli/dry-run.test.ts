import { expect, test } from 'vitest';
import { command } from '../test/command.ts';

const dry = ['run', '--reference', '--dry-run', '--seed', '7'];

test('a dry run with a path prints the one case that it would make again', async () => {
  const [all, one] = await Promise.all([command(dry), command([...dry, '--path', '3'])]);
  expect(one.exitCode).toBe(0);
  const caseLines = (text: string): readonly string[] => text.split('\n').filter((line) => /^\d/.test(line));
  expect(caseLines(all.stdout).length).toBeGreaterThan(100);
  expect(caseLines(one.stdout)).toEqual([caseLines(all.stdout)[3]]);
});

test('a dry run of a shrunk case prints it as it was shrunk', async () => {
  const { stdout, exitCode } = await command([...dry, '--path', '3:0']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^3:0 /);
  expect(stdout.match(/^\d\S* /gm)).toHaveLength(1);
});

test.each([
  ['9999999', /case 9999999 does not exist: with these settings a run has \d+/],
  [`3${':0'.repeat(40)}`, /--path leads past the last shrink of its case/],
])('a dry run says that there is no case %s', async (path, sentence) => {
  const { stderr, exitCode } = await command([...dry, '--path', path]);
  expect(stderr).toMatch(sentence);
  expect(exitCode).toBe(2);
});
