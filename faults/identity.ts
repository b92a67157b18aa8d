import { otherTeamId, teamId } from '../reference/identities.ts';
import { principals } from '../reference/tokens.ts';
import { defects } from './defect.ts';
import { instead, reading, refusing, storing, without } from './seams.ts';

const nobody = { application: null, device: null, user: null };

/** Cards of, and changes by, the wrong person; tokens that open more or less than they should. */
export const identityDefects = defects('identity', [
  {
    id: 'on-behalf-ignored',
    title: 'onBehalfOfUserId is ignored',
    imitates: 'a mock that takes the owner from the token alone',
    caughtBy: ['TC-CLOCKIN-020'],
    hooks: reading('clockIn', (body) => without(body, 'onBehalfOfUserId')),
  },
  {
    id: 'on-behalf-created-by-owner',
    title: 'createdBy and lastModifiedBy are the owner of the card, not the caller',
    imitates: 'clocking in as the other user instead of for that user',
    caughtBy: ['TC-CLOCKIN-021'],
    hooks: storing('clockIn', (after, _before, { team }) => {
      const user = team.members.get(after.userId) ?? null;
      const by = { application: null, device: null, user };
      return { ...after, createdBy: by, lastModifiedBy: by };
    }),
  },
  {
    id: 'clock-in-by-nobody',
    title: 'createdBy of clockIn names no user',
    imitates: 'a service account behind a gateway',
    caughtBy: ['TC-CLOCKIN-019'],
    hooks: storing('clockIn', (after) => ({ ...after, createdBy: nobody })),
  },
  {
    id: 'clock-in-wrong-user',
    title: 'a card of clockIn belongs to the team, not to the caller',
    imitates: 'two ids in the wrong order',
    caughtBy: ['TC-CLOCKIN-018'],
    hooks: storing('clockIn', (after, _before, { team }) => ({ ...after, userId: team.id })),
  },
  {
    id: 'create-user-ignored',
    title: 'userId of create is ignored',
    imitates: 'the older create page, which knows no userId',
    caughtBy: ['TC-CREATE-011'],
    hooks: reading('create', (body) => without(body, 'userId')),
  },
  {
    id: 'create-by-owner',
    title: 'createdBy of create is the owner of the card, not the caller',
    imitates: 'deriving the creator from the body',
    caughtBy: ['TC-CREATE-016'],
    hooks: storing('create', (after, _before, { team }) => ({
      ...after,
      createdBy: { application: null, device: null, user: team.members.get(after.userId) ?? null },
    })),
  },
  {
    id: 'create-without-user-refused',
    title: 'create without userId is refused',
    imitates: 'a body schema that requires more than the page does',
    caughtBy: ['TC-CREATE-012'],
    hooks: reading('create', (body) => (body['userId'] === undefined ? { ...body, userId: 0 } : body)),
  },
  {
    id: 'no-authentication',
    title: 'calls without a token are served as the caller',
    imitates: 'mocks that look at no token',
    caughtBy: ['TC-GEN-002'],
    hooks: { identify: (principal) => principal ?? principals.caller },
  },
  {
    id: 'read-only-may-write',
    title: 'a token with Schedule.Read.All may write',
    imitates: 'a check for any scope of the schedule',
    caughtBy: ['TC-AUTH-002'],
    hooks: { permit: (permitted, { principal }) => permitted || principal.scopes.length > 0 },
  },
  {
    id: 'read-only-may-not-read',
    title: 'a token with Schedule.Read.All may not read',
    imitates: 'one scope required for everything',
    caughtBy: ['TC-AUTH-001'],
    hooks: { permit: (permitted, { principal }) => permitted && principal.scopes.includes('Schedule.ReadWrite.All') },
  },
  {
    id: 'application-needs-header',
    title: 'an application token without MS-APP-ACTS-AS is refused',
    imitates: 'the contract before June 2025',
    caughtBy: ['TC-AUTH-004'],
    hooks: {
      permit: (permitted, { principal, received }) =>
        permitted && (principal.kind === 'user' || received.headers['ms-app-acts-as'] !== undefined),
    },
  },
  {
    id: 'clock-in-modified-by-nobody',
    title: 'lastModifiedBy of clockIn names no user',
    imitates: 'a column that only updates set',
    caughtBy: ['TC-CLOCKIN-030'],
    hooks: storing('clockIn', (after) => ({ ...after, lastModifiedBy: nobody })),
  },
  {
    id: 'no-scope-may-do-all',
    title: 'a token without any scope is served',
    imitates: 'authentication without authorisation',
    caughtBy: ['TC-AUTH-010', 'TC-AUTH-002'],
    hooks: { permit: () => true },
  },
  {
    id: 'acts-as-refused',
    title: 'calls with the header MS-APP-ACTS-AS are refused',
    imitates: 'a gateway that lets pass known headers only',
    caughtBy: ['TC-AUTH-006'],
    hooks: {
      permit: (permitted, { received }) => permitted && received.headers['ms-app-acts-as'] === undefined,
    },
  },
  {
    id: 'create-modified-by-nobody',
    title: 'lastModifiedBy of create names no user',
    imitates: 'a column that only updates set',
    caughtBy: ['TC-CREATE-028'],
    hooks: storing('create', (after) => ({ ...after, lastModifiedBy: nobody })),
  },
  {
    id: 'acting-application-refused',
    title: 'an application token with MS-APP-ACTS-AS is refused',
    imitates: 'a header that was removed as soon as it was deprecated',
    caughtBy: ['TC-AUTH-011'],
    hooks: {
      permit: (permitted, { principal, received }) =>
        permitted && (principal.kind === 'user' || received.headers['ms-app-acts-as'] === undefined),
    },
  },
  {
    id: 'confirm-for-user-by-anybody',
    title: 'confirmForUser is open to users as well',
    imitates: 'a check of permissions that does not tell whose they are',
    caughtBy: ['TC-AUTH-008'],
    hooks: refusing([403], (reply, { operation, cardId }) =>
      operation === 'confirmForUser' ? instead(reply, 200, { id: cardId ?? '' }) : reply,
    ),
  },
  {
    id: 'teams-mixed',
    title: 'every team shows the cards of the first',
    imitates: 'a query that forgets the team',
    caughtBy: ['TC-GET-004', 'TC-LIST-011'],
    hooks: { receive: (received) => ({ ...received, path: received.path.replace(otherTeamId, teamId) }) },
  },
]);
