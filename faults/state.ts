import { defects } from './defect.ts';
import { showing, storing } from './seams.ts';

/** Cards that do not get into the state that an operation means. */
export const stateDefects = defects('state', [
  {
    id: 'clock-out-state-unchanged',
    title: 'clockOut sets the event and leaves the state clockedIn',
    imitates: 'a state kept as a column of its own that one path forgets',
    caughtBy: ['TC-CLOCKOUT-003', 'TC-SHAPE-010'],
    hooks: storing('clockOut', (after, before) => ({ ...after, state: before?.state ?? after.state })),
  },
  {
    id: 'clock-out-without-event',
    title: 'clockOut sets the state and no clockOutEvent',
    imitates: 'a mock that only flips the state',
    caughtBy: ['TC-CLOCKOUT-004', 'TC-SHAPE-011'],
    hooks: storing('clockOut', (after) => ({ ...after, clockOutEvent: null })),
  },
  {
    id: 'clock-in-on-break',
    title: 'a card starts onBreak',
    imitates: 'enum values that are off by one',
    caughtBy: ['TC-CLOCKIN-004'],
    hooks: storing('clockIn', (after) => ({ ...after, state: 'onBreak' })),
  },
  {
    id: 'clock-in-with-clock-out',
    title: 'clockIn fills clockOutEvent as well',
    imitates: 'one event object used for both ends',
    caughtBy: ['TC-CLOCKIN-005', 'TC-SHAPE-010'],
    hooks: storing('clockIn', (after) => ({ ...after, clockOutEvent: after.clockInEvent })),
  },
  {
    id: 'open-with-clock-out',
    title: 'get of an open card shows the time of the last change for its clock-out',
    imitates: 'a view that fills a missing end for its sums',
    caughtBy: ['TC-SHAPE-010'],
    hooks: showing(
      (card) =>
        card['clockOutEvent'] === null
          ? {
              ...card,
              clockOutEvent: {
                dateTime: card['lastModifiedDateTime'] ?? null,
                isAtApprovedLocation: null,
                notes: null,
              },
            }
          : card,
      'get',
    ),
  },
  {
    id: 'clock-in-confirmed',
    title: 'a card made by clockIn is confirmed already',
    imitates: 'a default taken from the wrong end of the enum',
    caughtBy: ['TC-CLOCKIN-007'],
    hooks: storing('clockIn', (after) => ({ ...after, confirmedBy: 'user' })),
  },
  {
    id: 'create-clocked-in',
    title: 'a card created with both events is clockedIn',
    imitates: 'a state that every new card starts with',
    caughtBy: ['TC-CREATE-005'],
    hooks: storing('create', (after) => ({ ...after, state: 'clockedIn' })),
  },
  {
    id: 'create-clocked-out',
    title: 'a card created with a clock-in only is clockedOut',
    imitates: 'create meant for finished days only',
    caughtBy: ['TC-CREATE-006'],
    hooks: storing('create', (after) => ({ ...after, state: 'clockedOut' })),
  },
  {
    id: 'create-confirmed',
    title: 'a created card is confirmed by the manager',
    imitates: 'taking the writer of a card for its confirmer',
    caughtBy: ['TC-CREATE-008'],
    hooks: storing('create', (after) => ({ ...after, confirmedBy: 'manager' })),
  },
  {
    id: 'create-break-ignored',
    title: 'a card created with an open break is clockedIn',
    imitates: 'a state that is derived from the events alone',
    caughtBy: ['TC-CREATE-026'],
    hooks: storing('create', (after) => (after.state === 'onBreak' ? { ...after, state: 'clockedIn' } : after)),
  },
  {
    id: 'open-break-ended',
    title: 'an open break of create is ended, and the card stays onBreak',
    imitates: 'breaks that are stored as pairs only',
    caughtBy: ['TC-SHAPE-012'],
    hooks: storing('create', (after) => ({
      ...after,
      breaks: after.breaks.map((one) => ({ ...one, end: one.end ?? one.start })),
    })),
  },
]);
