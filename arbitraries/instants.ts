import * as fc from 'fast-check';

/** What all instants shrink to: the morning of an ordinary working day. */
export const simplestInstant = '2024-01-01T08:00:00Z';

const base = Date.UTC(2024, 0, 1, 8);
const secondsBefore = 8 * 3600;

/** To the evening of 2025-12-31, so that a shift that begins then still lies in the past. */
const secondsAfter = (Date.UTC(2025, 11, 31, 20) - base) / 1000;

/** Instants at which clocks, calendars and reports go wrong. */
export const specialInstants = {
  midnight: '2024-05-15T00:00:00Z',
  monthEnd: '2024-04-30T23:59:59Z',
  februaryEnd: '2025-02-28T23:59:59Z',
  yearEnd: '2024-12-31T23:59:59Z',
  yearOfWeek: '2024-12-30T00:00:00Z',
  leapDay: '2024-02-29T12:00:00Z',
  leapDayEnd: '2024-02-29T23:59:59Z',
  summerTimePacific: '2024-03-10T10:00:00Z',
  summerTimeEastern: '2025-03-09T07:00:00Z',
  summerTimeEurope: '2024-03-31T01:00:00Z',
  summerTimeAustralia: '2024-10-05T16:00:00Z',
  summerTimeNewZealand: '2025-09-27T14:00:00Z',
  winterTimeEurope: '2024-10-27T01:00:00Z',
  repeatedHourEurope: '2025-10-26T00:30:00Z',
  winterTimePacific: '2024-11-03T09:00:00Z',
  winterTimeCentral: '2024-11-03T07:00:00Z',
  winterTimeEastern: '2025-11-02T06:00:00Z',
  winterTimeAustralia: '2025-04-05T16:00:00Z',
  winterTimeNewZealand: '2024-04-06T14:00:00Z',
} as const;

/**
 * An instant as an `Edm.DateTimeOffset` in UTC with no or three digits of fraction, between 2024-01-01 and 2025-12-31:
 * the past, as no document says what becomes of future times. Often near a special one. Shrinks to `simplestInstant`.
 */
export function instant(): fc.Arbitrary<string> {
  return withFraction(
    fc.constant(undefined),
    fc.integer({ min: 0, max: 999 }).map((value) => digits(value, 3)),
  );
}

/** As `instant`, with up to seven digits of fraction: more than milliseconds, which no document promises to keep. */
export function exoticInstant(): fc.Arbitrary<string> {
  const anyDigits = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(9_999_999));
  return withFraction(anyDigits.map(([length, value]) => digits(value, 7).slice(7 - length)));
}

/** The text of an instant given in milliseconds since the epoch, with so many digits of fraction. */
export function formatInstant(milliseconds: number, fractionDigits: 0 | 3): string {
  const text = new Date(milliseconds).toISOString();
  return fractionDigits === 3 ? text : `${text.slice(0, 19)}Z`;
}

function withFraction(...fractions: fc.Arbitrary<string | undefined>[]): fc.Arbitrary<string> {
  return fc.tuple(wholeSecond(), fc.oneof({ withCrossShrink: true }, ...fractions)).map(([milliseconds, fraction]) => {
    const text = formatInstant(milliseconds, 0);
    return fraction === undefined ? text : `${text.slice(0, -1)}.${fraction}Z`;
  });
}

function wholeSecond(): fc.Arbitrary<number> {
  const anywhere = fc.integer({ min: -secondsBefore, max: secondsAfter }).map((seconds) => base + seconds * 1000);
  const nearSpecial = fc
    .tuple(fc.constantFrom(...Object.values(specialInstants)), fc.integer({ min: -1800, max: 1800 }))
    .map(([text, seconds]) => Date.parse(text) + seconds * 1000);
  return fc.oneof({ withCrossShrink: true }, { weight: 1, arbitrary: anywhere }, { weight: 1, arbitrary: nearSpecial });
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
