import type { FaultHooks } from '../../reference/fault.ts';
import { withBreaks } from '../break-seams.ts';
import { defects } from '../defect.ts';
import { storing, withEvent } from '../seams.ts';
import { onOldCopy } from './old-copy.ts';
import { ledToCard } from './other-card.ts';

/** What clockOut gets wrong where a card has a past, or where somebody else closes it. */
export const documentClockOutDefects = [
  ...defects('identity', [
    {
      id: 'clock-out-modified-by-owner',
      title: 'lastModifiedBy after clockOut is the owner of the card, also where somebody else closed it',
      imitates: 'a stamp that is taken from the card and not from the token',
      breaches: 'beta timecard-list.md, Example, second card: lastModifiedBy is neither userId nor createdBy',
      caughtBy: ['TC-CLOCKOUT-023'],
      alike: 'needs somebody other than the owner to clock out',
      hooks: storing('clockOut', (after, _before, { team }) => ({
        ...after,
        lastModifiedBy: { ...after.lastModifiedBy, user: team.members.get(after.userId) ?? null },
      })),
    },
    {
      id: 'clock-out-creator-becomes-closer',
      title: 'createdBy becomes who closes the card',
      imitates: 'an insert-or-update that sets both stamps',
      breaches: 'beta timecard-list.md, Example: createdBy stays while lastModifiedBy is another',
      caughtBy: ['TC-CLOCKOUT-008'],
      hooks: storing('clockOut', (after) => ({ ...after, createdBy: after.lastModifiedBy })),
    },
    {
      id: 'clock-out-owner-becomes-closer',
      title: "a card that somebody else closes becomes that one's card",
      imitates: 'a userId that is filled from the token at each write',
      breaches: 'beta timecard-list.md, Example, second card: userId differs from lastModifiedBy',
      caughtBy: ['TC-CLOCKOUT-008'],
      alike: 'gives the card another owner, the other another maker',
      hooks: storing('clockOut', (after, _before, { user }) => ({ ...after, userId: user?.id ?? after.userId })),
    },
  ]),
  ...defects('fields', [
    {
      id: 'clock-out-note-fills-clock-in',
      title: 'a clock-in without notes gets those of the clock-out',
      imitates: 'notes that are written to the first empty place',
      breaches: 'timecard-clockout.md, Request body: "Notes for the clock out."',
      caughtBy: ['TC-CLOCKOUT-008'],
      alike: 'needs a clockOut with notes of a card whose clockIn had none',
      hooks: storing('clockOut', (after) =>
        withEvent(after, 'clockInEvent', (event) => ({
          ...event,
          notes: event.notes ?? after.clockOutEvent?.notes ?? null,
        })),
      ),
    },
    {
      id: 'clock-out-original-html-stripped',
      title: 'originalEntry holds an HTML note of clockOut without its tags',
      imitates: 'an audit log of plain text',
      breaches: 'schedule-list-timecards.md, Example, first card: originalEntry.clockOutEvent repeats clockOutEvent',
      caughtBy: ['TC-CLOCKOUT-010'],
      alike: 'needs a note in HTML; one in plain text is copied faithfully',
      hooks: storing('clockOut', (after) => {
        const original = after.originalEntry.clockOutEvent;
        if (original?.notes?.contentType !== 'html') return after;
        const content = (original.notes.content ?? '').replaceAll(/<[^>]*>/g, '');
        const clockOutEvent = { ...original, notes: { contentType: 'text', content } } as const;
        return { ...after, originalEntry: { ...after.originalEntry, clockOutEvent } };
      }),
    },
    {
      id: 'clock-out-minute-after-break',
      title: 'clockOut of a card with a break notes the minute only',
      imitates: 'a sum of working time that is written back in minutes',
      breaches: 'timecard-clockout.md; schedule-list-timecards.md, Example: "2025-01-07T19:43:54.555Z" after a break',
      caughtBy: ['TC-CLOCKOUT-016', 'TC-BREAK-018'],
      alike: 'needs a break before the end, and is wrong by less than a minute',
      hooks: storing('clockOut', (after) =>
        after.breaks.length === 0
          ? after
          : withEvent(after, 'clockOutEvent', (event) => ({ ...event, dateTime: `${event.dateTime.slice(0, 17)}00Z` })),
      ),
    },
    {
      id: 'clock-out-by-application-not-modified',
      title: 'clockOut by an application leaves lastModifiedDateTime and lastModifiedBy as they were',
      imitates: 'stamps that are set for users who signed in only',
      breaches: 'changetrackedentity.md: lastModifiedDateTime; schedule-list-timecards.md: it is that of the clock-out',
      caughtBy: ['TC-CLOCKOUT-020', 'TC-CLOCKOUT-023'],
      alike: 'needs an application that clocks out; for a user the stamp moves',
      hooks: storing('clockOut', (after, before, { principal }) =>
        before && principal.kind === 'application'
          ? { ...after, lastModifiedDateTime: before.lastModifiedDateTime, lastModifiedBy: before.lastModifiedBy }
          : after,
      ),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'clock-out-keeps-last-break',
      title: 'clockOut of a card with several breaks keeps the last one only',
      imitates: 'a record that knows a current break and no list',
      breaches: 'timecard.md: breaks "The list of breaks associated with the timeCard."',
      caughtBy: ['TC-CLOCKOUT-021'],
      alike: 'needs two breaks; a card with one loses nothing',
      hooks: storing('clockOut', (after) => withBreaks(after, (breaks) => breaks.slice(-1))),
    },
  ]),
  ...defects('sequence', [
    {
      id: 'clock-out-after-replace-old-copy',
      title: 'clockOut of a replaced card closes it as it was before the replace',
      imitates: 'a cache that a replace does not empty',
      breaches: 'timecard-replace.md: "Replace an existing timeCard with updated values."',
      caughtBy: ['TC-CLOCKOUT-008'],
      hooks: () => onOldCopy('clockOut'),
    },
  ]),
  ...defects('isolation', [
    {
      id: 'clock-out-closes-latest-open',
      title: 'clockOut closes the card of the team that was opened last, whichever it names',
      imitates: 'a look-up of the open card that leaves the id aside',
      breaches: 'timecard-clockout.md, HTTP request: ".../timeCards/{timeCardId}/clockOut"',
      caughtBy: ['TC-CLOCKOUT-003', 'TC-ISOLATION-001', 'TC-ISOLATION-002'],
      hooks: closingLatest,
    },
  ]),
];

/** Opened cards are remembered in the order in which they were clocked in. */
function closingLatest(): FaultHooks {
  const open = new Map<string, string>();
  return {
    store: ({ before, after, call }) => {
      if (call.operation === 'clockIn' && after) open.set(after.id, call.teamId);
      if (before && (after === undefined || after.state === 'clockedOut')) open.delete(before.id);
      return after;
    },
    receive: (received) =>
      ledToCard(received, 'clockOut', (teamId) => [...open].findLast(([, team]) => team === teamId)?.[0]),
  };
}
