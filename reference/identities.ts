import type { Identity } from './time-card.ts';

/** The team of the documented create, clockOut and list examples, and the one of the clockIn and get examples. */
export const teamId = '871dbd5c-3a6a-4392-bfe1-042452793a50';
export const otherTeamId = 'fd15cad8-80f6-484f-9666-3caf695fbf32';

/** Who the documented examples are about; the second user is the one clocked in on behalf of (clockIn, example 2). */
export const caller: Identity = { id: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2', displayName: 'Alice Bradford' };
export const secondUser: Identity = { id: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e', displayName: 'Robin Kowalski' };

/** Stands in `createdBy.application` when no user is involved. Made up. */
export const application: Identity = {
  id: '5c1b8f60-9d0e-4b7c-8a35-6e2f4d97c103',
  displayName: 'Conformance application',
};

export interface Team {
  readonly id: string;
  readonly members: ReadonlyMap<string, Identity>;
  /** Owners manage the schedule: they may write the cards of every member. */
  readonly owners: ReadonlySet<string>;
}

function team(id: string): Team {
  return { id, members: new Map([caller, secondUser].map((user) => [user.id, user])), owners: new Set([caller.id]) };
}

/** Ids are case-sensitive; concepts/traverse-the-graph.md. */
export const teams: ReadonlyMap<string, Team> = new Map([teamId, otherTeamId].map((id) => [id, team(id)]));
