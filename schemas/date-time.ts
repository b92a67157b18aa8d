const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * True for an `Edm.DateTimeOffset` as Graph takes and writes it: ISO 8601 with an upper-case T, Z or an offset, up to seven
 * digits of fraction, on a day that exists. Stricter than RFC 3339: no leap second, no hour 24, no lower case.
 * Source: CSDL (the type, which allows any offset), all documented examples (T and Z), .NET precision (seven digits).
 */
export function isGraphDateTime(text: string): boolean {
  return parseInstant(text) !== undefined;
}

/**
 * The instant in milliseconds since the epoch, or undefined where the text is no Graph date and time. Digits beyond the
 * millisecond are kept as a fraction, as far as a double can hold them (to about 0.0003 ms today).
 */
export function parseInstant(text: string): number | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
  const [offsetHour, offsetMinute] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return undefined;
  // The first argument of Date.UTC is offset by 400 years, one whole cycle, as it takes 0 to 99 for 1900 to 1999.
  const local = Date.UTC(year + 400, month - 1, day, hour, minute, second) - cycle;
  const offset = (match[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000;
  return local - offset + (match[7] === undefined ? 0 : Number(match[7].padEnd(7, '0')) / 10_000);
}

/** 400 years of the Gregorian calendar, in milliseconds. */
const cycle = 146_097 * 86_400_000;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
