import { expect, it } from 'vitest';
import { liveTenantFrom } from './live-tenant.ts';

const [tenantId, teamId, caller, second] = [
  '7c2b1d5e-0f34-4a86-9b1c-d8e5f6a73920',
  '871dbd5c-3a6a-4392-bfe1-042452793a50',
  'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
  '3F29C8E7-7A41-4D8E-99D6-2B1F76C9421E',
];
const whole = { tenantId, teamId, userIds: [caller, second] };

it.each([
  ['two users', whole],
  ['one user', { ...whole, userIds: [caller] }],
])('takes a tenant, a team and %s', (_name, value) => expect(liveTenantFrom(value, 'the file')).toEqual(value));

it.each<[name: string, value: unknown, sentence: RegExp]>([
  [
    'nothing',
    undefined,
    /^--live is one of two keys, and the other is missing: write liveTenant: \{.*\} .* into the file\.$/,
  ],
  ['null', null, /the other is missing/],
  ['a text', 'the team', /^liveTenant in the file is not an object/],
  ['a list', [whole], /^liveTenant in the file is not an object/],
  ['another key', { ...whole, tenant: tenantId }, /^liveTenant in the file has the unknown key tenant/],
  ['no users', { ...whole, userIds: undefined }, /must name one or two users/],
  ['users that are no list', { ...whole, userIds: caller }, /must name one or two users/],
  ['an empty list', { ...whole, userIds: [] }, /must name one or two users/],
  ['three users', { ...whole, userIds: [caller, second, tenantId] }, /must name one or two users/],
  ['one user twice', { ...whole, userIds: [second, second?.toLowerCase()] }, /names one user twice/],
  [
    'a user by mail',
    { ...whole, userIds: ['worker@contoso.example'] },
    /^liveTenant.userIds in the file has "worker@contoso.example", which is not a GUID/,
  ],
  [
    'a second user by mail',
    { ...whole, userIds: [caller, 'worker@contoso.example'] },
    /userIds in the file has "worker@contoso.example", which is not a GUID/,
  ],
  [
    'a second user that is none',
    { ...whole, userIds: [caller, null] },
    /userIds in the file has a value of type object, which is not a GUID/,
  ],
  ['no tenant', { ...whole, tenantId: undefined }, /^liveTenant.tenantId in the file is missing; give/],
  ['a tenant by name', { ...whole, tenantId: 'contoso.example' }, /tenantId in the file has "contoso.example", which/],
  ['no team', { ...whole, teamId: undefined }, /^liveTenant.teamId in the file is missing/],
  ['a team in braces', { ...whole, teamId: `{${teamId}}` }, /teamId in the file has .* which is not a GUID/],
])('refuses %s in one sentence that shows how it must be', (_name, value, sentence) => {
  expect(() => liveTenantFrom(value, 'the file')).toThrow(sentence);
  expect(() => liveTenantFrom(value, 'the file')).toThrow(
    /liveTenant: \{ tenantId: '…'|name two different users|give the object id/,
  );
});

it('names the usual file where there is none', () => {
  expect(() => liveTenantFrom(undefined, '')).toThrow('into timecard-conformance.config.mjs.');
});
