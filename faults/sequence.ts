import type { ItemBody } from '../reference/time-card.ts';
import { defects } from './defect.ts';
import { storing, withEvent } from './seams.ts';

/** Defects that show only after a certain sequence of calls. */
export const sequenceDefects = defects('sequence', [
  {
    id: 'every-seventh-clock-out-lost',
    title: 'every 7th clockOut answers 204 and changes nothing',
    imitates: 'writes lost under load',
    caughtBy: ['TC-CLOCKOUT-003', 'TC-CLOCKOUT-006'],
    alike: 'needs several clockOuts: six of seven are right',
    hooks: () => {
      let count = 0;
      return storing('clockOut', (after, before) => (++count % 7 === 0 ? before : after));
    },
  },
  {
    id: 'notes-leak',
    title: 'clockIn without notes gets the notes of the card before',
    imitates: 'a form object that is used again without being emptied',
    caughtBy: ['TC-CLOCKIN-010'],
    hooks: () => {
      let previous: ItemBody | null = null;
      return storing('clockIn', (after) =>
        withEvent(after, 'clockInEvent', (event) => {
          const notes = event.notes ?? previous;
          previous = event.notes ?? previous;
          return { ...event, notes };
        }),
      );
    },
  },
  {
    id: 'clock-out-notes-leak',
    title: 'clockOut without notes repeats the notes of the clock-in',
    imitates: 'a default taken from the wrong event',
    caughtBy: ['TC-CLOCKOUT-017'],
    hooks: storing('clockOut', (after) =>
      withEvent(after, 'clockOutEvent', (event) => ({
        ...event,
        notes: event.notes ?? after.clockInEvent?.notes ?? null,
      })),
    ),
  },
  {
    id: 'note-kind-per-card',
    title: 'notes of clockOut take the contentType of the notes of clockIn',
    imitates: 'the kind of text kept once for a whole card',
    caughtBy: ['TC-CLOCKOUT-005'],
    alike: 'needs notes of two kinds on one card; their content is right',
    hooks: storing('clockOut', (after) =>
      withEvent(after, 'clockOutEvent', (event) => ({
        ...event,
        notes: event.notes && {
          ...event.notes,
          contentType: after.clockInEvent?.notes?.contentType ?? event.notes.contentType,
        },
      })),
    ),
  },
]);
