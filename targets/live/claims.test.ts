import { describe, expect, it } from 'vitest';
import { claimsOf, whyNotUsable, type Bearer } from './claims.ts';

const now = Date.parse('2026-11-26T12:30:00Z');
const [caller, second, stranger] = [
  'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
  '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e',
  '99999999-1111-4222-8333-444444444444',
];
const tenant = {
  tenantId: '7c2b1d5e-0f34-4a86-9b1c-d8e5f6a73920',
  teamId: '871dbd5c-3a6a-4392-bfe1-042452793a50',
  userIds: [caller, second],
};
const usual = {
  aud: 'https://graph.microsoft.com',
  tid: tenant.tenantId,
  oid: caller,
  scp: 'User.Read Schedule.ReadWrite.All',
  nbf: now / 1000 - 60,
  exp: now / 1000 + 3600,
};
const ofApplication = { ...usual, oid: stranger, scp: undefined, idtyp: 'app', roles: ['Schedule.ReadWrite.All'] };

function token(claims: unknown): string {
  return ['header', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.');
}

const why = (claims: object, bearer: Bearer = 'caller', users: readonly string[] = tenant.userIds): string =>
  whyNotUsable(token(claims), bearer, { ...tenant, userIds: users }, now) ?? 'none';

describe('claimsOf', () => {
  it('reads what a user may, and until when', () => {
    expect(claimsOf(token(usual))).toEqual({
      audience: usual.aud,
      tenantId: tenant.tenantId,
      objectId: caller,
      isApplication: false,
      permissions: ['User.Read', 'Schedule.ReadWrite.All'],
      expiresAt: now + 3_600_000,
      validFrom: now - 60_000,
    });
  });

  it.each([
    ['by idtyp', { idtyp: 'app', roles: ['A', 1] }, true, ['A']],
    ['by roles in the place of scopes', { roles: ['A'] }, true, ['A']],
    ['without any role', { idtyp: 'app' }, true, []],
    ["not by a user's directory roles beside scopes", { idtyp: 'user', scp: 'B', roles: ['A'] }, false, ['B']],
    ['not where neither is there', {}, false, []],
  ])('knows an application %s', (_name, claims, isApplication, permissions) => {
    expect(claimsOf(token(claims))).toMatchObject({ isApplication, permissions });
  });

  it('takes iat where there is no nbf', () => {
    expect(claimsOf(token({ iat: 5 }))?.validFrom).toBe(5000);
    expect(claimsOf(token({ iat: 5, nbf: 7 }))?.validFrom).toBe(7000);
  });

  it.each([
    ['opaque', 'any-text'],
    ['not JSON', 'a.b.c'],
    ['a list', token([])],
    ['null', token(null)],
  ])('reads nothing in what is %s', (_name, text) => expect(claimsOf(text)).toBeUndefined());
});

describe('a token that may be used', () => {
  it.each<[string, Bearer, object]>([
    ["the caller's", 'caller', usual],
    ["the second user's", 'secondUser', { ...usual, oid: second }],
    ['whose ids are in capitals', 'caller', { ...usual, oid: caller.toUpperCase(), tid: usual.tid.toUpperCase() }],
    ['for Graph with a slash', 'caller', { ...usual, aud: 'https://graph.microsoft.com/' }],
    ['for Graph by its id', 'caller', { ...usual, aud: '00000003-0000-0000-c000-000000000000' }],
    ['from five minutes ahead', 'caller', { ...usual, nbf: now / 1000 + 300 }],
    ['that does not say from when', 'caller', { ...usual, nbf: undefined }],
    ['that ends in a second', 'caller', { ...usual, exp: now / 1000 + 1 }],
    ["an application's, whoever it is", 'application', ofApplication],
    ["a reader's, of the caller", 'readOnly', { ...usual, scp: 'Schedule.Read.All' }],
    ["a reader's, of the second user", 'readOnly', { ...usual, oid: second, scp: 'Schedule.Read.All' }],
    ['without any scope', 'noScope', { ...usual, scp: 'User.Read' }],
  ])('%s', (_name, bearer, claims) => expect(why(claims, bearer)).toBe('none'));
});

describe('a token that must not be used is one sentence that says what to do', () => {
  it.each<[name: string, bearer: Bearer, claims: object, sentence: RegExp]>([
    [
      'no tenant',
      'caller',
      { ...usual, tid: undefined },
      /TIMECARD_TOKEN is not a readable access token from Microsoft Entra/,
    ],
    ['no audience', 'caller', { ...usual, aud: undefined }, /is not a readable access token .* get one for/],
    ['no end', 'caller', { ...usual, exp: 'soon' }, /is not a readable access token/],
    [
      'another audience',
      'caller',
      { ...usual, aud: 'https://graph.microsoft.us' },
      /is for https:\/\/graph\.microsoft\.us and not for/,
    ],
    ['another tenant', 'caller', { ...usual, tid: stranger }, /is of the tenant 99999999.* sign in there/],
    [
      'from the future',
      'caller',
      { ...usual, nbf: now / 1000 + 301 },
      /valid from 2026-11-26T12:35:01.000Z .* correct the clock/,
    ],
    ['it is over', 'caller', { ...usual, exp: now / 1000 }, /expired at 2026-11-26T12:30:00.000Z; get a new one/],
    [
      'another user',
      'caller',
      { ...usual, oid: stranger },
      /of the user 99999999.* not the first of liveTenant.userIds/,
    ],
    ['the second for the first', 'caller', { ...usual, oid: second }, /is not the first of/],
    [
      'the first for the second',
      'secondUser',
      usual,
      /TIMECARD_SECOND_USER_TOKEN is of the user d56f.* not the second of/,
    ],
    [
      'a reader of another',
      'readOnly',
      { ...usual, oid: stranger, scp: 'Schedule.Read.All' },
      /not in liveTenant.userIds/,
    ],
    ['nobody without a scope', 'noScope', { ...usual, oid: stranger, scp: 'User.Read' }, /not in liveTenant.userIds/],
    ["an application's for a user's", 'caller', ofApplication, /is an application's; .* goes into TIMECARD_APP_TOKEN/],
    [
      "a user's for an application's",
      'application',
      usual,
      /TIMECARD_APP_TOKEN is a user's; an application's is needed/,
    ],
    [
      'too little',
      'caller',
      { ...usual, scp: 'Schedule.Read.All' },
      /lacks Schedule.ReadWrite.All; it has Schedule.Read.All\. Grant/,
    ],
    ['nothing', 'application', { ...ofApplication, roles: [] }, /lacks Schedule.ReadWrite.All; it has none/],
    [
      'too much for a reader',
      'readOnly',
      { ...usual, scp: 'Schedule.Read.All Schedule.ReadWrite.All' },
      /must have .* and not .* second app/,
    ],
    [
      'too little for a reader',
      'readOnly',
      { ...usual, scp: 'User.Read' },
      /must have Schedule.Read.All .* it has User.Read\./,
    ],
    ['reading for nobody', 'noScope', { ...usual, scp: 'Schedule.Read.All' }, /must have no Schedule permission/],
    [
      'writing for nobody',
      'noScope',
      { ...usual, scp: 'Schedule.ReadWrite.All' },
      /must have no Schedule permission.* third app/,
    ],
  ])('%s', (_name, bearer, claims, sentence) => expect(why(claims, bearer)).toMatch(sentence));

  it('a second user whom the configuration does not name', () => {
    expect(why({ ...usual, oid: second }, 'secondUser', [caller])).toMatch(/names no second user; add that user/);
    expect(why({ ...usual, oid: '', scp: 'User.Read' }, 'noScope', [caller])).toMatch(/not in liveTenant.userIds/);
  });

  it('one that cannot be read', () => {
    expect(whyNotUsable('any-text', 'caller', tenant, now)).toMatch(
      /is not a readable access token from Microsoft Entra/,
    );
  });
});
