import type { TimeCard } from '../reference/time-card.ts';
import { withBreaks, withEnd, withLastBreak, withStart } from './break-seams.ts';
import { defects } from './defect.ts';
import { answering, refusing, storing, withoutBody, withStatus } from './seams.ts';

const both = ['startBreak', 'endBreak'] as const;
const nobody = { application: null, device: null, user: null };

/** What startBreak and endBreak get wrong. */
export const breakDefects = [
  ...defects('status', [
    {
      id: 'start-break-201',
      title: 'startBreak answers 201',
      imitates: 'a handler that takes a break for a resource of its own',
      caughtBy: ['TC-BREAK-001'],
      hooks: answering('startBreak', (reply) => withStatus(reply, 201)),
    },
    {
      id: 'end-break-200',
      title: 'endBreak answers 200',
      imitates: 'the default status of OData actions',
      caughtBy: ['TC-BREAK-006'],
      hooks: answering('endBreak', (reply) => withStatus(reply, 200)),
    },
    {
      id: 'break-unknown-204',
      title: 'startBreak and endBreak of an unknown card answer 204',
      imitates: 'a mock that matches the path pattern and looks no further',
      caughtBy: ['TC-BREAK-012'],
      hooks: refusing([404], (reply, { operation }) =>
        both.some((one) => one === operation) ? withoutBody(withStatus(reply, 204)) : reply,
      ),
    },
  ]),
  ...defects('state', [
    {
      id: 'start-break-state-unchanged',
      title: 'startBreak adds the break and leaves the state clockedIn',
      imitates: 'a state that only clockIn and clockOut set',
      caughtBy: ['TC-BREAK-002'],
      hooks: storing('startBreak', (after) => ({ ...after, state: 'clockedIn' })),
    },
    {
      id: 'end-break-state-unchanged',
      title: 'endBreak ends the break and leaves the state onBreak',
      imitates: 'a state that is set on the way in only',
      caughtBy: ['TC-BREAK-007'],
      hooks: storing('endBreak', (after) => ({ ...after, state: 'onBreak' })),
    },
    {
      id: 'start-break-flips-state-only',
      title: 'startBreak sets the state and adds no break',
      imitates: 'a mock that only flips the state',
      caughtBy: ['TC-BREAK-003'],
      hooks: storing('startBreak', (after, before) => withBreaks(after, () => before?.breaks ?? [])),
    },
    {
      id: 'break-ends-at-once',
      title: 'a break has an end as soon as it starts',
      imitates: 'breaks of a fixed length',
      caughtBy: ['TC-BREAK-003'],
      alike: 'has a break to show, and only its end is too early',
      hooks: storing('startBreak', (after) => withLastBreak(after, (one) => ({ ...one, end: one.start }))),
    },
    {
      id: 'second-break-overwrites-first',
      title: 'a second break takes the place of the first',
      imitates: 'a card with room for one break',
      caughtBy: ['TC-BREAK-023', 'TC-BREAK-003'],
      hooks: storing('startBreak', (after) => withBreaks(after, (breaks) => breaks.slice(-1))),
    },
    {
      id: 'end-break-ends-all',
      title: 'endBreak sets the end of every break',
      imitates: 'an update without a condition',
      caughtBy: ['TC-BREAK-023'],
      hooks: storing('endBreak', (after) =>
        withBreaks(after, (breaks) => {
          const end = breaks.at(-1)?.end ?? null;
          return breaks.map((one) => ({ ...one, end }));
        }),
      ),
    },
    {
      id: 'end-break-adds-another',
      title: 'endBreak adds a break of its own and ends that',
      imitates: 'a table of events in which each call is a row',
      caughtBy: ['TC-BREAK-008'],
      hooks: storing('endBreak', (after, before) =>
        withBreaks(after, (breaks) => [...(before?.breaks ?? []), ...breaks.slice(-1)]),
      ),
    },
    {
      id: 'end-break-new-id',
      title: 'endBreak gives the break a new id',
      imitates: 'a row that is deleted and inserted again',
      caughtBy: ['TC-BREAK-008'],
      hooks: storing('endBreak', (after) => withLastBreak(after, (one) => ({ ...one, breakId: `${one.breakId}-2` }))),
    },
    {
      id: 'break-confirms',
      title: 'startBreak and endBreak confirm the card for its user',
      imitates: 'a handler that counts every call as a confirmation',
      caughtBy: ['TC-BREAK-030'],
      hooks: storing(both, (after) => ({ ...after, confirmedBy: 'user' })),
    },
  ]),
  ...defects('fields', [
    {
      id: 'start-break-notes-dropped',
      title: 'notes of startBreak are not kept',
      imitates: 'a handler written for clockIn first',
      caughtBy: ['TC-BREAK-004'],
      hooks: storing('startBreak', (after) => withStart(after, (start) => ({ ...start, notes: null }))),
    },
    {
      id: 'end-break-notes-dropped',
      title: 'notes of endBreak are not kept',
      imitates: 'an end that is no more than a time',
      caughtBy: ['TC-BREAK-009'],
      hooks: storing('endBreak', (after) => withEnd(after, (end) => ({ ...end, notes: null }))),
    },
    {
      id: 'break-notes-of-break',
      title: 'notes of startBreak become the notes of the break',
      imitates: 'the wrong one of two fields of the same name',
      caughtBy: ['TC-BREAK-016'],
      hooks: storing('startBreak', (after) => withLastBreak(after, (one) => ({ ...one, notes: one.start.notes }))),
    },
    {
      id: 'end-break-notes-of-start',
      title: 'endBreak without notes takes those of the start',
      imitates: 'an end that begins as a copy of the start',
      caughtBy: ['TC-BREAK-029'],
      hooks: storing('endBreak', (after) =>
        withLastBreak(after, (one) => ({
          ...one,
          end: one.end && { ...one.end, notes: one.end.notes ?? one.start.notes },
        })),
      ),
    },
    {
      id: 'break-notes-of-card',
      title: 'notes of startBreak become the notes of the card',
      imitates: 'one field for all notes',
      caughtBy: ['TC-BREAK-022'],
      hooks: storing('startBreak', (after) => ({ ...after, notes: after.breaks.at(-1)?.start.notes ?? after.notes })),
    },
    {
      id: 'break-id-missing',
      title: 'a break has an empty id',
      imitates: 'ids that only the list knows',
      caughtBy: ['TC-BREAK-005'],
      hooks: storing('startBreak', (after) => withLastBreak(after, (one) => ({ ...one, breakId: '' }))),
    },
    {
      id: 'start-break-location-dropped',
      title: 'isAtApprovedLocation of startBreak is not kept',
      imitates: 'a handler written for clockIn first',
      caughtBy: ['TC-BREAK-015'],
      hooks: storing('startBreak', (after) => withStart(after, (start) => ({ ...start, isAtApprovedLocation: null }))),
    },
    {
      id: 'end-break-location-dropped',
      title: 'isAtApprovedLocation of endBreak is not kept',
      imitates: 'an end that is no more than a time',
      caughtBy: ['TC-BREAK-017'],
      hooks: storing('endBreak', (after) => withEnd(after, (end) => ({ ...end, isAtApprovedLocation: null }))),
    },
    {
      id: 'original-without-breaks',
      title: 'originalEntry of a clocked card has no breaks',
      imitates: 'an original entry of the two events only',
      caughtBy: ['TC-BREAK-011'],
      hooks: storing('clockOut', withoutOriginalBreaks),
    },
    {
      id: 'start-break-changes-clock-in',
      title: 'startBreak moves the clock-in to its own time',
      imitates: 'one column for the last time',
      caughtBy: ['TC-BREAK-020'],
      hooks: storing('startBreak', (after) => {
        const { clockInEvent, breaks } = after;
        const dateTime = breaks.at(-1)?.start.dateTime;
        return { ...after, clockInEvent: clockInEvent && dateTime ? { ...clockInEvent, dateTime } : clockInEvent };
      }),
    },
    {
      id: 'start-break-creator',
      title: 'startBreak forgets who created the card',
      imitates: 'one field for creator and modifier',
      caughtBy: ['TC-BREAK-020'],
      alike: 'changes who made the card, the other one when it began',
      hooks: storing('startBreak', (after) => ({ ...after, createdBy: nobody })),
    },
    {
      id: 'end-break-new-creation',
      title: 'endBreak sets createdDateTime anew',
      imitates: 'a card that is written as a whole',
      caughtBy: ['TC-BREAK-021'],
      hooks: storing('endBreak', (after) => ({ ...after, createdDateTime: after.lastModifiedDateTime })),
    },
  ]),
];

function withoutOriginalBreaks(card: TimeCard): TimeCard {
  return { ...card, originalEntry: { ...card.originalEntry, breaks: [] } };
}
