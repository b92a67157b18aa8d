import { expect, test } from 'vitest';
import { looksRandom } from './looks-random.ts';

test.each([
  'TC-GEN-009/get-of-a-card-whose-id-is-in-other-letter-case',
  'Content-Security-Policy-Report-Only-2024',
  'timecard-replace/Response/example-2/BreakNotes',
])('%s is made of words, whatever stands between them', (words) => {
  expect(looksRandom(words)).toBe(false);
});

test.each(['q7Zp2-Vx9_Lm4Rt8-Kw3Nb6-Yc1', 'aB3dE6gH9jK2mN5pQ8rT', 'Zm9vYmFyMTIzQUJDeHl6Nzg5'])(
  '%s is chosen by nobody',
  (random) => {
    expect(looksRandom(random)).toBe(true);
  },
);
