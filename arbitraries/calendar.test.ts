import { describe, expect, test } from 'vitest';
import { parseInstant } from '../schemas/date-time.ts';
import { cardOfShift, oddShifts, shiftsElsewhere, type Shift } from './calendar.ts';

const shifts = Object.entries<Shift>({ ...oddShifts, ...shiftsElsewhere });

test.each(shifts)('%s: one time after the other, within a day, in the past', (_name, { from, breaks, to }) => {
  const times = [from, ...breaks.flat(), to].map((text) => parseInstant(text) ?? Number.NaN);
  expect(times).toEqual([...new Set(times)].toSorted((left, right) => left - right));
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(86_400_000);
  expect(times.at(-1)).toBeLessThan(Date.UTC(2026, 0, 1));
});

test('only those elsewhere have another offset', () => {
  expect(JSON.stringify(oddShifts)).not.toMatch(/\d[+-]\d\d:\d\d"/);
  for (const shift of Object.values(shiftsElsewhere)) expect(JSON.stringify(shift)).toMatch(/\d[+-]\d\d:\d\d"/);
});

/** The local times of an instant in a zone, and how often the zone has that local time. */
function localHour(instant: number, timeZone: string): string {
  const parts = { timeZone, day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en', parts).format(instant);
}

describe('the hours that clocks show twice', () => {
  const zones = [
    ['clocks go back in Europe', 'Europe/Berlin'],
    ['clocks go back in Europe, at the end', 'Europe/London'],
    ['clocks go back in America', 'America/New_York'],
    ['clocks go back in America', 'America/Los_Angeles'],
    ['clocks go back in America, at the start', 'America/Los_Angeles'],
    ['clocks go back in Australia and New Zealand', 'Australia/Sydney'],
    ['clocks go back in Australia and New Zealand', 'Pacific/Auckland'],
  ] as const;
  test.each(zones)('%s, in %s', (name, zone) => {
    const { from, breaks, to } = oddShifts[name];
    const times = [from, ...breaks.flat(), to].map((text) => Date.parse(text));
    const hour = 3_600_000;
    const twice = times.filter((time) =>
      [time - hour, time + hour].some((other) => localHour(other, zone) === localHour(time, zone)),
    );
    expect(twice.length).toBeGreaterThan(0);
  });
});

test('a card has a place for notes on itself, its events, and each break and its ends', () => {
  const shift = {
    from: 'a',
    to: 'z',
    breaks: [
      ['b', 'c'],
      ['d', 'e'],
    ],
  } as const;
  expect(cardOfShift(shift, (place) => place)).toEqual({
    clockInEvent: { dateTime: 'a', notes: 0 },
    clockOutEvent: { dateTime: 'z', notes: 1 },
    notes: 2,
    breaks: [
      { notes: 3, start: { dateTime: 'b', notes: 4 }, end: { dateTime: 'c', notes: 5 } },
      { notes: 6, start: { dateTime: 'd', notes: 7 }, end: { dateTime: 'e', notes: 8 } },
    ],
  });
});
