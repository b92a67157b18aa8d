import { isDeepStrictEqual } from 'node:util';
import type { TimeCard } from '../reference/time-card.ts';
import { withBreaks } from './break-seams.ts';
import { defects } from './defect.ts';
import { answering, hour, instead, moved, refusing, storing, withEvent, withoutBody, withStatus } from './seams.ts';

const nobody = { application: null, device: null, user: null };

/** What replace gets wrong. */
export const replaceDefects = [
  ...defects('status', [
    {
      id: 'replace-201',
      title: 'replace answers 201',
      imitates: 'a PUT that may create',
      caughtBy: ['TC-REPLACE-001'],
      hooks: answering('replace', (reply) => withStatus(reply, 201)),
    },
    {
      id: 'replace-200-with-card',
      title: 'replace answers 200 with the card',
      imitates: 'the method table of the resource page, which names a return type',
      caughtBy: ['TC-REPLACE-001'],
      alike: 'sends a body where none belongs, and not only another number',
      hooks: () => {
        let stored: object = {};
        return {
          store: ({ after }) => ((stored = after ?? {}), after),
          ...answering('replace', (reply) => instead(reply, 200, { ...stored })),
        };
      },
    },
    {
      id: 'replace-unknown-204',
      title: 'replace of an unknown card answers 204',
      imitates: 'an upsert',
      caughtBy: ['TC-REPLACE-006'],
      hooks: refusing([404], (reply, { operation }) =>
        operation === 'replace' ? withoutBody(withStatus(reply, 204)) : reply,
      ),
    },
  ]),
  ...defects('fields', [
    {
      id: 'replace-not-kept',
      title: 'replace answers 204 and changes nothing but the notes of the card',
      imitates: 'a form of which one field is saved',
      caughtBy: ['TC-REPLACE-002'],
      hooks: storing('replace', (after, before) => (before ? { ...before, notes: after.notes } : after)),
    },
    {
      id: 'replace-swaps-events',
      title: 'replace takes the clock-out for the clock-in',
      imitates: 'two parameters in the wrong order',
      caughtBy: ['TC-REPLACE-002'],
      hooks: storing('replace', (after) => ({ ...after, clockInEvent: after.clockOutEvent ?? after.clockInEvent })),
    },
    {
      id: 'replace-edits-original',
      title: 'replace changes originalEntry as well',
      imitates: 'an original entry that is a view of the entry',
      caughtBy: ['TC-REPLACE-003'],
      hooks: storing('replace', (after) => ({ ...after, originalEntry: entryOf(after) })),
    },
    {
      id: 'second-replace-edits-original',
      title: 'from the second replace on, originalEntry is the entry as it is now',
      imitates: 'an original that is written once, if there is none yet, and follows the entry afterwards',
      caughtBy: ['TC-REPLACE-003'],
      alike: 'a first edit keeps the original entry as it should',
      hooks: storing('replace', (after, before) => {
        const isEdited = before !== undefined && !isDeepStrictEqual(before.originalEntry, entryOf(before));
        return isEdited ? { ...after, originalEntry: entryOf(after) } : after;
      }),
    },
    {
      id: 'replace-creator',
      title: 'replace loses createdBy',
      imitates: 'a card that is written as it was sent',
      caughtBy: ['TC-REPLACE-004'],
      hooks: storing('replace', (after) => ({ ...after, createdBy: nobody })),
    },
    {
      id: 'replace-new-creation',
      title: 'replace sets createdDateTime anew',
      imitates: 'a row that is deleted and inserted again',
      caughtBy: ['TC-REPLACE-004'],
      alike: 'loses when the card was made, the other who made it',
      hooks: storing('replace', (after) => ({ ...after, createdDateTime: after.lastModifiedDateTime })),
    },
    {
      id: 'replace-notes-dropped',
      title: 'replace does not keep the notes of the card',
      imitates: 'an edit of times only',
      caughtBy: ['TC-REPLACE-008'],
      hooks: storing('replace', (after, before) => ({ ...after, notes: before?.notes ?? null })),
    },
    {
      id: 'replace-event-notes-dropped',
      title: 'replace does not keep the notes of events',
      imitates: 'an edit of times only',
      caughtBy: ['TC-REPLACE-010'],
      hooks: storing('replace', (after) => withEvent(after, 'clockInEvent', (event) => ({ ...event, notes: null }))),
    },
    {
      id: 'replace-location-dropped',
      title: 'replace does not keep isAtApprovedLocation',
      imitates: 'a flag that only a phone may set',
      caughtBy: ['TC-REPLACE-011'],
      hooks: storing('replace', (after) =>
        withEvent(after, 'clockOutEvent', (event) => ({ ...event, isAtApprovedLocation: null })),
      ),
    },
    {
      id: 'replace-drops-breaks',
      title: 'replace does not keep the breaks that were sent',
      imitates: 'an edit of the two events only',
      caughtBy: ['TC-REPLACE-012'],
      hooks: storing('replace', (after) => withBreaks(after, () => [])),
    },
    {
      id: 'replace-adds-breaks',
      title: 'replace adds the breaks that were sent twice',
      imitates: 'a merge that does not know its own rows again',
      caughtBy: ['TC-REPLACE-020'],
      hooks: storing('replace', (after) =>
        withBreaks(after, (breaks) => [...breaks, ...breaks.map((one) => ({ ...one, breakId: `${one.breakId}-2` }))]),
      ),
    },
    {
      id: 'replace-break-location-dropped',
      title: 'replace does not keep isAtApprovedLocation of breaks',
      imitates: 'breaks that are a start and an end and nothing else',
      caughtBy: ['TC-REPLACE-023'],
      hooks: storing('replace', (after) =>
        withBreaks(after, (breaks) =>
          breaks.map((one) => ({ ...one, start: { ...one.start, isAtApprovedLocation: null } })),
        ),
      ),
    },
    {
      id: 'replace-new-break-ids',
      title: 'replace gives the breaks that were sent new ids',
      imitates: 'rows that are deleted and inserted again',
      caughtBy: ['TC-REPLACE-024'],
      hooks: storing('replace', (after) =>
        withBreaks(after, (breaks) => breaks.map((one) => ({ ...one, breakId: `${one.breakId}-2` }))),
      ),
    },
    {
      id: 'replace-sorts-breaks-not-ids',
      title: 'replace sorts the breaks by time and leaves the ids where they were',
      imitates: 'two lists that are sorted one without the other',
      caughtBy: ['TC-REPLACE-024'],
      alike: 'breaks that are sent in the order of their times keep their ids',
      hooks: storing('replace', (after) =>
        withBreaks(after, (breaks) => {
          const sorted = breaks.toSorted((one, other) => one.start.dateTime.localeCompare(other.start.dateTime));
          return sorted.map((one, index) => ({ ...one, breakId: breaks[index]?.breakId ?? one.breakId }));
        }),
      ),
    },
    {
      id: 'replace-keeps-state',
      title: 'a replaced card is clockedIn',
      imitates: 'a state that every written card starts with',
      caughtBy: ['TC-REPLACE-013'],
      hooks: storing('replace', (after) => ({ ...after, state: 'clockedIn' })),
    },
  ]),
  ...defects('identity', [
    {
      id: 'replace-other-owner',
      title: 'a replaced card belongs to somebody else',
      imitates: 'the user of a service account that edits for all',
      caughtBy: ['TC-REPLACE-015'],
      hooks: storing('replace', (after) => ({ ...after, userId: '00000000-0000-4000-8000-000000000001' })),
    },
    {
      id: 'replace-modified-by-nobody',
      title: 'lastModifiedBy after replace names no user',
      imitates: 'a job in the background that edits cards',
      caughtBy: ['TC-REPLACE-014'],
      hooks: storing('replace', (after) => ({ ...after, lastModifiedBy: nobody })),
    },
    {
      id: 'replace-takes-modified-back',
      title: 'replace sets lastModifiedDateTime an hour back',
      imitates: 'two clocks of which one is wrong',
      caughtBy: ['TC-REPLACE-009'],
      hooks: storing('replace', (after) => ({
        ...after,
        lastModifiedDateTime: moved(after.lastModifiedDateTime, -hour),
      })),
    },
  ]),
];

function entryOf({ clockInEvent, clockOutEvent, breaks }: TimeCard): TimeCard['originalEntry'] {
  return { clockInEvent, clockOutEvent, breaks };
}
