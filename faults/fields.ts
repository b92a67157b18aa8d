import { isJsonObject, type Json } from '../traffic/json.ts';
import { defects } from './defect.ts';
import { hour, moved, reading, storing, withEvent } from './seams.ts';

/** Times and the original entry: values that have the right form and are wrong. */
export const fieldDefects = defects('fields', [
  {
    id: 'clock-in-hour-off',
    title: 'clockIn notes a time one hour late',
    imitates: 'local time written as if it were UTC',
    caughtBy: ['TC-CLOCKIN-015', 'TC-CLOCKIN-014'],
    hooks: storing('clockIn', (after) =>
      withEvent(after, 'clockInEvent', (event) => ({ ...event, dateTime: moved(event.dateTime, hour) })),
    ),
  },
  {
    id: 'created-hour-off',
    title: 'createdDateTime of clockIn is one hour early',
    imitates: 'a zone applied twice',
    caughtBy: ['TC-CLOCKIN-032', 'TC-CLOCKIN-014'],
    hooks: storing('clockIn', (after) => ({ ...after, createdDateTime: moved(after.createdDateTime, -hour) })),
  },
  {
    id: 'create-created-at-event',
    title: 'a created card was created at the time of its clock-in',
    imitates: 'a mock that takes one time for all',
    caughtBy: ['TC-CREATE-020', 'TC-CREATE-010'],
    hooks: storing('create', (after) => {
      const dateTime = after.clockInEvent?.dateTime ?? after.createdDateTime;
      return { ...after, createdDateTime: moved(dateTime, 0) };
    }),
  },
  {
    id: 'create-rounded-to-minute',
    title: 'event times of create lose their seconds',
    imitates: 'timesheets that count in minutes',
    caughtBy: ['TC-CREATE-002'],
    hooks: storing('create', (after) =>
      withEvent(after, 'clockInEvent', (event) => ({
        ...event,
        dateTime: event.dateTime.replace(/:\d\d(\.\d+)?Z$/, ':00Z'),
      })),
    ),
  },
  {
    id: 'create-zone-dropped',
    title: 'event times of create lose their offset',
    imitates: 'parsing a date-time up to its seconds',
    caughtBy: ['TC-CREATE-002'],
    alike: 'moves only times that are sent with an offset; Z is read rightly',
    hooks: reading('create', (body) => ({
      ...body,
      ...inUtc(body['clockInEvent'], 'clockInEvent'),
      ...inUtc(body['clockOutEvent'], 'clockOutEvent'),
    })),
  },
  {
    id: 'clock-out-rewrites-clock-in',
    title: 'clockOut overwrites the notes and place of clockInEvent',
    imitates: 'one row for both events',
    caughtBy: ['TC-CLOCKOUT-008'],
    hooks: storing('clockOut', (after) =>
      withEvent(after, 'clockInEvent', ({ dateTime }) => ({
        ...(after.clockOutEvent ?? { isAtApprovedLocation: null, notes: null }),
        dateTime,
      })),
    ),
  },
  {
    id: 'clock-out-moves-creation',
    title: 'clockOut sets createdDateTime anew',
    imitates: 'an update written as delete and insert',
    caughtBy: ['TC-CLOCKOUT-008'],
    hooks: storing('clockOut', (after) => ({ ...after, createdDateTime: after.lastModifiedDateTime })),
  },
  {
    id: 'clock-out-before-clock-in',
    title: 'clockOut notes a time one hour early',
    imitates: 'two machines whose clocks or zones differ',
    caughtBy: ['TC-CLOCKOUT-011', 'TC-CLOCKOUT-016'],
    hooks: storing('clockOut', (after) =>
      withEvent(after, 'clockOutEvent', (event) => ({ ...event, dateTime: moved(event.dateTime, -hour) })),
    ),
  },
  {
    id: 'modified-frozen',
    title: 'clockOut leaves lastModifiedDateTime as it was',
    imitates: 'a time stamp that only inserts set',
    caughtBy: ['TC-CLOCKOUT-020'],
    hooks: storing('clockOut', (after, before) => ({
      ...after,
      lastModifiedDateTime: before?.lastModifiedDateTime ?? after.lastModifiedDateTime,
    })),
  },
  {
    id: 'create-modified-later',
    title: 'lastModifiedDateTime of create is two seconds after createdDateTime',
    imitates: 'a card that is written twice when it is made',
    caughtBy: ['TC-CREATE-010'],
    hooks: storing('create', (after) => ({ ...after, lastModifiedDateTime: moved(after.createdDateTime, 2000) })),
  },
  {
    id: 'modified-before-created',
    title: 'lastModifiedDateTime is one second before createdDateTime',
    imitates: 'two readings of the clock in the wrong order',
    caughtBy: ['TC-SHAPE-008', 'TC-CLOCKIN-014', 'TC-CREATE-010'],
    hooks: storing(['clockIn', 'create'], (after) => ({
      ...after,
      lastModifiedDateTime: moved(after.createdDateTime, -1000),
    })),
  },
  {
    id: 'original-empty',
    title: 'originalEntry of clockIn is empty',
    imitates: 'an original that is kept on the first edit only',
    caughtBy: ['TC-CLOCKIN-013'],
    hooks: storing('clockIn', (after) => ({
      ...after,
      originalEntry: { clockInEvent: null, clockOutEvent: null, breaks: [] },
    })),
  },
  {
    id: 'original-frozen',
    title: 'originalEntry does not follow clockOut',
    imitates: 'an original copied once, when the card is made',
    caughtBy: ['TC-CLOCKOUT-010'],
    hooks: storing('clockOut', (after, before) => ({
      ...after,
      originalEntry: before?.originalEntry ?? after.originalEntry,
    })),
  },
  {
    id: 'original-of-create-full',
    title: 'in v1.0 originalEntry of a created card is a copy of its entry',
    imitates: 'the oldest beta example of create',
    caughtBy: ['TC-CREATE-009'],
    hooks: storing('create', (after) => {
      const { clockInEvent, clockOutEvent, breaks } = after;
      return { ...after, originalEntry: { clockInEvent, clockOutEvent, breaks } };
    }),
  },
  {
    id: 'modified-back',
    title: 'clockOut takes lastModifiedDateTime back by an hour',
    imitates: 'a zone applied on updates and not on inserts',
    caughtBy: ['TC-CLOCKOUT-009', 'TC-CLOCKOUT-020'],
    hooks: storing('clockOut', (after) => ({
      ...after,
      lastModifiedDateTime: moved(after.lastModifiedDateTime, -hour),
    })),
  },
  {
    id: 'create-breaks-lost',
    title: 'breaks of create are not kept',
    imitates: 'a table of breaks that only the actions fill',
    caughtBy: ['TC-CREATE-027'],
    alike: 'loses breaks that are over as well, where the other keeps those as they are',
    hooks: storing('create', (after) => ({ ...after, breaks: [] })),
  },
]);

function inUtc(event: Json | undefined, name: string): Readonly<Record<string, Json>> {
  if (!isJsonObject(event) || typeof event['dateTime'] !== 'string') return {};
  return { [name]: { ...event, dateTime: event['dateTime'].replace(/[+-]\d\d:\d\d$/, 'Z') } };
}
