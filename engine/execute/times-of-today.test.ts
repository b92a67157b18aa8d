import { expect, test } from 'vitest';
import { timesOfToday } from './times-of-today.ts';

const now = Date.parse('2026-03-01T12:34:56.789Z');

test('moves all times alike, to shortly before the hour that runs', () => {
  const body = {
    clockInEvent: { dateTime: '2025-01-07T21:00:00.000Z', notes: { content: '2025', contentType: 'text' } },
    clockOutEvent: { dateTime: '2025-01-07T21:30:00.000Z' },
  };
  expect(timesOfToday(body, now, 10)).toEqual({
    clockInEvent: { dateTime: '2026-03-01T11:20:00.000Z', notes: { content: '2025', contentType: 'text' } },
    clockOutEvent: { dateTime: '2026-03-01T11:50:00.000Z' },
  });
});

test('writes them with the offsets that they had', () => {
  const body = {
    clockInEvent: { dateTime: '2025-01-07T23:00:00.500+02:00' },
    clockOutEvent: { dateTime: '2025-01-07T16:00:00-05:30' },
  };
  expect(timesOfToday(body, now, 10)).toEqual({
    clockInEvent: { dateTime: '2026-03-01T13:20:00.500+02:00' },
    clockOutEvent: { dateTime: '2026-03-01T06:20:00.000-05:30' },
  });
});

test('leaves what has no times as it is', () => {
  expect(timesOfToday({ userId: 'x', breaks: [] }, now, 10)).toEqual({ userId: 'x', breaks: [] });
});
