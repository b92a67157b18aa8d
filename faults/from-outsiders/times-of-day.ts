import { normalizeInstant } from '../../reference/instant.ts';
import type { TimeCardEvent } from '../../reference/time-card.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { defects, type Defect } from '../defect.ts';
import { hour, moved, reading, showing, storing } from '../seams.ts';
import { readingTimes } from '../time-seams.ts';
import { eachObject } from './outside-seams.ts';

const written = ['create', 'replace'] as const;
const parts: readonly string[] = ['clockInEvent', 'clockOutEvent', 'breaks'];

/** The value with the text of each event's time changed. */
function withTimes(value: Json, change: (text: string) => string): Json {
  return eachObject(value, (one) => {
    const { dateTime } = one;
    return typeof dateTime === 'string' ? { ...one, dateTime: change(dateTime) } : one;
  });
}

/** The times in a body that are written with an offset, by the instants as which they come back. */
function offsetsIn(body: Json): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  withTimes(body, (text) => {
    const instant = /[+-](?!00:00)\d\d:\d\d$/.test(text) ? normalizeInstant(text) : undefined;
    if (instant !== undefined) texts.set(instant, text);
    return text;
  });
  return texts;
}

/** Times of day that lose their day, their half of the day or their zone. */
export const timeOfDayDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'hour-after-midnight-at-noon',
      title: 'a time in the first hour of a day (UTC) comes back twelve hours later: 00:15 as 12:15',
      imitates: 'times that travel as hh:mm AM/PM, with 12:15 AM read back as 12:15',
      breaches: 'schedule-post-timecards.md, example: the times that are sent come back',
      caughtBy: ['TC-CREATE-002', 'TC-CREATE-027', 'TC-REPLACE-012'],
      alike: 'shows only in the first hour of a day',
      hooks: readingTimes(written, (text, instant) =>
        instant.getUTCHours() === 0 ? moved(instant.toISOString(), 12 * hour) : text,
      ),
    },
    {
      id: 'offset-moves-the-hour-and-not-the-day',
      title: 'a time whose offset leads over midnight gets its hour in UTC and keeps the day on which it was written',
      imitates: '(hour - offset) mod 24, with the day taken over as it stands',
      breaches: 'CSDL: dateTime is Edm.DateTimeOffset',
      caughtBy: ['TC-CREATE-002', 'TC-CREATE-027', 'TC-REPLACE-002'],
      alike: 'shows only where an offset leads over midnight',
      hooks: readingTimes(written, (text, instant) =>
        /[+-]\d\d:\d\d$/.test(text) ? `${text.slice(0, 10)}${instant.toISOString().slice(10)}` : text,
      ),
    },
    {
      id: 'one-date-for-the-whole-card',
      title: 'a card that goes on past midnight keeps the day of its clock-in for all its times',
      imitates: 'a row with one work date, and a time of day for each event',
      breaches:
        'CSDL, timeCardEvent: each event has a dateTime of its own; schedule-post-timecards.md, example: the times that are sent come back',
      caughtBy: ['TC-CREATE-002'],
      alike: 'shows only where a card goes over midnight',
      hooks: reading(written, (body) => {
        const begins = isJsonObject(body['clockInEvent']) ? body['clockInEvent']['dateTime'] : undefined;
        const first = typeof begins === 'string' ? normalizeInstant(begins) : undefined;
        if (first === undefined) return body;
        return withTimes(body, (text) => {
          const instant = normalizeInstant(text);
          return instant === undefined ? text : `${first.slice(0, 10)}${instant.slice(10)}`;
        });
      }),
    },
  ]),
  ...defects('shape', [
    {
      id: 'times-of-breaks-come-back-in-their-offset',
      title:
        'the times of a break come back with the offset with which they were sent and not in UTC; those of clock-in and clock-out are right',
      imitates: 'ToUniversalTime() in the mapper of the card, forgotten in the one of its breaks',
      breaches: 'resources/changetrackedentity.md: times are ISO 8601 and in UTC; all examples end their times in Z',
      caughtBy: ['TC-SHAPE-022'],
      alike: 'shows only where the time of a break is sent with an offset',
      hooks: storing(written, (after, _before, { body }) => {
        const asSent = (event: TimeCardEvent, pointer: string): TimeCardEvent => {
          const dateTime = at(body, `${pointer}/dateTime`);
          return typeof dateTime === 'string' ? { ...event, dateTime } : event;
        };
        const breaks = after.breaks.map((one, index) => ({
          ...one,
          start: asSent(one.start, `/breaks/${index}/start`),
          end: one.end && asSent(one.end, `/breaks/${index}/end`),
        }));
        return { ...after, breaks };
      }),
    },
    {
      id: 'times-come-back-in-their-offset',
      title: 'a time that was sent with an offset such as +02:00 comes back with that offset and not in UTC',
      imitates: 'a DateTimeOffset column that is written out as it is kept',
      breaches: 'resources/changetrackedentity.md: times are ISO 8601 and in UTC; all examples end their times in Z',
      caughtBy: ['TC-SHAPE-022'],
      alike: 'shows only where a time is sent with an offset',
      hooks: () => {
        let sent: ReadonlyMap<string, string> = new Map();
        const kept = new Map<string, ReadonlyMap<string, string>>();
        return {
          ...showing((card) => {
            const texts = kept.get(String(card['id']));
            if (texts === undefined) return card;
            const members = Object.entries(card).map(([name, value]) => {
              const shown = parts.includes(name) ? withTimes(value, (text) => texts.get(text) ?? text) : value;
              return [name, shown] as const;
            });
            return Object.fromEntries(members);
          }),
          read: (body) => {
            sent = offsetsIn(body);
            return body;
          },
          store: ({ after, call: { operation } }) => {
            if (after && (operation === 'create' || operation === 'replace')) kept.set(after.id, sent);
            return after;
          },
        };
      },
    },
  ]),
];
