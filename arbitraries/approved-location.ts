import type { JsonObject } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';

/** The members that say whether something happened at an approved location, with a name. */
export interface SaidLocation {
  readonly name: string;
  readonly members: JsonObject;
}

/** Each value under each name that a version has; in beta also both names, alike and not: the current one then counts. */
export function saidLocations(version: ApiVersion): readonly SaidLocation[] {
  const current = [null, false, true].map((value) => said({ isAtApprovedLocation: value }));
  if (version === 'v1.0') return current;
  return [
    ...current,
    ...[null, false, true].map((value) => said({ atApprovedLocation: value })),
    said({ isAtApprovedLocation: true, atApprovedLocation: true }),
    said({ isAtApprovedLocation: true, atApprovedLocation: false }),
    said({ isAtApprovedLocation: false, atApprovedLocation: true }),
  ];
}

function said(members: JsonObject): SaidLocation {
  const name = Object.entries(members)
    .map(([property, value]) => `${property} ${String(value)}`)
    .join(', ');
  return { name, members };
}
