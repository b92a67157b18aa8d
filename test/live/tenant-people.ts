import { caller, secondUser, teamId } from '../../reference/identities.ts';
import type { Bearer } from '../../targets/live/claims.ts';
import type { LiveTenant } from '../../targets/live/live-tenant.ts';

/** A tenant that there is nowhere; its team and users are those of the reference server. */
export const tenant: LiveTenant = {
  tenantId: '7c2b1d5e-0f34-4a86-9b1c-d8e5f6a73920',
  teamId,
  userIds: [caller.id, secondUser.id],
};

export const clientId = '33333333-4444-4555-8666-777777777777';
const applicationId = '1d2c3b4a-5f6e-4789-8a9b-0c1d2e3f4a5b';

const readWrite = 'Schedule.ReadWrite.All';
const whose: Readonly<Record<Bearer, object>> = {
  caller: { oid: caller.id, idtyp: 'user', scp: `User.Read ${readWrite}`, name: caller.displayName },
  secondUser: { oid: secondUser.id, idtyp: 'user', scp: readWrite, name: secondUser.displayName },
  application: { oid: applicationId, idtyp: 'app', roles: [readWrite], app_displayname: 'Payroll bridge' },
  readOnly: { oid: caller.id, idtyp: 'user', scp: 'Schedule.Read.All' },
  noScope: { oid: caller.id, idtyp: 'user', scp: 'User.Read' },
};

let issued = 0;

/** A token as Microsoft Entra writes one, signed by nobody. */
export function tokenOf(bearer: Bearer, seconds = 3600, claims: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = {
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${tenant.tenantId}/`,
    tid: tenant.tenantId,
    iat: now - 60,
    nbf: now - 60,
    exp: now + seconds,
    ...whose[bearer],
    uti: `issued-${(issued += 1)}`,
    ...claims,
  };
  return [part({ typ: 'JWT', alg: 'RS256', kid: 'made-up' }), part(payload), part(`nobody, ${issued}`)].join('.');
}
