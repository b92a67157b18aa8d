import { defects } from './defect.ts';
import { hour, moved, storing } from './seams.ts';

/** What create makes of the card, and of the breaks, that it is sent. */
export const createdDefects = defects('fields', [
  {
    id: 'create-modified-at-clock-out',
    title: 'a created card was last modified when it was clocked out',
    imitates: 'an import that knows the times of the events only',
    caughtBy: ['TC-CREATE-029'],
    hooks: storing('create', (after) => ({
      ...after,
      lastModifiedDateTime: after.clockOutEvent?.dateTime ?? after.lastModifiedDateTime,
    })),
  },
  {
    id: 'create-break-notes-dropped',
    title: 'the notes of a break of create are dropped',
    imitates: 'a break that is stored as two times',
    caughtBy: ['TC-CREATE-031'],
    hooks: storing('create', (after) => ({ ...after, breaks: after.breaks.map((one) => ({ ...one, notes: null })) })),
  },
  {
    id: 'create-lunch-added',
    title: 'a card created with breaks has one more',
    imitates: 'payroll that takes off a break by law',
    caughtBy: ['TC-CREATE-032'],
    hooks: storing('create', (after) => {
      const [first] = after.breaks;
      if (first === undefined) return after;
      const lunch = { ...first, breakId: `${first.breakId}-lunch`, notes: null, end: first.end ?? first.start };
      return { ...after, breaks: [...after.breaks, lunch] };
    }),
  },
  {
    id: 'create-break-location-dropped',
    title: 'isAtApprovedLocation of the breaks of create is dropped',
    imitates: 'a check of places that looks at both ends of the day only',
    caughtBy: ['TC-CREATE-033'],
    hooks: storing('create', (after) => ({
      ...after,
      breaks: after.breaks.map((one) => ({
        ...one,
        start: { ...one.start, isAtApprovedLocation: null },
        end: one.end && { ...one.end, isAtApprovedLocation: null },
      })),
    })),
  },
  {
    id: 'create-break-without-id',
    title: 'the breaks of create have an empty breakId',
    imitates: 'ids that startBreak alone gives',
    caughtBy: ['TC-CREATE-034'],
    hooks: storing('create', (after) => ({ ...after, breaks: after.breaks.map((one) => ({ ...one, breakId: '' })) })),
  },
  {
    id: 'create-ends-at-once',
    title: 'a card created without a clock-out has one at the time of its clock-in',
    imitates: 'a column that may not be null',
    caughtBy: ['TC-CREATE-035'],
    hooks: storing('create', (after) => ({ ...after, clockOutEvent: after.clockOutEvent ?? after.clockInEvent })),
  },
  {
    id: 'clock-in-modified-hour-late',
    title: 'lastModifiedDateTime of clockIn is one hour late',
    imitates: 'local time written as if it were UTC',
    caughtBy: ['TC-CLOCKIN-033'],
    hooks: storing('clockIn', (after) => ({
      ...after,
      lastModifiedDateTime: moved(after.lastModifiedDateTime, hour),
    })),
  },
]);
