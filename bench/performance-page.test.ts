import { expect, test } from 'vitest';
import { performancePage } from './performance-page.ts';

test('what was not measured this time stays as it was', () => {
  const first = performancePage([
    ['against', ['| command |']],
    ['replay', ['replay, slow', '  3 ms']],
  ]);
  const second = performancePage([['replay', ['replay, fast', '  1 ms']]], first);
  expect(second.match(/^## .*/gm)).toEqual(['## Beside an earlier build', '## replay']);
  expect(second).toContain('| command |');
  expect(second).toContain('replay, fast');
  expect(second).not.toContain('replay, slow');
  expect(performancePage([], second)).toBe(second);
});
