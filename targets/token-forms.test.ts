import { expect, test } from 'vitest';
import { authorizationWith, unsigned } from './token-forms.ts';

test.each([
  ['ey.claims.signature', 'ey.claims'],
  ['opaque', 'opaque'],
  ['$TIMECARD_TOKEN', '${TIMECARD_TOKEN%.*}'],
])('%s without its signature is %s', (token, expected) => {
  expect(unsigned(token)).toBe(expected);
});

test.each([
  [undefined, 'Bearer ey.claims.signature'],
  ['bare', 'ey.claims.signature'],
  ['otherSignature', 'Bearer ey.claims.c2lnbmVkLWJ5LW5vYm9keQ'],
  ['noSignature', 'Bearer ey.claims.'],
] as const)('a token goes out in the form %s as %s', (form, expected) => {
  expect(authorizationWith('ey.claims.signature', form)).toBe(expected);
});
