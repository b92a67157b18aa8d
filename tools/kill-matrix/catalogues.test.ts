import { expect, test } from 'vitest';
import { faults } from '../../faults/index.ts';
import { variants } from '../../reference/variants/index.ts';

// `serve --list` and the kill matrix name both: one name for a server that is wrong and for one that is right misleads.
test.each(['id', 'title'] as const)('no %s of a defect is one of a variant, too', (name) => {
  const ofDefects = new Set(faults.map((one) => one[name]));
  expect(variants.map((one) => one[name]).filter((one) => ofDefects.has(one))).toEqual([]);
});
