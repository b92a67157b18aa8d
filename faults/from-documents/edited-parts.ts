import type { FaultHooks } from '../../reference/fault.ts';
import { withEachTime } from './body-parts.ts';
import { Refusal } from '../../reference/refusal.ts';
import type { IdentitySet, TimeCard } from '../../reference/time-card.ts';
import { tokens } from '../../reference/tokens.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { withBreaks } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { reading, storing } from '../seams.ts';
import { option } from './page-seams.ts';

const replaced = 'timecard-replace.md, Request body: "JSON representation of a timeCard"';

/** The breaks of the card, each with the break that it was before, if it was there. */
function eachBreak(
  after: TimeCard,
  before: TimeCard | undefined,
  change: (now: TimeCard['breaks'][number], then: TimeCard['breaks'][number]) => TimeCard['breaks'][number],
): TimeCard {
  return withBreaks(after, (breaks) =>
    breaks.map((one) => {
      const then = before?.breaks.find(({ breakId }) => breakId === one.breakId);
      return then === undefined ? one : change(one, then);
    }),
  );
}

function asUser(user: IdentitySet['user']): IdentitySet {
  return { application: null, device: null, user };
}

/** Whoever an application acted for is taken for the writer of what it does next. */
function remembersActing(): FaultHooks {
  let named: string | undefined;
  return {
    receive: (received) => {
      named = received.headers['ms-app-acts-as'] ?? named;
      return received;
    },
    store: ({ after, call }) => {
      const user = call.team.members.get(named ?? '');
      const isForNobody = call.principal.kind === 'application' && call.user === undefined;
      return after !== undefined && user !== undefined && isForNobody
        ? { ...after, lastModifiedBy: asUser(user) }
        : after;
    },
  };
}

function identity(value: Json | undefined): IdentitySet | undefined {
  return isJsonObject(value) ? (value as unknown as IdentitySet) : undefined;
}

/** What becomes of an edit of one part, of what follows it, and of who is taken for its author. */
export const editedPartDefects: readonly Defect[] = [
  ...defects('state', [
    {
      id: 'replace-in-whole-seconds',
      title: 'replace cuts the fraction of a second off',
      imitates: 'a column of a database that holds whole seconds',
      breaches: 'TC-REPLACE-026, a SHOULD: get shows the times that were sent to the millisecond',
      caughtBy: ['TC-REPLACE-026'],
      alike: 'as create-in-whole-seconds, of the other operation',
      hooks: reading('replace', (body) => withEachTime(body, (text) => text.replace(/\.\d+/, ''))),
    },
    {
      id: 'replace-onto-break-stays-clocked-in',
      title: 'a card that is clocked in and replaced with an open break stays clockedIn',
      imitates: 'a state that only startBreak sets',
      breaches: 'beta timecard-post.md, example: an open break and "state": "onBreak"; timecard-replace.md',
      caughtBy: ['TC-REPLACE-027'],
      hooks: storing('replace', (after, before) =>
        before?.state !== 'onBreak' && after.state === 'onBreak' ? { ...after, state: 'clockedIn' } : after,
      ),
    },
    {
      id: 'replace-off-break-stays-on-break',
      title: 'a card whose open break a replace takes away stays onBreak',
      imitates: 'a state that only endBreak resets',
      breaches: 'resources/timecard.md, state and the method endBreak: "End the open timeCardBreak"',
      caughtBy: ['TC-SHAPE-012', 'TC-REPLACE-027'],
      alike: 'the break is gone and was not ended: no later step knows what it should end',
      hooks: storing('replace', (after, before) =>
        before?.state === 'onBreak' && after.state === 'clockedIn' ? { ...after, state: 'onBreak' } : after,
      ),
    },
  ]),
  ...defects('identity', [
    {
      id: 'replace-believes-created-by',
      title: 'replace takes createdBy from the body, as whoever reads, changes and writes a card sends it',
      imitates: 'a body that is copied over the row with all that it holds',
      breaches: 'resources/timecard.md, createdBy: the identity of who created the card',
      caughtBy: ['TC-REPLACE-028'],
      hooks: storing('replace', (after, _before, { body }) => ({
        ...after,
        createdBy: identity(body['createdBy']) ?? after.createdBy,
      })),
    },
    {
      id: 'replace-of-notes-not-modified',
      title: 'lastModifiedDateTime stays where a replace changes nothing but the notes of the card',
      imitates: 'a time stamp of the table of entries, beside which the notes have a table of their own',
      breaches: 'resources/timecard.md, lastModifiedDateTime: "The timestamp in which the timeCard was last modified."',
      caughtBy: ['TC-REPLACE-031'],
      hooks: storing('replace', (after, before) => {
        const entry = (card: TimeCard) => JSON.stringify([card.clockInEvent, card.clockOutEvent, card.breaks]);
        return before === undefined || entry(before) !== entry(after)
          ? after
          : { ...after, lastModifiedDateTime: before.lastModifiedDateTime };
      }),
    },
    {
      id: 'application-goes-on-as-user',
      title: 'what an application writes without MS-APP-ACTS-AS is by the user whom it named before',
      imitates: 'an impersonated user in a session that outlives its request',
      breaches: 'timecard-clockout.md, Request headers: MS-APP-ACTS-AS, a header of the request',
      caughtBy: ['TC-AUTH-019'],
      hooks: remembersActing,
    },
    {
      id: 'clock-in-trusts-forwarded-user',
      title: 'clockIn clocks in whom the header X-User-Id names',
      imitates: 'a service that trusts what only its gateway should set',
      breaches: 'timecard-clockin.md, Permissions: delegated, the signed-in user; Request body: onBehalfOfUserId',
      caughtBy: ['TC-AUTH-020'],
      hooks: {
        store: ({ before, after, call }) => {
          const user = call.team.members.get(call.received.headers['x-user-id'] ?? '');
          return before === undefined && after !== undefined && user !== undefined
            ? { ...after, userId: user.id, createdBy: asUser(user) }
            : after;
        },
      },
    },
    {
      id: 'token-without-signature-writes',
      title: 'a token without its signature counts like the one with it',
      imitates: 'a library of tokens that takes alg none',
      breaches: 'concepts/errors.md, 401: "Required authentication information is either missing or not valid"',
      caughtBy: ['TC-AUTH-021'],
      hooks: {
        receive: (received) => {
          const claims = /^Bearer (.+)\.$/i.exec(received.headers['authorization'] ?? '')?.[1];
          const token = Object.values(tokens).find((one) => one.startsWith(`${claims}.`));
          return token === undefined
            ? received
            : { ...received, headers: { ...received.headers, authorization: `Bearer ${token}` } };
        },
      },
    },
  ]),
  ...defects('fields', [
    {
      id: 'replace-null-keeps-notes-of-break',
      title: 'null for the notes of a break, or of its events, leaves the old ones in a replace',
      imitates: 'a merge of rows that skips nulls',
      breaches: `${replaced}; beta timecard-replace.md, example: "notes": null in a break`,
      caughtBy: ['TC-REPLACE-029'],
      hooks: storing('replace', (after, before) =>
        eachBreak(after, before, (now, then) => ({ ...now, notes: now.notes ?? then.notes })),
      ),
    },
    {
      id: 'replace-null-keeps-place-of-break',
      title: 'null for the place where a break began leaves true in a replace',
      imitates: '`value ?? old`',
      breaches: `${replaced}; beta timecard-replace.md, example: "atApprovedLocation": null`,
      caughtBy: ['TC-REPLACE-030'],
      hooks: storing('replace', (after, before) =>
        eachBreak(after, before, (now, then) => ({
          ...now,
          start: {
            ...now.start,
            isAtApprovedLocation: now.start.isAtApprovedLocation ?? then.start.isAtApprovedLocation,
          },
        })),
      ),
    },
    {
      id: 'end-break-notes-become-those-of-break',
      title: 'endBreak overwrites the notes of the break itself with those of its end',
      imitates: 'one column for what belongs to the break and to its end',
      breaches: 'timecard-endbreak.md, Request body: "Notes for the end of the break."',
      caughtBy: ['TC-BREAK-033'],
      hooks: storing('endBreak', (after, before) =>
        eachBreak(after, before, (now, then) =>
          then.end === null && now.notes !== null ? { ...now, notes: now.end?.notes ?? null } : now,
        ),
      ),
    },
  ]),
  ...defects('paging', [
    {
      id: 'top-refused',
      title: 'a list with $top is refused with 400',
      imitates: 'a list of allowed options that nobody filled in',
      breaches: 'schedule-list-timecards.md, Optional query parameters: $top',
      caughtBy: ['TC-LIST-026'],
      hooks: {
        look: (cards, { operation, received }) => {
          if (operation === 'list' && option(received, '$top') !== undefined)
            throw new Refusal('BadRequest', 'The query option $top is not supported.');
          return cards;
        },
      },
    },
  ]),
  ...defects('beta', [
    {
      id: 'replace-refuses-printed-breaks',
      title: 'in beta a replace with breaks is refused with 400',
      imitates: 'a validator made from the table of v1.0, whose example has no breaks',
      breaches: 'beta timecard-replace.md, example: breaks in the request, and "204 No Content"',
      caughtBy: ['TC-REPLACE-032'],
      version: 'beta',
      hooks: reading('replace', (body) => {
        if (Array.isArray(body['breaks']) && body['breaks'].length > 0)
          throw new Refusal('BadRequest', 'Breaks cannot be replaced.');
        return body;
      }),
    },
    {
      id: 'confirm-for-user-is-always-user',
      title: 'confirmForUser that names a manager confirms as the user of the card',
      imitates: 'an action that sets the flag after which it is named',
      breaches: 'beta timecard-confirmforuser.md, Request body: "The ID of the user that confirms the timeCard."',
      caughtBy: ['TC-CONFIRM-025'],
      version: 'beta',
      hooks: storing('confirmForUser', (after, before) =>
        before?.confirmedBy === 'none' ? { ...after, confirmedBy: 'user' } : after,
      ),
    },
  ]),
];
