import type { FaultHooks } from '../../reference/fault.ts';
import { defects } from '../defect.ts';
import { hour, moved, reading, showing } from '../seams.ts';
import { withEachTime } from './body-parts.ts';

const instants = 'schedule-post-timecards.md, Example: the instants of the request come back';

/** Event times that create reads or shows wrongly, each only where the text or the day is out of the common. */
export const documentCreatedTimeDefects = [
  ...defects('fields', [
    {
      id: 'create-negative-offset-as-positive',
      title: 'create takes a negative offset for a positive one',
      imitates: 'an offset that is read without its sign',
      breaches: `${instants}; CSDL, timeCardEvent: dateTime Type="Edm.DateTimeOffset"`,
      caughtBy: ['TC-CREATE-002'],
      alike: 'needs a time west of Greenwich; an offset with a plus is read rightly',
      hooks: creating((text) => text.replace(/(T.*)-(\d\d:\d\d)$/, '$1+$2')),
    },
    {
      id: 'create-half-hour-offset-cut',
      title: 'create leaves the minutes of an offset aside',
      imitates: 'offsets that are held in whole hours',
      breaches: `${instants}; CSDL, timeCardEvent: dateTime Type="Edm.DateTimeOffset"`,
      caughtBy: ['TC-CREATE-002'],
      alike: 'needs an offset such as +05:30; whole hours are read rightly',
      hooks: creating((text) => text.replace(/([+-]\d\d):\d\d$/, '$1:00')),
    },
    {
      id: 'create-leap-day-rolls',
      title: 'create takes 29 February for 1 March',
      imitates: 'a calendar of 365 days',
      breaches: instants,
      caughtBy: ['TC-CREATE-002'],
      alike: 'needs a single day in four years',
      hooks: creating((text) => text.replace(/^(\d{4})-02-29/, '$1-03-01')),
    },
    {
      id: 'create-seven-digits-as-milliseconds',
      title: 'create takes every digit of a fraction for a millisecond',
      imitates: 'a parser that knows three digits only',
      breaches: `${instants}; CSDL, timeCardEvent: dateTime Type="Edm.DateTimeOffset"`,
      caughtBy: ['TC-CREATE-002'],
      alike: 'needs a fraction of more than three digits',
      hooks: creating((text) => {
        const [, start, digits, zone] = /^(.*)\.(\d{4,7})(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
        const second = Date.parse(`${start}${zone}`);
        return Number.isNaN(second) ? text : new Date(second + Number(digits)).toISOString();
      }),
    },
    {
      id: 'create-in-whole-seconds',
      title: 'create cuts the fraction of a second off',
      imitates: 'a column of a database that holds whole seconds',
      breaches: 'TC-CREATE-038, a SHOULD: the times of the request come back to the millisecond',
      caughtBy: ['TC-CREATE-038'],
      alike: 'as replace-in-whole-seconds, of the other operation',
      hooks: creating((text) => text.replace(/\.\d+/, '')),
    },
    {
      id: 'create-summer-hour',
      title: 'create loses an hour from April to October',
      imitates: 'a server in a zone with summer time, which takes UTC for its local time',
      breaches: instants,
      caughtBy: ['TC-CREATE-002'],
      alike: 'needs a time from April to October; in winter all is right',
      hooks: creating((text) => {
        const instant = Date.parse(text);
        if (Number.isNaN(instant)) return text;
        const month = new Date(instant).getUTCMonth();
        return month >= 3 && month <= 9 ? moved(text, -hour) : text;
      }),
    },
  ]),
  ...defects('shape', [
    {
      id: 'midnight-as-date',
      title: 'an event at midnight is shown as a date without a time',
      imitates: 'a formatter that leaves out a time of zero',
      breaches:
        'changetrackedentity.md: ISO 8601 with a time; beta timecard-post.md, Example: "2019-03-18T00:00:00.000Z"',
      caughtBy: ['TC-SHAPE-021', 'TC-SHAPE-022'],
      alike: 'needs a time at midnight',
      hooks: showing((card) => withEachTime(card, (text) => text.replace(/T00:00:00(\.0+)?Z$/, ''))),
    },
  ]),
];

function creating(change: (text: string) => string): FaultHooks {
  return reading('create', (body) => withEachTime(body, change));
}
