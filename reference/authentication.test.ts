import { describe, expect, test } from 'vitest';
import { authenticate } from './authentication.ts';
import { Refusal } from './refusal.ts';
import { audience, principals, tokens, type TokenHolder } from './tokens.ts';

const holders = Object.keys(tokens) as readonly TokenHolder[];

function payloadOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

describe('a token of this server', () => {
  test.each(holders)('of %s says whose it is', (holder) => {
    expect(authenticate(`Bearer ${tokens[holder]}`)).toBe(principals[holder]);
    expect(authenticate(`bearer  ${tokens[holder]}`)).toBe(principals[holder]);
  });

  test('can be read by tools', () => {
    expect(payloadOf(tokens.caller)).toMatchObject({
      aud: audience,
      oid: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
      scp: 'Schedule.ReadWrite.All',
    });
    expect(payloadOf(tokens.readOnly)).toMatchObject({ scp: 'Schedule.Read.All' });
    expect(payloadOf(tokens.noScope)).toMatchObject({ scp: '' });
    expect(payloadOf(tokens.application)).toMatchObject({ idtyp: 'app', roles: ['Schedule.ReadWrite.All'] });
    expect(payloadOf(tokens.application)).not.toHaveProperty('oid');
  });
});

describe('anything else is refused with 401', () => {
  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    `Basic ${tokens.caller}`,
    tokens.caller,
    `Bearer ${tokens.caller}x`,
  ])('%j', (authorization) => {
    expect(authenticate(authorization)).toMatchObject({ status: 401 });
  });

  test('a real Graph token, and the answer says why', () => {
    const payload = Buffer.from(JSON.stringify({ aud: 'https://graph.microsoft.com' })).toString('base64url');
    const answer = authenticate(`Bearer e30.${payload}.x`);
    expect(answer).toBeInstanceOf(Refusal);
    expect(answer).toMatchObject({
      status: 401,
      message: expect.stringContaining('real Microsoft Graph token') as string,
    });
  });
});
