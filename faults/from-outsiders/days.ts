import { withBreaks } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { hour, moved, storing } from '../seams.ts';
import { day, isFirstSunday, isLastSunday, readingTimes, showingTimes } from '../time-seams.ts';
import { stateOf } from './outside-seams.ts';

const written = ['create', 'replace'] as const;
const offset = /(?:Z|([+-])(\d\d):(\d\d))$/i;

/** The year to which the ISO week of an instant belongs. */
function weekYear(instant: Date): number {
  const weekday = (instant.getUTCDay() + 6) % 7;
  return new Date(instant.getTime() + (3 - weekday) * day).getUTCFullYear();
}

function inWeekYear(instant: Date): string {
  return `${weekYear(instant)}${instant.toISOString().slice(4)}`;
}

/** Days and hours at which calendars, clocks and offsets go wrong. */
export const dayDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'minutes-of-negative-offset-turn-positive',
      title: 'an offset such as -03:30 is read as minus three hours plus thirty minutes',
      imitates: 'hours * 60 + minutes with the sign on the hours only',
      breaches: 'CSDL: dateTime is Edm.DateTimeOffset',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-012'],
      alike: 'shows only where an offset is negative and has minutes',
      hooks: readingTimes(written, (text) => {
        const [, sign, hours, minutes] = offset.exec(text) ?? [];
        if (sign !== '-' || Number(minutes) === 0) return text;
        const read = Number(minutes) - Number(hours) * 60;
        const [h, m] = [Math.floor(Math.abs(read) / 60), Math.abs(read) % 60].map((n) => String(n).padStart(2, '0'));
        return text.replace(offset, `${read < 0 ? '-' : '+'}${h}:${m}`);
      }),
    },
    {
      id: 'second-one-oclock-of-autumn-is-first',
      title: 'a time in the hour that clocks in the west of America show twice in November comes back an hour earlier',
      imitates: 'times kept as local wall clock of the data centre',
      breaches: 'CSDL: dateTime is Edm.DateTimeOffset (an instant, not a wall clock)',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-012'],
      alike: 'shows only in one hour of the year',
      hooks: readingTimes(written, (text, instant) =>
        isFirstSunday(instant, 10) && instant.getUTCHours() === 9 ? moved(text, -hour) : text,
      ),
    },
    {
      id: 'repeated-hour-comes-back-an-hour-later',
      title: 'a time in the hour before European clocks go back (2025-10-26T00:30Z) is kept an hour late',
      imitates: 'storage as local time without an offset: both 02:30 of that night are read back as the second one',
      breaches: 'CSDL, timeCardEvent/dateTime Type="Edm.DateTimeOffset" (an instant, not a wall clock)',
      caughtBy: ['TC-CREATE-002', 'TC-CREATE-027'],
      alike: 'shows only in one hour of the year',
      hooks: readingTimes(written, (text, instant) =>
        isLastSunday(instant, 9) && instant.getUTCHours() === 0 ? moved(text, hour) : text,
      ),
    },
    {
      id: 'second-pass-of-repeated-hour-is-first',
      title:
        'a time in the hour that European clocks show a second time in October (01:00Z) comes back an hour earlier',
      imitates: 'wall-clock times in the zone of the schedule, read back with the first of two offsets',
      breaches: 'schedule-post-timecards.md, example: events come back with the instants that were sent',
      caughtBy: ['TC-CREATE-027'],
      alike: 'shows only in one hour of the year',
      hooks: readingTimes(written, (text, instant) =>
        isLastSunday(instant, 9) && instant.getUTCHours() === 1 ? moved(text, -hour) : text,
      ),
    },
    {
      id: 'last-evening-of-month-stays-in-month',
      title:
        'a time on the last evening of a month west of Greenwich, which is the first of the next month in UTC, comes back a day early',
      imitates: 'an offset added to the hours, with a day that is carried and then held to the length of the month',
      breaches: 'schedule-post-timecards.md, example: events come back as sent; CSDL: dateTime is Edm.DateTimeOffset',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-012'],
      alike: 'shows only where an offset leads into the next month',
      hooks: readingTimes(written, (text, instant) =>
        /^\d{4}-\d\d-(?:28|29|3\d)T/i.test(text) && instant.getUTCDate() === 1 ? moved(text, -day) : text,
      ),
    },
    {
      id: 'offset-back-over-leap-day-lands-on-28th',
      title: 'a time that is early on 1 March of its own offset and still 29 February in UTC comes back on 28 February',
      imitates: 'calendar arithmetic with a table of month lengths that is consulted only when a day is carried',
      breaches: 'CSDL: dateTime is Edm.DateTimeOffset',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-012'],
      alike: 'shows only on one day in four years',
      hooks: readingTimes(written, (text, instant) =>
        /^\d{4}-03-01T/i.test(text) && instant.toISOString().slice(5, 10) === '02-29' ? moved(text, -day) : text,
      ),
    },
    {
      id: 'week-year-at-turn-of-year',
      title:
        'a break on one of the days around New Year whose calendar week belongs to the other year comes back in that year',
      imitates: 'the date pattern YYYY (week-based year) in place of yyyy',
      breaches:
        'schedule-post-timecards.md, Request body: "Provide the new timeCard object" and example (events come back as sent); CSDL: timeCardBreak/start is a timeCardEvent',
      caughtBy: ['TC-REPLACE-012'],
      alike: 'shows only around New Year',
      hooks: readingTimes(
        written,
        (text, instant) => (weekYear(instant) === instant.getUTCFullYear() ? text : inWeekYear(instant)),
        'breaks',
      ),
    },
    {
      id: 'list-writes-week-year',
      title:
        'in a list, event times of the last days of December or the first of January carry the year of their week: 2024-12-30 reads 2025-12-30',
      imitates: 'the date format YYYY where yyyy was meant, in one of two serialisers',
      breaches: 'schedule-list-timecards.md, Response: "a collection of timeCard objects"',
      caughtBy: ['TC-LIST-013'],
      alike: 'shows only around New Year',
      hooks: showingTimes('list', (_text, instant) => inWeekYear(instant)),
    },
    {
      id: 'break-over-midnight-ends-on-its-first-day',
      title:
        'a break that starts before midnight UTC and ends after it comes back with its end on the day of its start',
      imitates: 'breaks stored as one date and two times of day',
      breaches: 'schedule-post-timecards.md, Request body',
      caughtBy: ['TC-CREATE-027'],
      alike: 'shows only where a break goes over midnight',
      hooks: storing(['create', 'replace'], (after) =>
        withBreaks(after, (breaks) =>
          breaks.map((one) => {
            if (one.end === null) return one;
            const dateTime = `${one.start.dateTime.slice(0, 10)}${one.end.dateTime.slice(10)}`;
            return { ...one, end: { ...one.end, dateTime } };
          }),
        ),
      ),
    },
    {
      id: 'replace-takes-break-offset-for-utc',
      title:
        'a replace takes the clock time of a break for UTC where it is sent with another offset; events and create are right',
      imitates: 'two readers of times in one code base, the older one for nested rows',
      breaches: 'CSDL: timeCardEvent/dateTime is Edm.DateTimeOffset',
      caughtBy: ['TC-REPLACE-012'],
      alike: 'shows only where a break is written with an offset',
      hooks: readingTimes(['replace'], (text) => text.replace(offset, 'Z'), 'breaks'),
    },
  ]),
  ...defects('state', [
    {
      id: 'midnight-clock-out-is-none',
      title: 'a clock-out at 00:00:00Z sharp is taken for none: the card is created or replaced as still open',
      imitates: 'a time of day of 0 that is falsy',
      breaches: 'schedule-post-timecards.md, example (both events sent, state clockedOut)',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-013'],
      alike: 'shows only where a card ends at midnight',
      hooks: storing(written, (after) => {
        const ends = after.clockOutEvent;
        if (ends === null || Date.parse(ends.dateTime) % day !== 0) return after;
        const open = { ...after, clockOutEvent: null };
        return { ...open, state: stateOf(open) };
      }),
    },
  ]),
];
