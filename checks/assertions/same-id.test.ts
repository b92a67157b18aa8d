import { expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import { sameId } from './same-id.ts';

const [lower, upper] = ['d56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2', 'D56F3E8A-2B0F-42B1-88B9-E2DBD12A34D2'];

test.each<[left: Json | undefined, right: Json | undefined, same: boolean]>([
  [lower, lower, true],
  [lower, upper, true],
  [upper, lower, true],
  [lower, lower.replace('d', 'e'), false],
  ['TCK_a', 'TCK_a', true],
  // Nobody promises that other ids are the same in either letter case.
  ['TCK_a', 'TCK_A', false],
  [`TCK_${lower}`, `TCK_${upper}`, false],
  [`${lower}.`, `${upper}.`, false],
  // What is no text is no id.
  [null, null, false],
  [undefined, undefined, false],
  [lower, null, false],
  [null, lower, false],
  [[lower], lower, false],
  [lower, [lower], false],
])('%j and %j: %j', (left, right, same) => {
  expect(sameId(left, right)).toBe(same);
});
