import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant, isGraphDateTime } from './date-time.ts';

test.each([
  ['2025-01-07T21:35:36.311Z'],
  ['2025-01-07T21:00:00Z'],
  ['2024-02-29T00:00:00.1234567Z'],
  ['2000-02-29T23:59:59Z'],
  ['0001-01-01T00:00:00Z'],
  ['2025-01-07T21:00:00+00:00'],
  ['2025-01-07T21:00:00.5-05:30'],
])('%s is a date and time of Graph', (text) => {
  expect(isGraphDateTime(text)).toBe(true);
});

describe('not a date and time of Graph', () => {
  test.each([
    ['a space for T', '2025-01-07 21:00:00Z'],
    ['no offset', '2025-01-07T21:00:00'],
    ['an offset of hours only', '2025-01-07T21:00:00+01'],
    ['an offset without a colon', '2025-01-07T21:00:00+0100'],
    ['an offset of 24 hours', '2025-01-07T21:00:00+24:00'],
    ['an offset of 60 minutes', '2025-01-07T21:00:00-01:60'],
    ['Z and an offset', '2025-01-07T21:00:00Z+01:00'],
    ['30 February', '2025-02-30T21:00:00Z'],
    ['29 February of a common year', '2025-02-29T21:00:00Z'],
    ['29 February of 1900', '1900-02-29T21:00:00Z'],
    ['31 April', '2025-04-31T21:00:00Z'],
    ['month 13', '2025-13-01T21:00:00Z'],
    ['month 0', '2025-00-01T21:00:00Z'],
    ['day 0', '2025-01-00T21:00:00Z'],
    ['hour 24', '2025-01-07T24:00:00Z'],
    ['minute 60', '2025-01-07T21:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['eight digits of fraction', '2025-01-07T21:00:00.12345678Z'],
    ['an empty fraction', '2025-01-07T21:00:00.Z'],
    ['lower case', '2025-01-07t21:00:00z'],
    ['a date', '2025-01-07'],
    ['a newline after it', '2025-01-07T21:00:00Z\n'],
    ['text', 'yesterday'],
  ])('%s', (_name, text) => {
    expect(isGraphDateTime(text)).toBe(false);
    expect(parseInstant(text)).toBeUndefined();
  });
});

test('the instant of what toISOString writes is the time it was written from', () => {
  const years = {
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  };
  fc.assert(
    fc.property(fc.date(years), (date) => {
      expect(parseInstant(date.toISOString())).toBe(date.getTime());
    }),
  );
});

test('an offset is what the local time is ahead of UTC', () => {
  expect(parseInstant('2025-01-07T23:00:00+02:00')).toBe(parseInstant('2025-01-07T21:00:00Z'));
  expect(parseInstant('2025-01-07T20:00:00.5-05:30')).toBe(parseInstant('2025-01-08T01:30:00.5Z'));
  expect(parseInstant('2025-01-07T21:00:00-00:00')).toBe(parseInstant('2025-01-07T21:00:00Z'));
});

test('digits beyond the millisecond are kept', () => {
  const base = parseInstant('2025-01-07T21:00:00.123Z') ?? Number.NaN;
  expect(parseInstant('2025-01-07T21:00:00.1237Z')).toBeCloseTo(base + 0.7, 3);
  expect(parseInstant('2025-01-07T21:00:00Z')).toBe(parseInstant('2025-01-07T21:00:00.000Z'));
});
