import type { Json, JsonObject } from '../traffic/json.ts';

/** When somebody worked: instants as they are written, each later than the one before. */
export interface Shift {
  readonly from: string;
  readonly breaks: readonly (readonly [start: string, end: string])[];
  readonly to: string;
}

/**
 * Shifts at which calendars and clocks go wrong: the hours that clocks show twice, in UTC as well as where they are shown,
 * and those that they leave out; midnights; the ends of months and years; weeks that belong to another year than their days.
 * All in the past, and none longer than a day: no page says what becomes of other ones.
 */
export const oddShifts = {
  'clocks go back in Europe': {
    from: '2025-10-26T00:10:00Z',
    breaks: [
      ['2025-10-26T00:30:00Z', '2025-10-26T00:50:00Z'],
      ['2025-10-26T01:15:00Z', '2025-10-26T01:45:00Z'],
    ],
    to: '2025-10-26T02:30:00Z',
  },
  'clocks go back in Europe, at the end': {
    from: '2024-10-26T22:40:00Z',
    breaks: [
      ['2024-10-26T23:20:00Z', '2024-10-27T00:05:00Z'],
      ['2024-10-27T00:15:00Z', '2024-10-27T00:20:00Z'],
    ],
    to: '2024-10-27T00:45:00Z',
  },
  'clocks go back in America': {
    from: '2024-11-03T01:30:00Z',
    breaks: [
      ['2024-11-03T05:10:00Z', '2024-11-03T05:50:00Z'],
      ['2024-11-03T06:20:00Z', '2024-11-03T07:10:00Z'],
      ['2024-11-03T07:40:00Z', '2024-11-03T08:20:00Z'],
      ['2024-11-03T08:50:00Z', '2024-11-03T09:10:00Z'],
    ],
    to: '2024-11-03T09:45:00Z',
  },
  'clocks go back in America, at the start': {
    from: '2025-11-02T09:20:00Z',
    breaks: [['2025-11-02T09:30:00Z', '2025-11-02T09:40:00Z']],
    to: '2025-11-02T10:15:00Z',
  },
  'clocks go back in Australia and New Zealand': {
    from: '2025-04-05T13:30:00Z',
    breaks: [
      ['2025-04-05T14:20:00Z', '2025-04-05T14:45:00Z'],
      ['2025-04-05T15:10:00Z', '2025-04-05T15:40:00Z'],
    ],
    to: '2025-04-05T16:30:00Z',
  },
  'clocks go forward in Europe': {
    from: '2025-03-30T00:30:00Z',
    breaks: [
      ['2025-03-30T01:00:00Z', '2025-03-30T01:30:00Z'],
      ['2025-03-30T02:15:00Z', '2025-03-30T02:45:00Z'],
    ],
    to: '2025-03-30T03:00:00Z',
  },
  'clocks go forward in America': {
    from: '2025-03-09T02:30:00Z',
    breaks: [
      ['2025-03-09T07:00:00Z', '2025-03-09T07:30:00Z'],
      ['2025-03-09T08:30:00Z', '2025-03-09T09:30:00Z'],
    ],
    to: '2025-03-09T10:30:00Z',
  },
  'the leap day': {
    from: '2024-02-28T23:30:00.1234567Z',
    breaks: [
      ['2024-02-28T23:45:00Z', '2024-02-29T00:00:00Z'],
      ['2024-02-29T12:00:00Z', '2024-02-29T12:30:00Z'],
    ],
    to: '2024-02-29T23:15:00Z',
  },
  'a year ends': {
    from: '2024-12-31T20:00:00Z',
    breaks: [
      ['2024-12-31T22:30:00Z', '2024-12-31T23:00:00Z'],
      ['2024-12-31T23:59:59Z', '2025-01-01T00:00:01Z'],
    ],
    to: '2025-01-01T04:00:00Z',
  },
  'a year ends in the middle of a week': {
    from: '2024-12-30T08:00:00Z',
    breaks: [['2024-12-30T10:00:00Z', '2024-12-30T11:00:00Z']],
    to: '2024-12-31T07:00:00Z',
  },
  'a year begins at the end of a week': {
    from: '2023-01-01T08:00:00Z',
    breaks: [['2023-01-01T10:00:00Z', '2023-01-01T11:00:00Z']],
    to: '2023-01-01T16:00:00Z',
  },
  'from midnight to midnight': {
    from: '2024-05-15T00:00:00Z',
    breaks: [['2024-05-15T12:00:00Z', '2024-05-15T12:30:00Z']],
    to: '2024-05-16T00:00:00Z',
  },
  'through midnight, as the breaks do': {
    from: '2024-05-14T22:00:00Z',
    breaks: [
      ['2024-05-14T22:30:00Z', '2024-05-14T23:00:00Z'],
      ['2024-05-14T23:30:00Z', '2024-05-15T00:30:00Z'],
    ],
    to: '2024-05-15T06:00:00Z',
  },
  'a month of 30 days ends': {
    from: '2024-04-30T20:00:00Z',
    breaks: [['2024-04-30T23:00:00Z', '2024-05-01T00:00:00Z']],
    to: '2024-05-01T04:00:00Z',
  },
  'February ends': {
    from: '2025-02-28T20:00:00Z',
    breaks: [['2025-02-28T23:15:00Z', '2025-03-01T00:15:00Z']],
    to: '2025-03-01T04:00:00Z',
  },
} as const satisfies Readonly<Record<string, Shift>>;

/**
 * Shifts with times of other offsets than Z, of whole, half and quarter hours to either side, that lead to another day, month
 * or year. The type of a time allows them, though every example writes Z (TC-GEN-021).
 */
export const shiftsElsewhere = {
  'offsets of whole and half hours': {
    from: '2024-01-01T10:00:00+02:00',
    breaks: [['2024-01-01T05:30:00-05:30', '2024-01-01T20:15:00+08:45']],
    to: '2024-01-01T18:00:00+02:00',
  },
  'offsets over a leap day': {
    from: '2024-03-01T00:30:00+02:00',
    breaks: [
      ['2024-03-01T04:30:00+05:45', '2024-03-01T12:00:00+12:45'],
      ['2024-02-29T20:00:00-03:30', '2024-02-29T14:15:00-09:30'],
    ],
    to: '2024-03-01T14:00:00+14:00',
  },
  'offsets over the turn of a year': {
    from: '2025-01-01T00:15:00+02:00',
    breaks: [
      ['2025-01-01T00:30:00+01:00', '2025-01-01T05:30:00+05:45'],
      ['2024-12-31T20:30:00-03:30', '2024-12-31T23:30:00-01:00'],
    ],
    to: '2024-12-31T19:30:00-05:30',
  },
  'offsets over midnight': {
    from: '2024-05-14T20:00:00-05:30',
    breaks: [
      ['2024-05-15T00:00:00-02:30', '2024-05-15T00:00:00-03:00'],
      ['2024-05-15T04:00:00+00:00', '2024-05-15T09:45:00+05:00'],
    ],
    to: '2024-05-15T01:00:00-05:30',
  },
  'the farthest offsets': {
    from: '2025-06-15T23:30:00-12:00',
    breaks: [['2025-06-17T02:00:00+14:00', '2025-06-16T03:00:00-09:30']],
    to: '2025-06-16T18:30:00+05:45',
  },
  'an hour that is shown twice, with the offset of each': {
    from: '2025-10-26T02:15:00+02:00',
    breaks: [['2025-10-26T02:45:00+02:00', '2025-10-26T02:15:00+01:00']],
    to: '2025-10-26T02:45:00+01:00',
  },
} as const satisfies Readonly<Record<string, Shift>>;

/**
 * The members of a card that was worked in a shift.
 *
 * @param notesAt the notes of a place in the card, counted from 0: clock-in, clock-out, card, then of each break its own,
 *   those of its start and of its end
 */
export function cardOfShift({ from, breaks, to }: Shift, notesAt: (place: number) => Json): JsonObject {
  return {
    clockInEvent: { dateTime: from, notes: notesAt(0) },
    clockOutEvent: { dateTime: to, notes: notesAt(1) },
    notes: notesAt(2),
    breaks: breaks.map(([start, end], index) => ({
      notes: notesAt(3 + 3 * index),
      start: { dateTime: start, notes: notesAt(4 + 3 * index) },
      end: { dateTime: end, notes: notesAt(5 + 3 * index) },
    })),
  };
}
