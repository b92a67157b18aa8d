import { isGuid } from './guid.ts';

/** The second key to a tenant: what the configuration file says may be used. Compared with each token before anything is sent. */
export interface LiveTenant {
  readonly tenantId: string;
  readonly teamId: string;
  /** Users made for this purpose: the caller first, then the one of `--on-behalf-of-user-id`, if there is one. */
  readonly userIds: readonly string[];
}

/** A rule for live tenants forbids what was asked for: one sentence that says what to do. */
export class LiveRefusal extends Error {
  override readonly name = 'LiveRefusal';
}

const example =
  "liveTenant: { tenantId: '…', teamId: '…', userIds: ['…', '…'] } with the ids of a tenant, a team and users that were made for tests";

/**
 * Reads the key `liveTenant` of a configuration file.
 * @throws LiveRefusal where something is missing, or is no id
 */
export function liveTenantFrom(value: unknown, file: string): LiveTenant {
  if (value === undefined || value === null)
    throw new LiveRefusal(
      `--live is one of two keys, and the other is missing: write ${example} into ${file === '' ? 'timecard-conformance.config.mjs' : file}.`,
    );
  if (!isObject(value)) throw new LiveRefusal(`liveTenant in ${file} is not an object; give ${example}.`);
  const { tenantId, teamId, userIds, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new LiveRefusal(`liveTenant in ${file} has the unknown key ${unknown}; give ${example}.`);
  const users: readonly unknown[] = Array.isArray(userIds) ? userIds : [];
  const [caller, second, ...more] = users;
  if (typeof caller !== 'string' || more.length > 0)
    throw new LiveRefusal(`liveTenant.userIds in ${file} must name one or two users; give ${example}.`);
  if (typeof second === 'string' && second.toLowerCase() === caller.toLowerCase())
    throw new LiveRefusal(`liveTenant.userIds in ${file} names one user twice; name two different users, or one.`);
  return {
    tenantId: guid(tenantId, 'tenantId', file),
    teamId: guid(teamId, 'teamId', file),
    userIds: [guid(caller, 'userIds', file), ...(second === undefined ? [] : [guid(second, 'userIds', file)])],
  };
}

function guid(value: unknown, name: string, file: string): string {
  if (typeof value === 'string' && isGuid(value)) return value;
  const shown = typeof value === 'string' ? JSON.stringify(value).slice(0, 80) : `a value of type ${typeof value}`;
  throw new LiveRefusal(
    value === undefined
      ? `liveTenant.${name} in ${file} is missing; give ${example}.`
      : `liveTenant.${name} in ${file} has ${shown}, which is not a GUID; give the object id, not a name or an address.`,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
