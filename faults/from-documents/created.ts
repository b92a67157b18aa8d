import type { FaultHooks } from '../../reference/fault.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { withBreaks } from '../break-seams.ts';
import { defects } from '../defect.ts';
import { storing, withEvent } from '../seams.ts';
import { shownOtherwise } from './shown-otherwise.ts';

/** What create gets wrong in some cards only. */
export const documentCreatedDefects = [
  ...defects('state', [
    {
      id: 'create-ended-break-state',
      title: 'a card created without a clock-out and with a break that is over is onBreak',
      imitates: 'a state that is told from the number of breaks',
      breaches:
        'beta timecard-post.md, Example: "state": "onBreak" with "end": null; timecard.md: the break of onBreak is under way',
      caughtBy: ['TC-SHAPE-012', 'TC-CREATE-006'],
      hooks: storing('create', (after) =>
        after.clockOutEvent === null && after.breaks.length > 0 ? { ...after, state: 'onBreak' } : after,
      ),
    },
    {
      id: 'create-both-events-with-break-on-break',
      title: 'a card created with both events and a break is onBreak',
      imitates: 'a state that is set from the last thing in the body',
      breaches: 'schedule-post-timecards.md, Example: both events, "state": "clockedOut"',
      caughtBy: ['TC-CREATE-005', 'TC-SHAPE-010'],
      hooks: storing('create', (after) =>
        after.clockOutEvent !== null && after.breaks.length > 0 ? { ...after, state: 'onBreak' } : after,
      ),
    },
  ]),
  ...defects('fields', [
    {
      id: 'create-null-clock-out-epoch',
      title: 'create with clockOutEvent null makes a clock-out of 1970',
      imitates: 'new Date(null)',
      breaches: 'CSDL, timeCard: clockOutEvent is nullable; timecard-clockin.md, Examples: "clockOutEvent": null',
      caughtBy: ['TC-CREATE-006'],
      hooks: storing('create', (after, _before, { body }) =>
        body['clockOutEvent'] === null && after.clockInEvent !== null
          ? { ...after, state: 'clockedOut', clockOutEvent: { ...bare, dateTime: '1970-01-01T00:00:00Z' } }
          : after,
      ),
    },
    {
      id: 'create-clock-out-takes-note',
      title: 'a clock-out of create without notes takes those of the clock-in',
      imitates: 'a default that is taken from the first event',
      breaches: 'schedule-post-timecards.md, Example: clockOutEvent "notes": null beside a clock-in with notes',
      caughtBy: ['TC-CREATE-018'],
      alike: 'takes the text from the other event, and needs one there',
      hooks: storing('create', (after) =>
        withEvent(after, 'clockOutEvent', (event) => ({
          ...event,
          notes: event.notes ?? after.clockInEvent?.notes ?? null,
        })),
      ),
    },
    {
      id: 'create-clock-out-false-location',
      title: 'isAtApprovedLocation false of the clock-out of create becomes the true of the clock-in',
      imitates: 'out.location || in.location',
      breaches:
        'timecardevent.md: isAtApprovedLocation "Indicates whether this action happens at an approved location."',
      caughtBy: ['TC-CREATE-017'],
      hooks: storing('create', (after) =>
        withEvent(after, 'clockOutEvent', (event) => ({
          ...event,
          isAtApprovedLocation:
            event.isAtApprovedLocation === false && after.clockInEvent?.isAtApprovedLocation === true
              ? true
              : event.isAtApprovedLocation,
        })),
      ),
    },
    {
      id: 'create-both-notes-same',
      title: 'where both events of create have notes, both get those of the clock-out',
      imitates: 'one object that is filled twice',
      breaches: 'schedule-post-timecards.md, Example: each event comes back with its own notes',
      caughtBy: ['TC-CREATE-003'],
      hooks: storing('create', (after) =>
        withEvent(after, 'clockInEvent', (event) => ({
          ...event,
          notes: event.notes && (after.clockOutEvent?.notes ?? event.notes),
        })),
      ),
    },
    {
      id: 'create-card-note-in-clock-in',
      title: 'a clock-in of create without notes takes those of the card',
      imitates: 'a note that falls back to the one above it',
      breaches:
        'schedule-post-timecards.md, Example: notes that an event omits are null (dossier d: "Omitted event notes -> null")',
      caughtBy: ['TC-CREATE-018'],
      alike: 'takes the text from the card, and needs notes of the card in the body',
      hooks: storing('create', (after) =>
        withEvent(after, 'clockInEvent', (event) => ({ ...event, notes: event.notes ?? after.notes })),
      ),
    },
    {
      id: 'create-break-note-to-start',
      title: 'notes of a break of create go to its start where that has none',
      imitates: 'two levels of notes that are held in one column',
      breaches: 'beta timecard-post.md, Example: the break keeps "Lunch break" and its start keeps notes of its own',
      caughtBy: ['TC-CREATE-031', 'TC-CREATE-027'],
      alike: 'keeps the text, at another place than it was sent for',
      hooks: storing('create', (after) =>
        withBreaks(after, (breaks) =>
          breaks.map((one) =>
            one.start.notes === null ? { ...one, notes: null, start: { ...one.start, notes: one.notes } } : one,
          ),
        ),
      ),
    },
    {
      id: 'create-third-break-dropped',
      title: 'create keeps two breaks at most',
      imitates: 'two pairs of columns for breaks',
      breaches: 'CSDL, timeCard: breaks Type="Collection(graph.timeCardBreak)"',
      caughtBy: ['TC-CREATE-027'],
      hooks: storing('create', (after) => withBreaks(after, (breaks) => breaks.slice(0, 2))),
    },
  ]),
  ...defects('identity', [
    {
      id: 'create-application-ignores-user',
      title: 'create by an application makes a card of the application, whomever it names',
      imitates: 'an owner that is always taken from the token',
      breaches: 'schedule-post-timecards.md, Example: "userId" of the request is that of the response',
      caughtBy: ['TC-CREATE-011'],
      alike: 'needs a create by an application',
      hooks: storing('create', (after, _before, { principal, user }) =>
        principal.kind === 'application' ? { ...after, userId: user?.id ?? principal.identity.id } : after,
      ),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'create-stores-break-without-end-notes',
      title: 'create answers the notes of the end of a break and does not keep them',
      imitates: 'an answer made of the request and a table without that column',
      breaches: 'timecard-get.md: get "Retrieve the properties" of the timeCard that create answered',
      caughtBy: ['TC-CREATE-022'],
      hooks: forgettingEndNotes,
    },
  ]),
  ...defects('isolation', [
    {
      id: 'create-same-day-overwrites',
      title: 'a second card for the same user and day takes the place of the first',
      imitates: 'time sheets with one row for a user and a day',
      breaches: 'CSDL, entity: Key id; schedule-post-timecards.md: "Create a timeCard"',
      caughtBy: ['TC-ISOLATION-005'],
      hooks: () => {
        const ids = new Map<string, string>();
        return {
          store: ({ after, call, cards }) => {
            if (call.operation !== 'create' || !after) return after;
            const key = [call.teamId, after.userId, after.clockInEvent?.dateTime.slice(0, 10)].join(' ');
            const first = ids.get(key);
            const id = first !== undefined && cards.get(first) ? first : after.id;
            ids.set(key, id);
            return { ...after, id };
          },
        };
      },
    },
  ]),
];

const bare = { isAtApprovedLocation: null, notes: null };

function forgettingEndNotes(): FaultHooks {
  const shown = shownOtherwise();
  const kept = (card: TimeCard) =>
    withBreaks(card, (breaks) => breaks.map((one) => ({ ...one, end: one.end && { ...one.end, notes: null } })));
  return {
    look: shown.look,
    ...storing('create', (after) => {
      shown.show(after.id, kept);
      return after;
    }),
  };
}
