import { expect, test } from 'vitest';
import { userOfToken } from './token-claims.ts';

function jwt(claims: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'RS256' }), part(claims), 'signature'].join('.');
}

const user = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';

test.each<[name: string, token: string | undefined, user: string | undefined]>([
  ['a delegated token', jwt({ oid: user, name: 'Jörg ✓', scp: 'Schedule.ReadWrite.All' }), user],
  ['a delegated token that says so', jwt({ oid: user, idtyp: 'user' }), user],
  ['the token of an application, whose oid is no user', jwt({ oid: user, idtyp: 'app' }), undefined],
  ['a token without oid', jwt({ sub: user }), undefined],
  ['an oid that is no text', jwt({ oid: 7 }), undefined],
  ['claims that are no object', jwt([user]), undefined],
  ['claims that are nothing', jwt(null), undefined],
  ['an opaque token', 'EwBwA8l6BAAU', undefined],
  ['a token with points that is no JWT', 'a.b.c', undefined],
  ['no token', undefined, undefined],
  ['an empty one', '', undefined],
])('%s', (_name, token, expected) => {
  expect(userOfToken(token)).toBe(expected);
});
