import { defects } from './defect.ts';
import { storing, withEvent, withEveryEvent, withEveryNote } from './seams.ts';

const writes = ['create', 'clockIn', 'clockOut'] as const;

/**
 * Notes and the location flag that do not come back as they were sent. Blanks cut off at either end are no defect here:
 * no document promises to keep them.
 */
export const noteDefects = defects('fields', [
  {
    id: 'notes-html-escaped',
    title: 'notes come back with & as &amp;',
    imitates: 'escaping on the way in that is not undone on the way out',
    caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003', 'TC-CLOCKOUT-005'],
    hooks: storing(writes, (after) => withEveryNote(after, (text) => text.replaceAll(/&(?!amp;)/g, '&amp;'))),
  },
  {
    id: 'notes-cut',
    title: 'notes are cut after 20 characters',
    imitates: 'a database column that is too short',
    caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003', 'TC-CLOCKOUT-005'],
    alike: 'short notes come back whole',
    hooks: storing(writes, (after) => withEveryNote(after, (text) => text.slice(0, 20))),
  },
  {
    id: 'notes-ascii',
    title: 'letters outside ASCII become question marks',
    imitates: 'a store with a narrow character set',
    caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003', 'TC-CLOCKOUT-005'],
    alike: 'needs a letter outside ASCII; plain English comes back whole',
    hooks: storing(writes, (after) => withEveryNote(after, (text) => text.replaceAll(/[^\x20-\x7e]/g, '?'))),
  },
  {
    id: 'notes-without-blanks',
    title: 'blanks vanish from notes',
    imitates: 'a trim that takes inner blanks as well',
    caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003', 'TC-CLOCKOUT-005'],
    alike: 'needs a blank within the text; a single word comes back whole',
    hooks: storing(writes, (after) => withEveryNote(after, (text) => text.replaceAll(' ', ''))),
  },
  {
    id: 'clock-out-notes-lost',
    title: 'notes of clockOut are not kept',
    imitates: 'a handler that reads the notes for clockIn only',
    caughtBy: ['TC-CLOCKOUT-005'],
    hooks: storing('clockOut', (after) => withEvent(after, 'clockOutEvent', (event) => ({ ...event, notes: null }))),
  },
  {
    id: 'create-notes-lost',
    title: 'notes of the events of create are not kept',
    imitates: 'a mapping that stops one level too early',
    caughtBy: ['TC-CREATE-003'],
    hooks: storing('create', (after) => withEveryEvent(after, (event) => ({ ...event, notes: null }))),
  },
  {
    id: 'notes-on-card',
    title: 'notes of clockIn are put on the card as well',
    imitates: 'taking the notes of the action for the notes of the card',
    caughtBy: ['TC-CLOCKIN-009'],
    hooks: storing('clockIn', (after) => ({ ...after, notes: after.clockInEvent?.notes ?? null })),
  },
  {
    id: 'notes-empty-object',
    title: 'omitted notes come back as empty text',
    imitates: 'a default object instead of null',
    caughtBy: ['TC-CLOCKIN-010', 'TC-CREATE-018', 'TC-CLOCKOUT-017'],
    hooks: storing(writes, (after) =>
      withEveryEvent(after, (event) => ({ ...event, notes: event.notes ?? { contentType: 'text', content: '' } })),
    ),
  },
  {
    id: 'content-type-lost',
    title: 'notes come back without their contentType',
    imitates: 'a store that keeps the text and not its kind',
    caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003', 'TC-CLOCKOUT-005'],
    alike: 'leaves the content alone and loses what kind of text it is',
    hooks: storing(writes, (after) =>
      withEveryEvent(after, (event) => ({ ...event, notes: event.notes && { ...event.notes, contentType: null } })),
    ),
  },
  {
    id: 'location-dropped',
    title: 'isAtApprovedLocation of clockIn is not kept',
    imitates: 'a mock that knows the older name of the property only',
    caughtBy: ['TC-CLOCKIN-011'],
    hooks: storing('clockIn', (after) => withEveryEvent(after, (event) => ({ ...event, isAtApprovedLocation: null }))),
  },
  {
    id: 'location-false-null',
    title: 'isAtApprovedLocation false comes back as null',
    imitates: 'a test for truth where one for presence was meant',
    caughtBy: ['TC-CLOCKIN-011', 'TC-CLOCKOUT-006', 'TC-CREATE-017'],
    hooks: storing(writes, (after) =>
      withEveryEvent(after, (event) => ({ ...event, isAtApprovedLocation: event.isAtApprovedLocation || null })),
    ),
  },
  {
    id: 'clock-out-location-dropped',
    title: 'isAtApprovedLocation of clockOut is not kept',
    imitates: 'a handler written for clockIn first',
    caughtBy: ['TC-CLOCKOUT-006'],
    hooks: storing('clockOut', (after) =>
      withEvent(after, 'clockOutEvent', (event) => ({ ...event, isAtApprovedLocation: null })),
    ),
  },
  {
    id: 'card-notes-lost',
    title: 'notes of the card given to create are not kept',
    imitates: 'mocks that know the notes of events only',
    caughtBy: ['TC-CREATE-021'],
    hooks: storing('create', (after) => ({ ...after, notes: null })),
  },
  {
    id: 'card-notes-copied',
    title: 'a card created without notes takes those of its clock-in',
    imitates: 'a convenience of a user interface',
    caughtBy: ['TC-CREATE-019'],
    hooks: storing('create', (after) => ({ ...after, notes: after.notes ?? after.clockInEvent?.notes ?? null })),
  },
]);
