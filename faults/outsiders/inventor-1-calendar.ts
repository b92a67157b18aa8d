import { hour, moved, reading, storing } from '../seams.ts';
import { withBreaks } from '../break-seams.ts';
import type { InventedDefect } from './entry.ts';
import { rewritten, withTimes } from './inventor-1-shared.ts';

const kind = 'calendar';
const offset = /(?:Z|([+-])(\d\d):(\d\d))$/i;

/** The year to which the ISO week of a day belongs. */
function weekYear(date: Date): number {
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  return thursday.getUTCFullYear();
}

/** The first Sunday of November, 09:00 UTC, where clocks on the Pacific coast show one o'clock for the second time. */
function autumnHour(year: number): number {
  const first = new Date(Date.UTC(year, 10, 1, 9));
  return first.getTime() + ((7 - first.getUTCDay()) % 7) * 24 * hour;
}

export const inventor1Calendar: readonly InventedDefect[] = [
  {
    id: 'minutes-of-negative-offset-turn-positive',
    title: 'An offset such as -03:30 is read as minus three hours plus thirty minutes.',
    imitates: 'hours * 60 + minutes with the sign on the hours only.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CREATE-002: "clockInEvent and clockOutEvent of the request come back with equal instants"; csdl-timecard-v1.0.xml: dateTime is Edm.DateTimeOffset; openapi-timecard.md: "Z or offset".',
    level: 'MUST',
    kind,
    hooks: reading(['create', 'replace'], (body) =>
      withTimes(body, (text) => {
        const [, sign, hours, minutes] = offset.exec(text) ?? [];
        if (sign !== '-' || Number(minutes) === 0) return text;
        const read = Number(minutes) - Number(hours) * 60;
        const [h, m] = [Math.floor(Math.abs(read) / 60), Math.abs(read) % 60].map((n) => String(n).padStart(2, '0'));
        return text.replace(offset, `${read < 0 ? '-' : '+'}${h}:${m}`);
      }),
    ),
  },
  {
    id: 'second-one-oclock-of-autumn-is-first',
    title: 'A time in the hour that clocks in the west of America show twice in November comes back an hour earlier.',
    imitates: 'Times kept as local wall clock of the data centre.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CREATE-002: "come back with equal instants"; TC-GEN-013 (changeTrackedEntity page): timestamps are "in UTC", which has no such hour.',
    level: 'MUST',
    kind,
    hooks: reading(['create', 'replace'], (body) =>
      withTimes(body, (text) => {
        const time = Date.parse(text);
        if (Number.isNaN(time)) return text;
        const twice = autumnHour(new Date(time).getUTCFullYear());
        return time >= twice && time < twice + hour ? moved(text, -hour) : text;
      }),
    ),
  },
  {
    id: 'offset-back-over-leap-day-lands-on-28th',
    title: 'A time that is early on 1 March of its own offset and still 29 February in UTC comes back on 28 February.',
    imitates: 'Calendar arithmetic with a table of month lengths that is consulted only when a day is carried.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CREATE-002: "come back with equal instants"; csdl-timecard-v1.0.xml: dateTime is Edm.DateTimeOffset; openapi-timecard.md: "Z or offset".',
    level: 'MUST',
    kind,
    hooks: reading(['create', 'replace'], (body) =>
      withTimes(body, (text) => {
        const time = Date.parse(text);
        const carried = /^\d{4}-03-01T/i.test(text) && !Number.isNaN(time);
        return carried && new Date(time).toISOString().slice(5, 10) === '02-29' ? moved(text, -24 * hour) : text;
      }),
    ),
  },
  {
    id: 'week-year-at-turn-of-year',
    title:
      'A break on one of the days around New Year whose calendar week belongs to the other year comes back in that year.',
    imitates: 'The date pattern YYYY (week-based year) in place of yyyy.',
    breaches:
      'pages/v1.0/schedule-post-timecards.md, "Request body": "Provide the new timeCard object" and example (events come back as sent); dossier.md, TC-REPLACE-002: "get shows the new events"; csdl-timecard-v1.0.xml: timeCardBreak/start is a timeCardEvent.',
    level: 'MUST',
    kind,
    hooks: reading(['create', 'replace'], (body) =>
      rewritten(body, (value, name) =>
        name === 'breaks' && Array.isArray(value)
          ? withTimes(value, (text) => {
              const date = new Date(text);
              if (Number.isNaN(date.getTime()) || weekYear(date) === date.getUTCFullYear()) return text;
              date.setUTCFullYear(weekYear(date));
              return date.toISOString();
            })
          : value,
      ),
    ),
  },
  {
    id: 'break-over-midnight-ends-on-its-first-day',
    title: 'A break that starts before midnight UTC and ends after it comes back with its end on the day of its start.',
    imitates: 'Breaks stored as one date and two times of day.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-BREAK-010: "end.dateTime is not before start.dateTime"; TC-REPLACE-002: "get shows the new events"; pages/v1.0/schedule-post-timecards.md, "Request body".',
    level: 'MUST',
    kind,
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
      'A replace takes the clock time of a break for UTC where it is sent with another offset; events and create are right.',
    imitates: 'Two readers of times in one code base, the older one for nested rows.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-REPLACE-002: "Afterwards get shows the new events and notes. ... compare instants"; csdl-timecard-v1.0.xml: timeCardEvent/dateTime is Edm.DateTimeOffset; openapi-timecard.md: "Z or offset".',
    level: 'MUST',
    kind,
    hooks: reading('replace', (body) =>
      rewritten(body, (value, name) =>
        name === 'breaks' && Array.isArray(value) ? withTimes(value, (text) => text.replace(offset, 'Z')) : value,
      ),
    ),
  },
];
