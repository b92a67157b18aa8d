import { showing, storing } from '../seams.ts';
import { withBreaks } from '../break-seams.ts';
import type { TimeCardEvent } from '../../reference/time-card.ts';
import type { InventedDefect } from './entry.ts';
import { eachInstant, onBody } from './inventor-2-tools.ts';

const day = 86_400_000;

/** The year to which the ISO week of an instant belongs. */
function weekYear(instant: Date): number {
  const weekday = (instant.getUTCDay() + 6) % 7;
  return new Date(instant.getTime() + (3 - weekday) * day).getUTCFullYear();
}

/** Whether a Central European wall clock shows this instant's hour for the first of two times. */
function isRepeatedHour(instant: Date): boolean {
  const nextWeek = new Date(instant.getTime() + 7 * day);
  const lastSundayOfOctober = instant.getUTCDay() === 0 && instant.getUTCMonth() === 9 && nextWeek.getUTCMonth() === 10;
  return lastSundayOfOctober && instant.getUTCHours() === 0;
}

function dayOf(event: TimeCardEvent): string {
  return event.dateTime.slice(0, 10);
}

const instants =
  'dossier.md h, TC-CREATE-002: "clockInEvent and clockOutEvent of the request come back with equal instants" and TC-CREATE-004: "Event times are compared as instants"';

export const inventor2Calendar: readonly InventedDefect[] = [
  {
    id: 'negative-offset-minutes-added',
    title: 'The minutes of a negative offset count the wrong way: 21:00-03:30 is read as 23:30Z and not as 00:30Z.',
    imitates: 'parseInt("-03") * 60 + parseInt("30").',
    breaches: `openapi-timecard.md, Schemas: "timeCardEvent: dateTime date-time, pattern with 0 or 1-12 fractional digits and Z or offset"; ${instants}`,
    level: 'MUST',
    kind: 'calendar',
    hooks: onBody(['create', 'replace'], (body) =>
      eachInstant(body, (text) => {
        const [whole = '', hours = '', minutes = ''] = /-(\d\d):(\d\d)$/.exec(text) ?? [];
        if (whole === '' || minutes === '00') return text;
        const wrong = Number(hours) * 60 - Number(minutes);
        const digits = [Math.floor(Math.abs(wrong) / 60), Math.abs(wrong) % 60].map((n) => String(n).padStart(2, '0'));
        return `${text.slice(0, -whole.length)}${wrong < 0 ? '+' : '-'}${digits.join(':')}`;
      }),
    ),
  },
  {
    id: 'offset-over-new-year-keeps-the-year',
    title:
      'A time whose offset carries it over New Year keeps the year it was written with: 2025-01-01T00:30+01:00 becomes 2025-12-31T23:30Z.',
    imitates: 'An offset taken off day and month by hand, with the year copied.',
    breaches: `openapi-timecard.md, Schemas: "pattern with ... Z or offset"; csdl-timecard-v1.0.xml, timeCardEvent/dateTime Type="Edm.DateTimeOffset"; ${instants}`,
    level: 'MUST',
    kind: 'calendar',
    hooks: onBody(['create', 'replace'], (body) =>
      eachInstant(body, (text) => {
        const utc = new Date(text).toISOString();
        return /[+-]\d\d:\d\d$/.test(text) && utc.slice(0, 4) !== text.slice(0, 4)
          ? `${text.slice(0, 4)}${utc.slice(4)}`
          : text;
      }),
    ),
  },
  {
    id: 'repeated-hour-comes-back-an-hour-later',
    title: 'A time in the hour before European clocks go back (2025-10-26T00:30Z) is kept an hour late.',
    imitates: 'Storage as local time without an offset: both 02:30 of that night are read back as the second one.',
    breaches: `csdl-timecard-v1.0.xml, timeCardEvent/dateTime Type="Edm.DateTimeOffset" (an instant, not a wall clock); ${instants}`,
    level: 'MUST',
    kind: 'calendar',
    hooks: onBody(['create', 'replace'], (body) =>
      eachInstant(body, (text) => {
        const instant = new Date(text);
        return isRepeatedHour(instant) ? new Date(instant.getTime() + day / 24).toISOString() : text;
      }),
    ),
  },
  {
    id: 'midnight-clock-out-is-none',
    title: 'A clock-out at 00:00:00Z sharp is taken for none: the card is created or replaced as still open.',
    imitates: 'A time of day of 0 that is falsy.',
    breaches: `pages/v1.0/schedule-post-timecards.md, Example (both events sent, state clockedOut); dossier.md h, TC-CREATE-005: "With both events the state is clockedOut."; ${instants}`,
    level: 'MUST',
    kind: 'calendar',
    hooks: storing(['create', 'replace'], (after) => {
      const { clockOutEvent, breaks } = after;
      if (clockOutEvent === null || Date.parse(clockOutEvent.dateTime) % day !== 0) return after;
      const state = breaks.some(({ end }) => end === null) ? 'onBreak' : 'clockedIn';
      return { ...after, clockOutEvent: null, state };
    }),
  },
  {
    id: 'break-over-midnight-keeps-its-first-day',
    title: 'A break that is written over midnight ends on the day on which it began, before its start.',
    imitates: 'One date column and two time columns for a break.',
    breaches:
      'dossier.md h, TC-BREAK-010: "end.dateTime is not before start.dateTime" and TC-REPLACE-002: "Afterwards get shows the new events"; csdl-timecard-v1.0.xml, timeCardBreak: start and end are each a graph.timeCardEvent with a dateTime of their own',
    level: 'MUST',
    kind: 'calendar',
    hooks: storing(['create', 'replace'], (after) =>
      withBreaks(after, (breaks) =>
        breaks.map((one) =>
          one.end === null || dayOf(one.end) === dayOf(one.start)
            ? one
            : { ...one, end: { ...one.end, dateTime: `${dayOf(one.start)}${one.end.dateTime.slice(10)}` } },
        ),
      ),
    ),
  },
  {
    id: 'list-writes-week-year',
    title:
      'In a list, event times of the last days of December or the first of January carry the year of their week: 2024-12-30 reads 2025-12-30.',
    imitates: 'The date format YYYY where yyyy was meant, in one of two serialisers.',
    breaches: `pages/v1.0/schedule-list-timecards.md, Response: "a collection of timeCard objects"; ${instants}`,
    level: 'MUST',
    kind: 'calendar',
    hooks: showing((card) => eachInstant(card, (text) => `${weekYear(new Date(text))}${text.slice(4)}`), 'list'),
  },
];
