import { randomUUID } from 'node:crypto';
import { withBreaks } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';

const minute = 60_000;

/** Breaks that are not kept as they were taken, or not taken for what they are. */
export const keptBreakDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'original-entry-misses-the-end-of-a-break',
      title: 'originalEntry takes up a break when it starts, and never learns that it ended',
      imitates: 'a history that listens to the start of a break and not to its end',
      breaches:
        'schedule-list-timecards.md, Example, first card: the break in originalEntry has the same end as the one in breaks',
      caughtBy: ['TC-BREAK-011'],
      hooks: storing(['startBreak', 'endBreak', 'clockOut'], (after, before, { operation }) => {
        if (before === undefined || after.originalEntry.breaks !== after.breaks) return after;
        const started = operation === 'startBreak' ? after.breaks.slice(-1) : [];
        const breaks = [...before.originalEntry.breaks, ...started];
        return { ...after, originalEntry: { ...after.originalEntry, breaks } };
      }),
    },
    {
      id: 'clock-out-drops-short-breaks',
      title: 'clockOut drops every break that was shorter than a minute',
      imitates: 'a payroll rule that rounds breaks to minutes and removes those of none, put where cards are written',
      breaches: 'schedule-list-timecards.md, Example: a card that is clockedOut still has its break',
      caughtBy: ['TC-CLOCKOUT-021'],
      alike: 'shows only where a break is shorter than a minute',
      hooks: storing('clockOut', (after) =>
        withBreaks(after, (breaks) =>
          breaks.filter(
            ({ start, end }) => end === null || Date.parse(end.dateTime) - Date.parse(start.dateTime) >= minute,
          ),
        ),
      ),
    },
    {
      id: 'clock-out-and-confirm-renew-break-ids',
      title: 'clockOut and confirm give every break of the card a new breakId',
      imitates: 'rows of breaks that are deleted and inserted at each save, with keys that the database makes',
      breaches: 'CSDL, timeCardBreak: breakId is what tells one break from another',
      caughtBy: ['TC-CLOCKOUT-021', 'TC-CONFIRM-005'],
      hooks: storing(['clockOut', 'confirm'], (after) =>
        withBreaks(after, (breaks) => breaks.map((one) => ({ ...one, breakId: `BRK_${randomUUID()}` }))),
      ),
    },
  ]),
  ...defects('state', [
    {
      id: 'only-the-last-break-can-be-open',
      title: 'a card that is created or replaced with an open break before one that is over says clockedIn',
      imitates: 'breaks.Last().End == null, which is right for breaks that were started one after the other',
      breaches: 'beta timecard-post.md, example: no clockOutEvent and a break with "end": null is "state": "onBreak"',
      caughtBy: ['TC-CREATE-026', 'TC-REPLACE-027'],
      alike: 'shows only where the open break is not the last one',
      hooks: storing(['create', 'replace'], (after) =>
        after.state === 'onBreak' && after.breaks.at(-1)?.end !== null ? { ...after, state: 'clockedIn' } : after,
      ),
    },
  ]),
];
