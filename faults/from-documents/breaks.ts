import { withBreaks, withEnd, withStart } from '../break-seams.ts';
import { defects } from '../defect.ts';
import { storing } from '../seams.ts';

/** What startBreak and endBreak get wrong from the second break on, which a test with one break cannot see. */
export const documentLaterBreakDefects = [
  ...defects('state', [
    {
      id: 'start-break-second-stays-clocked-in',
      title: 'startBreak of a second break leaves the state clockedIn',
      imitates: 'a state that is told from the first break',
      breaches: 'timecard.md: state "onBreak"; timecard-startbreak.md: "Start a break in a specific timeCard."',
      caughtBy: ['TC-BREAK-002'],
      alike: 'needs a second break',
      hooks: storing('startBreak', (after) => (after.breaks.length > 1 ? { ...after, state: 'clockedIn' } : after)),
    },
    {
      id: 'end-break-second-stays-on-break',
      title: 'endBreak of a second break leaves the state onBreak',
      imitates: 'a state that is set once and for all',
      breaches: 'timecard-endbreak.md: "End the open break in a specific timeCard."',
      caughtBy: ['TC-BREAK-007', 'TC-SHAPE-012'],
      alike: 'needs a second break; the first ends as it should',
      hooks: storing('endBreak', (after) => (after.breaks.length > 1 ? { ...after, state: 'onBreak' } : after)),
    },
  ]),
  ...defects('sequence', [
    {
      id: 'start-break-second-reopens-first',
      title: 'startBreak of a second break takes the end of the first away',
      imitates: 'an update of all rows of a card',
      breaches:
        'timecard-startbreak.md: "Start a break in a specific timeCard."; timecard.md, state: one break under way',
      caughtBy: ['TC-BREAK-023', 'TC-SHAPE-012'],
      hooks: storing('startBreak', (after) =>
        withBreaks(after, (breaks) => breaks.map((one) => ({ ...one, end: null }))),
      ),
    },
    {
      id: 'end-break-third-ends-first',
      title: 'endBreak of a third break sets the end of the first anew and leaves the third open',
      imitates: 'a look-up of the break that stops at the first',
      breaches: 'timecard-endbreak.md: "End the open break in a specific timeCard."',
      caughtBy: ['TC-BREAK-008', 'TC-BREAK-023', 'TC-BREAK-007'],
      hooks: storing('endBreak', (after) => {
        const [first, ...others] = after.breaks;
        const last = others.at(-1);
        if (first === undefined || last === undefined || others.length < 2) return after;
        const moved = [{ ...first, end: last.end }, ...others.slice(0, -1), { ...last, end: null }];
        return { ...withBreaks(after, () => moved), state: 'onBreak' };
      }),
    },
    {
      id: 'end-break-time-of-first-end',
      title: 'every further break ends at the time at which the first ended',
      imitates: 'a time that is computed once and kept',
      breaches: 'schedule-list-timecards.md, Example: a break ends after it starts',
      caughtBy: ['TC-BREAK-019', 'TC-BREAK-010'],
      hooks: storing('endBreak', (after) => {
        const first = after.breaks[0]?.end?.dateTime;
        return withEnd(after, (end) => ({ ...end, dateTime: first ?? end.dateTime }));
      }),
    },
    {
      id: 'start-break-second-takes-first-note',
      title: 'a further break without notes starts with those of the first',
      imitates: 'a form that is filled with what was last said',
      breaches:
        'schedule-list-timecards.md, Example: start "notes": null where none were sent (dossier d: "Omitted event notes -> null")',
      caughtBy: ['TC-BREAK-029'],
      alike: 'needs a second break that says nothing after a first that said something',
      hooks: storing('startBreak', (after) => {
        const first = after.breaks[0]?.start.notes ?? null;
        return withStart(after, (start) => ({ ...start, notes: start.notes ?? first }));
      }),
    },
    {
      id: 'end-break-fourth-lost',
      title: 'every fourth endBreak answers 204 and changes nothing',
      imitates: 'writes lost under load',
      breaches: 'timecard-endbreak.md: "If successful, this method returns a 204 No Content response code."',
      caughtBy: ['TC-BREAK-007'],
      hooks: () => {
        let count = 0;
        return storing('endBreak', (after, before) => (++count % 4 === 0 ? before : after));
      },
    },
  ]),
  ...defects('fields', [
    {
      id: 'original-first-break-only',
      title: 'originalEntry of a clocked card has the first break only',
      imitates: 'an original that is completed once',
      breaches: 'schedule-list-timecards.md and beta timecard-get.md, Examples: originalEntry.breaks repeats breaks',
      caughtBy: ['TC-BREAK-011'],
      alike: 'needs two breaks; the first is in the original as it should be',
      hooks: storing(['startBreak', 'endBreak', 'clockOut'], (after) =>
        after.originalEntry.breaks.length > 1
          ? { ...after, originalEntry: { ...after.originalEntry, breaks: after.originalEntry.breaks.slice(0, 1) } }
          : after,
      ),
    },
    {
      id: 'start-break-second-not-modified',
      title: 'startBreak of a further break leaves lastModifiedDateTime as it was',
      imitates: 'a stamp that a trigger sets once in a row',
      breaches: 'changetrackedentity.md: lastModifiedDateTime, the time of the last change',
      caughtBy: ['TC-BREAK-025'],
      alike: 'needs a second break; the first moves the stamp',
      hooks: storing('startBreak', (after, before) =>
        before && after.breaks.length > 1 ? { ...after, lastModifiedDateTime: before.lastModifiedDateTime } : after,
      ),
    },
  ]),
];
