import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { defects } from './defect.ts';
import { reading, showing } from './seams.ts';

/** How times are written and read. */
export const timeDefects = defects('shape', [
  {
    id: 'offset-refused',
    title: 'create refuses times with another offset than Z',
    imitates: 'a pattern that was made from the examples',
    caughtBy: ['TC-GEN-021'],
    hooks: reading('create', (body) =>
      /[+-]\d\d:\d\d"/.test(JSON.stringify(body)) ? { clockInEvent: 'refused' } : body,
    ),
  },
  {
    id: 'event-times-without-zone',
    title: 'times of events have no Z',
    imitates: 'local date-times without an offset',
    caughtBy: ['TC-SHAPE-021'],
    hooks: showing((card) => withClockInTime(card, (time) => time.replace(/Z$/, ''))),
  },
  {
    id: 'event-times-in-local-zone',
    title: 'times of events are written in the zone of the team',
    imitates: 'a time clock that shows what hangs on the wall',
    caughtBy: ['TC-SHAPE-022'],
    hooks: showing((card) => withClockInTime(card, inZone)),
  },
]);

const offset = 2 * 3_600_000;

function inZone(time: string): string {
  return new Date(Date.parse(time) + offset).toISOString().replace(/Z$/, '+02:00');
}

function withClockInTime(card: JsonObject, change: (time: string) => string): JsonObject {
  const event: Json | undefined = card['clockInEvent'];
  if (!isJsonObject(event)) return card;
  return { ...card, clockInEvent: { ...event, dateTime: change(String(event['dateTime'])) } };
}
