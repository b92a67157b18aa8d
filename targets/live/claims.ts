import type { Json } from '../../traffic/json.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import type { Tokens } from '../tokens.ts';
import { sameGuid } from './guid.ts';
import type { LiveTenant } from './live-tenant.ts';

export type Bearer = keyof Tokens;

/**
 * What a token of Microsoft Entra says of itself. Graph is free to change its form; where it says nothing that can be read, it
 * is not used. Source: access token claims reference (aud, tid, oid, idtyp, scp, roles, exp, iat, nbf).
 */
export interface Claims {
  readonly audience: string;
  readonly tenantId: string;
  /** The user, or the service principal of an application. */
  readonly objectId: string;
  readonly isApplication: boolean;
  /** Scopes of a user's token, roles of an application's. */
  readonly permissions: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly validFrom: number;
}

/** Undefined for what is no JWT, or says nothing of whom it is for. */
export function claimsOf(token: string): Claims | undefined {
  const claims = payloadOf(token);
  if (claims === undefined) return undefined;
  const text = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '');
  const time = (name: string): number => (typeof claims[name] === 'number' ? claims[name] * 1000 : Number.NaN);
  const { roles, scp } = claims;
  const isApplication = claims['idtyp'] === 'app' || (scp === undefined && Array.isArray(roles));
  return {
    audience: text('aud'),
    tenantId: text('tid'),
    objectId: text('oid'),
    isApplication,
    permissions: isApplication
      ? (Array.isArray(roles) ? roles : []).filter((role) => typeof role === 'string')
      : text('scp').split(' ').filter(Boolean),
    expiresAt: time('exp'),
    validFrom: Number.isNaN(time('nbf')) ? time('iat') : time('nbf'),
  };
}

function payloadOf(token: string): Readonly<Record<string, Json>> | undefined {
  try {
    const value = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Json;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const graphAudiences: ReadonlySet<string> = new Set([
  'https://graph.microsoft.com',
  'https://graph.microsoft.com/',
  '00000003-0000-0000-c000-000000000000',
]);

const readWrite = 'Schedule.ReadWrite.All';
const read = 'Schedule.Read.All';

/** How far the clocks may be apart before a token seems to come from the future, in milliseconds: Entra allows as much. */
const clockTolerance = 300_000;

/** Whose token this has to be: the place in `userIds`, or an application's. */
const holders: Readonly<Record<Bearer, 'first' | 'second' | 'any' | 'application'>> = {
  caller: 'first',
  secondUser: 'second',
  application: 'application',
  readOnly: 'any',
  noScope: 'any',
};

/**
 * Why a token must not be used on the tenant: one sentence that says what to do. Undefined for one that may be.
 * @param now milliseconds since the epoch
 */
export function whyNotUsable(token: string, bearer: Bearer, tenant: LiveTenant, now: number): string | undefined {
  const name = tokenVariables[bearer];
  const claims = claimsOf(token);
  if (claims === undefined || claims.tenantId === '' || claims.audience === '' || Number.isNaN(claims.expiresAt))
    return `The token for ${name} is not a readable access token from Microsoft Entra (aud, tid, exp); get one for https://graph.microsoft.com.`;
  const { audience, tenantId, permissions, expiresAt, validFrom } = claims;
  if (!graphAudiences.has(audience))
    return `The token for ${name} is for ${audience} and not for Microsoft Graph; get one with the scope https://graph.microsoft.com/${readWrite}.`;
  if (!sameGuid(tenantId, tenant.tenantId))
    return `The token for ${name} is of the tenant ${tenantId}, and liveTenant.tenantId is ${tenant.tenantId}; sign in there, or correct the configuration.`;
  if (validFrom > now + clockTolerance)
    return `The token for ${name} is valid from ${iso(validFrom)} on, and here it is ${iso(now)}; correct the clock of this machine.`;
  if (expiresAt <= now) return `The token for ${name} expired at ${iso(expiresAt)}; get a new one.`;
  return whyNotTheirs(claims, bearer, tenant) ?? whyNotPermitted(permissions, bearer);
}

function whyNotTheirs(
  { objectId, isApplication }: Claims,
  bearer: Bearer,
  { userIds: [first = '', second] }: LiveTenant,
): string | undefined {
  const [name, holder] = [tokenVariables[bearer], holders[bearer]];
  if (holder === 'application')
    return isApplication ? undefined : `The token for ${name} is a user's; an application's is needed there.`;
  if (isApplication)
    return `The token for ${name} is an application's; a user's is needed there (delegated permissions), and an application's goes into ${tokenVariables.application}.`;
  const allowed = holder === 'any' ? [first, second] : [holder === 'first' ? first : second];
  if (holder === 'second' && second === undefined)
    return `There is a token for ${name}, and liveTenant.userIds names no second user; add that user, or leave the token out.`;
  if (allowed.some((id) => id !== undefined && sameGuid(id, objectId))) return undefined;
  return `The token for ${name} is of the user ${objectId}, who is not ${holder === 'any' ? 'in' : `the ${holder} of`} liveTenant.userIds; sign in as that user, or correct the configuration.`;
}

function whyNotPermitted(permissions: readonly string[], bearer: Bearer): string | undefined {
  const name = tokenVariables[bearer];
  const has = (permission: string): boolean => permissions.includes(permission);
  const held = permissions.length === 0 ? 'none' : permissions.join(', ');
  if (bearer === 'readOnly')
    return has(read) && !has(readWrite)
      ? undefined
      : `The token for ${name} must have ${read} and not ${readWrite}; it has ${held}. Sign in through a second app registration that asks for ${read} only.`;
  if (bearer === 'noScope')
    return has(read) || has(readWrite)
      ? `The token for ${name} must have no Schedule permission; it has ${held}. Sign in through a third app registration that asks for User.Read only.`
      : undefined;
  return has(readWrite)
    ? undefined
    : `The token for ${name} lacks ${readWrite}; it has ${held}. Grant it to the app registration, with an administrator's consent, and sign in again.`;
}

function iso(milliseconds: number): string {
  return Number.isNaN(milliseconds) ? 'an unknown time' : new Date(milliseconds).toISOString();
}
