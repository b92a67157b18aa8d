import type { ApiVersion } from '../../traffic/operation.ts';
import { nullableBoolean, type Schemas } from './schema.ts';

/**
 * The boolean of an event or an action. v1.0 knows one name; beta also its predecessor, which always has the same value
 * and gives way where the two differ. Source: beta clockIn and timeCardEvent pages.
 */
export function approvedLocation(version: ApiVersion, of: 'event' | 'action'): Schemas {
  const says = of === 'event' ? 'Whether this happened' : 'Whether this happens';
  const current: Schemas = { isAtApprovedLocation: nullableBoolean(`${says} at an approved location.`) };
  if (version === 'v1.0') return current;
  const former = nullableBoolean('The former name of isAtApprovedLocation, which takes precedence.');
  return { ...current, atApprovedLocation: { ...former, deprecated: true } };
}
