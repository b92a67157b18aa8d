import { Refusal } from '../../reference/refusal.ts';
import type { IdentitySet } from '../../reference/time-card.ts';
import { tokens } from '../../reference/tokens.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';
import { forbidden } from './outside-seams.ts';

/** The known token with the same claims, whoever signed it. */
function withSameClaims(authorization: string): string | undefined {
  const [, sent = ''] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  const claims = (token: string): string => token.split('.').slice(0, 2).join('.');
  return sent.split('.').length === 3 ? Object.values(tokens).find((one) => claims(one) === claims(sent)) : undefined;
}

/** Who called, who wrote, who confirmed, and who may: mixed up where more than one person has to do with a card. */
export const callerDefectsOfOutsiders: readonly Defect[] = [
  ...defects('identity', [
    {
      id: 'clocking-in-others-counts-as-being-in',
      title: 'who has clocked a colleague in cannot clock in: the open card of the other is taken for an own one',
      imitates: 'a look for an open card by who created it, which was the same until people clocked others in',
      breaches: 'timecard-clockin.md, Response: 201 Created, for somebody who has no open card',
      caughtBy: ['TC-CLOCKIN-038'],
      alike: 'shows only while a colleague is in whom the same person clocked in',
      hooks: {
        store: ({ before, after, call: { operation, user }, cards }) => {
          const isMaking = operation === 'clockIn' && before === undefined && user !== undefined;
          const isIn = [...cards.all()].some(
            ({ card }) => card.state !== 'clockedOut' && card.createdBy.user?.id === user?.id,
          );
          if (isMaking && isIn) throw new Refusal('Conflict', 'The user is already clocked in.');
          return after;
        },
      },
    },
    {
      id: 'owner-takes-over-creation',
      title: 'when the owner clocks out of a card that somebody else made for them, createdBy becomes the owner',
      imitates: 'a card that is claimed by its user on the first own write',
      breaches: 'timecard-clockin.md, example 2: createdBy is the one who called',
      caughtBy: ['TC-CLOCKOUT-008'],
      alike: 'shows only where the owner closes what somebody else made',
      hooks: storing('clockOut', (after, _before, { user, principal }) => {
        const own = user !== undefined && user.id === after.userId && principal.kind === 'user';
        return own && after.createdBy.user?.id !== user.id
          ? { ...after, createdBy: { application: null, device: null, user } }
          : after;
      }),
    },
    {
      id: 'end-break-credits-who-started-it',
      title: 'lastModifiedBy after endBreak is the one who started the break, where somebody else ends it',
      imitates: 'a break session that remembers its user and stamps with that',
      breaches: 'timecard-clockin.md, example 2: lastModifiedBy is the caller',
      caughtBy: ['TC-BREAK-026'],
      alike: 'shows only where two people start and end a break',
      hooks: () => {
        const starters = new Map<string, IdentitySet>();
        return storing(['startBreak', 'endBreak'], (after, _before, { operation }) => {
          if (operation === 'startBreak') starters.set(after.id, after.lastModifiedBy);
          return { ...after, lastModifiedBy: starters.get(after.id) ?? after.lastModifiedBy };
        });
      },
    },
    {
      id: 'confirm-of-card-made-for-me-counts-as-manager',
      title:
        'when a user confirms their own card that somebody else made for them, confirmedBy says manager and not user',
      imitates: 'a role decided by comparing the caller with the creator instead of the owner',
      breaches: 'beta timecard-confirmforuser.md, example: userId of the card confirms, "confirmedBy": "user"',
      caughtBy: ['TC-CONFIRM-023', 'TC-CONFIRM-010'],
      alike: 'shows only on cards that somebody else made',
      hooks: storing('confirm', (after, before, { user, principal }) => {
        const own = principal.kind === 'user' && user?.id === after.userId;
        if (!own || after.createdBy.user?.id === after.userId) return after;
        return { ...after, confirmedBy: before?.confirmedBy === 'user' ? 'user,manager' : 'manager' };
      }),
    },
    {
      id: 'moved-card-still-asks-first-owner',
      title:
        'after a replace has given a card to another user, confirm by that user counts as manager and by the former one as user',
      imitates: 'an owner that is denormalised into the approval table when the card is made',
      breaches: 'timecard-replace.md, example sends "userId"; CSDL: timeCard/userId',
      caughtBy: ['TC-CONFIRM-023'],
      alike: 'shows only after a replace that names another owner',
      hooks: () => {
        const owners = new Map<string, string>();
        return storing(['create', 'clockIn', 'confirm'], (after, before, { operation, user }) => {
          if (operation !== 'confirm') owners.set(after.id, after.userId);
          const first = owners.get(after.id);
          if (operation !== 'confirm' || first === undefined || first === after.userId) return after;
          const who = user?.id === first ? 'user' : 'manager';
          const had = before?.confirmedBy ?? 'none';
          return { ...after, confirmedBy: had === 'none' || had === who ? who : 'user,manager' };
        });
      },
    },
    {
      id: 'replace-believes-last-modified-by',
      title:
        "a replace that sends lastModifiedBy, as its example does, with somebody other than the caller, is kept as that person's change",
      imitates: 'mass assignment of a read-only member; harmless in the example, where both are one person',
      breaches: 'timecard-replace.md, example (lastModifiedBy is the caller)',
      caughtBy: ['TC-REPLACE-028'],
      alike: 'shows only where lastModifiedBy is sent',
      hooks: storing('replace', (after, _before, { body, team }) => {
        const sent = body['lastModifiedBy'];
        const named = isJsonObject(sent) && isJsonObject(sent['user']) ? sent['user']['id'] : undefined;
        const user = typeof named === 'string' ? team.members.get(named) : undefined;
        if (user === undefined) return after;
        const lastModifiedBy: IdentitySet = { application: null, device: null, user };
        return { ...after, lastModifiedBy };
      }),
    },
    {
      id: 'read-only-start-break-refused-but-done',
      title: 'startBreak with a token that may only read is answered 403, and the break is started all the same',
      imitates: 'a permission check after the work, on the way out, whose transaction nobody rolls back',
      breaches: 'timecard-startbreak.md, Permissions: "Delegated work/school: Schedule.ReadWrite.All"',
      caughtBy: ['TC-GEN-020'],
      alike: 'shows only where the token may read only',
      hooks: {
        permit: (permitted, { operation, principal }) =>
          permitted || (operation === 'startBreak' && principal.scopes.includes('Schedule.Read.All')),
        reply: (reply, { operation, principal }) =>
          operation === 'startBreak' && principal?.scopes.includes('Schedule.Read.All')
            ? forbidden(reply, 'Missing scope permissions on the request.')
            : reply,
      },
    },
    {
      id: 'token-with-broken-signature-reads',
      title:
        'a read with a token whose claims are right and whose signature is not is answered; writes refuse such a token with 401',
      imitates: 'JWT.decode for the cheap paths and JWT.verify for the others',
      breaches: 'timecard-get.md, Request headers: "Authorization | Bearer {token}. Required."',
      caughtBy: ['TC-AUTH-021'],
      alike: 'shows only in reads',
      hooks: {
        receive: (received) => {
          const known = withSameClaims(received.headers['authorization'] ?? '');
          if (received.method !== 'GET' || known === undefined) return received;
          return { ...received, headers: { ...received.headers, authorization: `Bearer ${known}` } };
        },
      },
    },
  ]),
  ...defects('sequence', [
    {
      id: 'clock-in-inherits-confirmation',
      title: 'the card of a clockIn starts with the confirmation of the card that the user had before',
      imitates: 'a new row copied from the last one of the user, with one column not reset',
      breaches: 'timecard-clockin.md, examples 1 and 2: "confirmedBy": "none"',
      caughtBy: ['TC-CLOCKIN-007'],
      alike: 'shows only after a card of the same user was confirmed',
      hooks: {
        store: ({ before, after, call, cards }) => {
          if (call.operation !== 'clockIn' || after === undefined || before !== undefined) return after;
          const last = [...cards.all()].findLast(({ card }) => card.userId === after.userId && card.id !== after.id);
          return { ...after, confirmedBy: last?.card.confirmedBy ?? 'none' };
        },
      },
    },
  ]),
  ...defects('beta', [
    {
      id: 'delegated-confirm-for-user-refused-but-done',
      title: 'confirmForUser with the token of a user is answered 403, and the card is confirmed all the same',
      imitates: 'an action filter that refuses after the controller has saved',
      breaches: 'beta timecard-confirmforuser.md, Permissions: "Delegated: Not supported."',
      caughtBy: ['TC-GEN-020'],
      version: 'beta',
      alike: 'shows only where a user calls confirmForUser',
      hooks: () => {
        let refused = false;
        let aimed = false;
        return {
          receive: (received) => {
            refused = false;
            aimed = received.method === 'POST' && /\/confirmForUser\/?$/i.test(received.path);
            return received;
          },
          identify: (principal) => {
            if (!aimed || principal?.kind !== 'user' || !principal.scopes.includes('Schedule.ReadWrite.All')) {
              return principal;
            }
            refused = true;
            return { ...principal, kind: 'application' };
          },
          ...storing('confirmForUser', (after) => ({
            ...after,
            lastModifiedBy: refused ? { ...after.lastModifiedBy, application: null } : after.lastModifiedBy,
          })),
          reply: (reply) =>
            refused && reply.status < 400 ? forbidden(reply, 'Delegated permissions are not supported.') : reply,
        };
      },
    },
  ]),
];
