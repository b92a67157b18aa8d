/*
 * Edm.DateTimeOffset. Sources: OData 4.01 ABNF (dateTimeOffsetValue); changeTrackedEntity page (ISO 8601, always UTC);
 * create example, where `21:00:00.000Z` comes back as `21:00:00Z`.
 */

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|([+-])(\d\d):(\d\d))$/i;

/** What the service stores of a fraction: ticks of 100 ns. */
const fractionDigits = 7;

/** The text in UTC as the service writes it back, or undefined where the text is no instant. */
export function normalizeInstant(text: string): string | undefined {
  const parts = pattern.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, , sign, offsetHour, offsetMinute] = parts;
  const fields = [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second ?? 0)] as const;
  if (!isOnCalendar(fields) || Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return undefined;
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * (sign === '-' ? -1 : 1);
  const utc = toUtc(fields).getTime() - offset * 60_000;
  const written = new Date(utc).toISOString();
  if (written.length !== 24) return undefined;
  return `${written.slice(0, 19)}${keptFraction(fraction)}Z`;
}

/** Times that the service sets carry three digits in every v1.0 example. */
export function writeServiceTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

type Fields = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];

function isOnCalendar(fields: Fields): boolean {
  const [year, month, day, hour, minute, second] = fields;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return day <= toUtc([year, month + 1, 0, 0, 0, 0]).getUTCDate();
}

/** `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
function toUtc([year, month, day, hour, minute, second]: Fields): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date;
}

function keptFraction(fraction: string | undefined): string {
  const kept = (fraction ?? '').slice(0, fractionDigits);
  return /^0*$/.test(kept) ? '' : `.${kept}`;
}
