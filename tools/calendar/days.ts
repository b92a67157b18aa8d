/** A time and a place at which the tests must pass as they do here and now. */
export interface Day {
  readonly id: string;
  /** When the tests begin; the machine's time without it. */
  readonly begin?: string;
  /** By how many days to be ahead of the machine, for days that follow it. */
  readonly daysAhead?: number;
  /** An IANA name; UTC without it. */
  readonly zone?: string;
}

/** The days that have been bad for tests, here or elsewhere. */
export const days: readonly Day[] = [
  // Each with a zone that differs from UTC in a way of its own: fourteen hours, three quarters of an hour, and half an hour behind.
  { id: 'yesterday', daysAhead: -1, zone: 'Pacific/Kiritimati' },
  { id: 'tomorrow', daysAhead: 1, zone: 'Asia/Kathmandu' },
  { id: 'in-a-month', daysAhead: 30, zone: 'America/St_Johns' },
  { id: 'leap-day', begin: '2028-02-29T12:00:00Z' },
  // Clocks change half a minute after these begin.
  { id: 'clocks-go-forward', begin: '2027-03-28T00:59:30Z', zone: 'Europe/Berlin' },
  { id: 'clocks-go-back', begin: '2027-10-31T00:59:30Z', zone: 'Europe/Berlin' },
  { id: 'clocks-go-back-in-ten-years', begin: '2037-10-25T00:59:30Z', zone: 'Europe/Berlin' },
  { id: 'across-midnight', begin: '2027-01-31T23:59:30Z' },
  { id: 'in-ten-years', daysAhead: 3653 },
];

/** Of these days `.ci/run` tries the tests below: a month's end, and a change of the clocks in a far future. */
export const shortDays = ['across-midnight', 'clocks-go-back-in-ten-years'] as const;

/** The tests that touch times of a run, a server, a recording or a report, as far as they are quick. */
export const testsThatTouchTimes = [
  'tools/calendar',
  'tools/recordings/',
  'engine/execute/times-of-today',
  'engine/execute/lag',
  'checks/times',
  'checks/assertions/instants',
  'checks/assertions/same-time',
  'checks/second-clock-in',
  'reference/',
  'targets/captures/har-entry',
  'targets/http-target',
  'targets/patience',
  'targets/recording/players',
  'targets/recording/re',
  'results/',
  'test/live/doctor',
  'test/live/sign-in',
] as const;

/** Milliseconds by which the clock has to be moved so that the day begins now. */
export function aheadOf({ begin, daysAhead = 0 }: Day, now: number): number {
  return begin === undefined ? daysAhead * 24 * 3_600_000 : Date.parse(begin) - now;
}
