import { Refusal } from '../../reference/refusal.ts';
import { defects } from '../defect.ts';
import { answering, reading, storing, withEvent } from '../seams.ts';

/** What clockIn gets wrong for some requests only. */
export const documentClockInDefects = [
  ...defects('status', [
    {
      id: 'clock-in-on-behalf-200',
      title: 'clockIn with onBehalfOfUserId answers 200 instead of 201',
      imitates: 'a second handler for the manager that keeps the default status',
      breaches: 'timecard-clockin.md, Example 2: "HTTP/1.1 201 Created"',
      caughtBy: ['TC-CLOCKIN-001'],
      alike: 'shows only where a manager clocks somebody else in',
      hooks: answering('clockIn', (reply, { body }) =>
        typeof body?.['onBehalfOfUserId'] === 'string' ? { ...reply, status: 200 } : reply,
      ),
    },
  ]),
  ...defects('errors', [
    {
      id: 'clock-in-note-needs-location',
      title: 'clockIn with notes and without isAtApprovedLocation is refused',
      imitates: 'a rule of validation that makes two optional parameters depend on each other',
      breaches: 'CSDL, Action clockIn: "Parameter Name=isAtApprovedLocation Type=Edm.Boolean", without Nullable=false',
      caughtBy: ['TC-CLOCKIN-001'],
      alike: 'refuses a part of the calls; all that are accepted get the right status',
      hooks: reading('clockIn', (body) => {
        const located = (body['isAtApprovedLocation'] ?? body['atApprovedLocation'] ?? null) !== null;
        if (located || (body['notes'] ?? null) === null) return body;
        throw new Refusal('BadRequest', 'Notes need a location.');
      }),
    },
  ]),
  ...defects('identity', [
    {
      id: 'clock-in-null-on-behalf-owner',
      title: 'clockIn with onBehalfOfUserId null makes a card of the user "null"',
      imitates: 'a null that is written into text',
      breaches: 'CSDL, Action clockIn: onBehalfOfUserId is nullable; dossier d: without one the userId is the caller',
      caughtBy: ['TC-CLOCKIN-018'],
      hooks: storing('clockIn', (after, _before, { body }) =>
        body['onBehalfOfUserId'] === null ? { ...after, userId: 'null' } : after,
      ),
    },
    {
      id: 'clock-in-application-ignores-on-behalf',
      title: 'clockIn by an application makes a card of the application, whomever it names',
      imitates: 'an owner that is always taken from the token',
      breaches: 'timecard-clockin.md, Request body: "The ID of the user you are clocking in on behalf of."',
      caughtBy: ['TC-CLOCKIN-020'],
      alike: 'needs an application that clocks a user in',
      hooks: storing('clockIn', (after, _before, { principal, user }) =>
        principal.kind === 'application' ? { ...after, userId: user?.id ?? principal.identity.id } : after,
      ),
    },
    {
      id: 'clock-in-sticky-on-behalf',
      title: 'clockIn without onBehalfOfUserId takes the one of the same caller from the call before',
      imitates: 'a default that is kept in the session',
      breaches: 'timecard-clockin.md, Example 1: "userId": the caller, where no onBehalfOfUserId is sent',
      caughtBy: ['TC-CLOCKIN-018'],
      alike: 'needs a call on behalf of somebody just before the one that goes wrong',
      hooks: () => {
        const named = new Map<string, string>();
        return storing('clockIn', (after, _before, { principal, body }) => {
          const caller = principal.identity.id;
          const before = named.get(caller);
          named.delete(caller);
          const now = body['onBehalfOfUserId'];
          if (typeof now === 'string') named.set(caller, now);
          return typeof now === 'string' || before === undefined ? after : { ...after, userId: before };
        });
      },
    },
    {
      id: 'clock-in-identity-of-call-before',
      title: 'createdBy of clockIn names who wrote before, where that was somebody else',
      imitates: 'the identity of a request that is kept in a static field and set too late',
      breaches: 'timecard-clockin.md, Examples: "createdBy": { "user": the caller }',
      caughtBy: ['TC-CLOCKIN-019'],
      hooks: () => {
        let previous: { readonly id: string; readonly displayName: string } | undefined;
        return {
          store: ({ before, after, call }) => {
            const writer = previous;
            previous = call.user;
            if (call.operation !== 'clockIn' || before || !after || !writer || writer.id === call.user?.id)
              return after;
            return { ...after, createdBy: { ...after.createdBy, user: writer } };
          },
        };
      },
    },
  ]),
  ...defects('fields', [
    {
      id: 'clock-in-on-behalf-note-lost',
      title: 'clockIn on behalf of another user drops the notes',
      imitates: 'a call that is rewritten for the other user with half of its parameters',
      breaches: 'timecard-clockin.md, Request body: "Notes for the clock in."',
      caughtBy: ['TC-CLOCKIN-008'],
      hooks: storing('clockIn', (after, _before, { body }) =>
        typeof body['onBehalfOfUserId'] === 'string'
          ? withEvent(after, 'clockInEvent', (event) => ({ ...event, notes: null }))
          : after,
      ),
    },
  ]),
];
