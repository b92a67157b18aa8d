import { expect, test } from 'vitest';
import { almostThatId } from './almost-that-id.ts';

test.each([
  ['TCK_1d0552cd-51fb-4698-8890-6f463422f298', 'TCK_1d0552cd-51fb-4698-8890-6f463422f297'],
  ['1D0552CD-51FB-4698-8890-6F463422F297', '1D0552CD-51FB-4698-8890-6F463422F29b'],
])('%s has no other card with the id %s', (id, almost) => {
  expect(almostThatId(id)).toBe(almost);
});

test.each(['41', 'TCK_card7', '00000000-0000-4000-8000-000000000041', '1d0552cd-51fb-4698-8890-6f463422f298-41'])(
  'next to %s there may be another card',
  (id) => {
    expect(almostThatId(id)).toBeUndefined();
  },
);
