/** The team and user of Graph's own examples: what a mock without identities is called with. */
export const defaultTeamId = '871dbd5c-3a6a-4392-bfe1-042452793a50';
export const defaultUserId = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
