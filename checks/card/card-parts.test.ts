import { expect, test } from 'vitest';
import { breaksOf, eventsOf, present } from './card-parts.ts';

const event = { dateTime: '2025-01-07T21:00:00Z' };

test('the events of a card are where the documents have them, and only those that are there', () => {
  const entry = { clockInEvent: event, clockOutEvent: null, breaks: [{ start: event, end: event }] };
  expect(eventsOf({ ...entry, originalEntry: entry }).map(([pointer]) => pointer)).toEqual([
    '/clockInEvent',
    '/breaks/0/start',
    '/breaks/0/end',
    '/originalEntry/clockInEvent',
    '/originalEntry/breaks/0/start',
    '/originalEntry/breaks/0/end',
  ]);
});

test('what is no list of breaks has none', () => {
  expect(breaksOf({}, '')).toEqual([]);
  expect(breaksOf({ originalEntry: { breaks: {} } }, '/originalEntry')).toEqual([]);
});

test('what is null or absent is not present', () => {
  expect(present({ id: 'a', notes: null }, ['/id', '/notes', '/state'])).toEqual([['/id', 'a']]);
});
