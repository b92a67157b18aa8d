/** Who calls. `nobody` sends no token at all, or one that is no token. */
export const actors = ['caller', 'secondUser', 'application', 'readOnly', 'noScope', 'nobody'] as const;
export type Actor = (typeof actors)[number];

/**
 * What a target or a configuration must offer for a requirement to be judged, beyond the caller itself.
 *
 * - `authentication`: the caller's token is known, so that calls without it can be compared with calls that carry it;
 * - `callerIdentity`: the user id of the caller is known;
 * - `onBehalfOfUser`: a second user of the same team is known;
 * - `otherTeam`: a second team is known.
 */
export const capabilities = ['authentication', 'callerIdentity', 'onBehalfOfUser', 'otherTeam'] as const;
export type Capability = (typeof capabilities)[number];
