import type { Case } from '../case.ts';
import { replacement } from './life-steps.ts';
import { read, writeAndLook } from './card-life.ts';

/** Beta knows the place under two names; where both are said, and differ, only one can count. */
export function formerNames(userId: string): Case {
  const elsewhere = { isAtApprovedLocation: false, atApprovedLocation: true };
  return {
    name: 'places under their former name',
    phase: 'lifeCycle',
    suites: ['clockIn', 'breaks', 'clockOut', 'create', 'replace'],
    steps: [
      {
        name: 'clock in',
        operation: 'clockIn',
        makes: 'card',
        body: elsewhere,
      },
      read('read'),
      ...writeAndLook('start a break', 'startBreak', { atApprovedLocation: false }, 'read on break'),
      ...writeAndLook('end the break', 'endBreak', { atApprovedLocation: true }, 'read after the break'),
      ...writeAndLook('clock out', 'clockOut', { atApprovedLocation: true }, 'read again'),
      replacement({
        userId,
        clockInEvent: { dateTime: '2025-01-07T21:00:00Z', isAtApprovedLocation: false, atApprovedLocation: true },
        clockOutEvent: { dateTime: '2025-01-07T21:30:00Z', atApprovedLocation: false },
      }),
      read('read the replaced'),
      {
        name: 'create',
        operation: 'create',
        makes: 'second',
        body: {
          userId,
          clockInEvent: { dateTime: '2025-01-07T21:00:00Z', ...elsewhere },
          clockOutEvent: { dateTime: '2025-01-07T21:30:00Z', ...elsewhere },
        },
        ofToday: 40,
      },
    ],
  };
}

/**
 * v1.0 knows the place under its current name alone. The former one beside it is a property that no page names: who takes
 * the request stores what the current one says.
 */
export function formerBesideCurrent(userId: string): Case {
  const [here, elsewhere] = [
    { isAtApprovedLocation: true, atApprovedLocation: false },
    { isAtApprovedLocation: false, atApprovedLocation: true },
  ];
  const card = {
    userId,
    clockInEvent: { dateTime: '2025-01-07T21:00:00Z', ...elsewhere },
    clockOutEvent: { dateTime: '2025-01-07T21:30:00Z', ...here },
    breaks: [
      {
        start: { dateTime: '2025-01-07T21:10:00Z', ...here },
        end: { dateTime: '2025-01-07T21:20:00Z', ...elsewhere },
      },
    ],
  };
  return {
    name: 'places under their former name as well',
    phase: 'lifeCycle',
    suites: ['clockIn', 'breaks', 'clockOut', 'create', 'replace'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: elsewhere },
      read('read'),
      ...writeAndLook('start a break', 'startBreak', here, 'read on break'),
      ...writeAndLook('end the break', 'endBreak', elsewhere, 'read after the break'),
      ...writeAndLook('clock out', 'clockOut', here, 'read again'),
      { ...replacement(card), ofToday: 20 },
      read('read the replaced'),
      { name: 'create', operation: 'create', makes: 'second', body: card, ofToday: 40 },
    ],
  };
}
