import { withBreaks, withLastBreak, withStart } from './break-seams.ts';
import { defects } from './defect.ts';
import { hour, moved, storing } from './seams.ts';

const both = ['startBreak', 'endBreak'] as const;
const nobody = { application: null, device: null, user: null };

/** Times of breaks, and of the last change, that do not follow the calls. */
export const breakTimeDefects = defects('sequence', [
  {
    id: 'break-ends-before-start',
    title: 'a break ends a minute before it started',
    imitates: 'a length of break that is taken off the wrong end',
    caughtBy: ['TC-BREAK-010'],
    hooks: storing('endBreak', (after) =>
      withLastBreak(after, (one) => ({
        ...one,
        end: one.end && { ...one.end, dateTime: moved(one.start.dateTime, -60_000) },
      })),
    ),
  },
  {
    id: 'break-before-clock-in',
    title: 'clockOut moves the breaks to before the clock-in',
    imitates: 'a conversion to local time that is done twice',
    caughtBy: ['TC-BREAK-018'],
    hooks: storing('clockOut', (after) =>
      withBreaks(after, (breaks) =>
        breaks.map((one) => ({ ...one, start: { ...one.start, dateTime: moved(one.start.dateTime, -hour) } })),
      ),
    ),
  },
  {
    id: 'break-starts-an-hour-ago',
    title: 'a break starts an hour before the call',
    imitates: 'a time zone that is taken for UTC',
    caughtBy: ['TC-BREAK-019'],
    hooks: storing('startBreak', (after) =>
      withStart(after, (start) => ({ ...start, dateTime: moved(start.dateTime, -hour) })),
    ),
  },
  {
    id: 'break-takes-modified-back',
    title: 'startBreak and endBreak set lastModifiedDateTime an hour back',
    imitates: 'two clocks of which one is wrong',
    caughtBy: ['TC-BREAK-024'],
    hooks: storing(both, (after) => ({ ...after, lastModifiedDateTime: moved(after.lastModifiedDateTime, -hour) })),
  },
  {
    id: 'break-leaves-modified',
    title: 'startBreak and endBreak leave lastModifiedDateTime as it was',
    imitates: 'breaks kept in a table of their own',
    caughtBy: ['TC-BREAK-025'],
    hooks: storing(both, (after, before) => ({
      ...after,
      lastModifiedDateTime: before?.lastModifiedDateTime ?? after.lastModifiedDateTime,
    })),
  },
  {
    id: 'break-modified-by-nobody',
    title: 'lastModifiedBy after startBreak and endBreak names no user',
    imitates: 'a job in the background that writes breaks',
    caughtBy: ['TC-BREAK-026'],
    hooks: storing(both, (after) => ({ ...after, lastModifiedBy: nobody })),
  },
]);
