import { defects } from './defect.ts';
import { storing } from './seams.ts';

/** What clockOut changes of a card beside its end. */
export const clockOutDefects = defects('fields', [
  {
    id: 'clock-out-drops-breaks',
    title: 'clockOut drops the breaks of the card',
    imitates: 'a card that is written anew from its two events',
    caughtBy: ['TC-CLOCKOUT-021'],
    hooks: storing('clockOut', (after) => ({
      ...after,
      breaks: [],
      originalEntry: { ...after.originalEntry, breaks: [] },
    })),
  },
  {
    id: 'clock-out-notes-on-card',
    title: 'the notes of clockOut become the notes of the card',
    imitates: 'one field for all notes',
    caughtBy: ['TC-CLOCKOUT-022'],
    hooks: storing('clockOut', (after) => ({ ...after, notes: after.clockOutEvent?.notes ?? after.notes })),
  },
  {
    id: 'clock-out-modified-by-nobody',
    title: 'lastModifiedBy after clockOut names no user',
    imitates: 'a job in the background that closes cards',
    caughtBy: ['TC-CLOCKOUT-023'],
    hooks: storing('clockOut', (after) => ({
      ...after,
      lastModifiedBy: { application: null, device: null, user: null },
    })),
  },
  {
    id: 'clock-out-empties-original',
    title: 'clockOut empties the clock-in of the original entry',
    imitates: 'an original entry that holds the last event only',
    caughtBy: ['TC-CLOCKOUT-024'],
    hooks: storing('clockOut', (after) => ({
      ...after,
      originalEntry: { ...after.originalEntry, clockInEvent: null },
    })),
  },
  {
    id: 'clock-out-confirms',
    title: 'clockOut confirms the card for its user',
    imitates: 'a button that does two things',
    caughtBy: ['TC-CLOCKOUT-025'],
    hooks: storing('clockOut', (after) => ({ ...after, confirmedBy: 'user' })),
  },
]);
