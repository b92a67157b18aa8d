import { defects } from './defect.ts';
import { hour, moved } from './seams.ts';
import { isFirstSunday, isLastSunday, readingTimes, showingTimes } from './time-seams.ts';

const writes = ['create', 'replace'] as const;

/** Days and hours at which calendars and clocks go wrong. */
export const calendarDefects = defects('fields', [
  {
    id: 'hour-that-europe-leaves-out',
    title: 'times in the hour that European clocks leave out in March come back an hour later',
    imitates: 'times that are kept as a wall clock in Berlin',
    caughtBy: ['TC-CREATE-027', 'TC-REPLACE-012'],
    alike: 'shows only in one hour of the year',
    hooks: readingTimes(writes, (text, instant) =>
      isLastSunday(instant, 2) && instant.getUTCHours() === 2 ? moved(text, hour) : text,
    ),
  },
  {
    id: 'hour-that-australia-repeats',
    title: 'times in the hour that clocks in Sydney show twice in April come back an hour earlier',
    imitates: 'times that are kept as a wall clock in Sydney',
    caughtBy: ['TC-CREATE-027', 'TC-REPLACE-012'],
    alike: 'shows only in one hour of the year',
    hooks: readingTimes(writes, (text, instant) =>
      isFirstSunday(new Date(instant.getTime() + 10 * hour), 3) && instant.getUTCHours() === 16
        ? moved(text, -hour)
        : text,
    ),
  },
  {
    id: 'clock-in-when-new-york-repeats-an-hour',
    title: 'a clock-in in the first hours of the first Sunday of November comes back an hour later',
    imitates: 'a clock-in that is moved to the time zone of the office',
    caughtBy: ['TC-CREATE-002', 'TC-REPLACE-002'],
    alike: 'shows only on one day of the year',
    hooks: readingTimes(
      writes,
      (text, instant) => (isFirstSunday(instant, 10) && instant.getUTCHours() < 8 ? moved(text, hour) : text),
      'clockInEvent',
    ),
  },
  {
    id: 'quarter-of-an-hour-offset-cut',
    title: 'the minutes of an offset count only where they are half an hour',
    imitates: 'a table of the offsets that somebody knew',
    caughtBy: ['TC-CREATE-027', 'TC-REPLACE-012'],
    alike: 'shows only where an offset has quarter hours',
    hooks: readingTimes(writes, (text) => text.replace(/(?<=[+-]\d\d):(?:15|45)$/, ':00')),
  },
  {
    id: 'offset-of-more-than-twelve-hours-cut',
    title: 'an offset of more than twelve hours is read as twelve',
    imitates: 'a range check from before Kiribati moved the date line',
    caughtBy: ['TC-CREATE-002', 'TC-REPLACE-002'],
    alike: 'shows only where an offset is of more than twelve hours',
    hooks: readingTimes(writes, (text) => text.replace(/\+1[34]:\d\d$/, '+12:00')),
  },
  {
    id: 'leap-day-in-list',
    title: 'list shows what happened on 29 February on 1 March',
    imitates: 'a formatter with a table of months',
    caughtBy: ['TC-LIST-013'],
    alike: 'shows only on one day in four years',
    hooks: showingTimes('list', (text, instant) =>
      instant.getUTCMonth() === 1 && instant.getUTCDate() === 29 ? moved(text, 24 * hour) : text,
    ),
  },
  {
    id: 'last-day-of-year-in-get',
    title: 'get shows the last day of a year in the year after it',
    imitates: 'a year that is worked out from the number of the week',
    caughtBy: ['TC-CREATE-022'],
    alike: 'shows only on one day of the year',
    hooks: showingTimes('get', (text, instant) =>
      instant.getUTCMonth() === 11 && instant.getUTCDate() === 31
        ? `${instant.getUTCFullYear() + 1}${text.slice(4)}`
        : text,
    ),
  },
  {
    id: 'break-to-midnight-ends-a-day-early',
    title: 'a break that ends at midnight ends at the beginning of its day',
    imitates: 'a day that is taken from the start and a time that is taken from the end',
    caughtBy: ['TC-CREATE-027', 'TC-REPLACE-012'],
    alike: 'shows only where a break ends at midnight',
    hooks: readingTimes(
      writes,
      (text) => (/T00:00:00(?:\.0+)?Z$/.test(text) ? moved(text, -24 * hour) : text),
      'breaks',
    ),
  },
]);
