import type { Json } from '../../traffic/json.ts';
import type { TimeCard, TimeCardEntry, TimeCardEvent } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { reading, storing, withEveryEvent } from '../seams.ts';

/** What replace makes of the entry that was sent, and of the one before it. */
export const replacedEntryDefects: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'replace-keeps-one-break',
      title: 'of several breaks that are sent replace keeps the first',
      imitates: 'a table with one column for a break',
      breaches:
        'beta timecard-replace.md, Request body: "JSON representation of a timeCard object", example with breaks',
      caughtBy: ['TC-REPLACE-012'],
      alike: 'needs two breaks in the body; one alone is kept',
      hooks: storing('replace', (after) => withState({ ...after, breaks: after.breaks.slice(0, 1) })),
    },
    {
      id: 'replace-false-becomes-null',
      title: 'isAtApprovedLocation false of a replace comes back as null',
      imitates: '`value || null`',
      breaches: 'timecard-replace.md, example: isAtApprovedLocation in both events; CSDL: Edm.Boolean',
      caughtBy: ['TC-REPLACE-011', 'TC-REPLACE-023'],
      hooks: storing('replace', (after) =>
        withOwnEvents(after, (event) => ({ ...event, isAtApprovedLocation: event.isAtApprovedLocation || null })),
      ),
    },
    {
      id: 'replace-takes-half-hours-for-hours',
      title: 'the minutes of the offset of a time in replace are left aside',
      imitates: 'a parser of offsets made for whole hours',
      breaches: 'CSDL, timeCardEvent/dateTime: Edm.DateTimeOffset; timecard-replace.md: the times that were sent',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-012'],
      hooks: reading('replace', (body) => rewritten(body, /([+-]\d\d):(?:30|45)"/g, '$1:00"')),
    },
    {
      id: 'replace-keeps-content-type',
      title: 'the notes of the clock-in get new content from replace and keep their old contentType',
      imitates: 'a mapping that copies the text of a note',
      breaches:
        'timecard-replace.md, example: notes with contentType; resources/itembody.md: contentType, the type of the content',
      caughtBy: ['TC-REPLACE-010'],
      alike: 'needs a note of another kind than the one before; its content is new',
      hooks: storing('replace', (after, before) => {
        const old = before?.clockInEvent?.notes;
        const event = after.clockInEvent;
        if (!old || !event?.notes) return after;
        return { ...after, clockInEvent: { ...event, notes: { ...event.notes, contentType: old.contentType } } };
      }),
    },
    {
      id: 'replace-empties-original-breaks',
      title: 'replace of a card with breaks leaves originalEntry without them',
      imitates: 'a copy of the first level of an object, of which the rest is cleared afterwards',
      breaches:
        'resources/timecardentry.md: breaks; resources/timecard.md, originalEntry: the entry before it was edited',
      caughtBy: ['TC-REPLACE-003'],
      alike: 'takes from the original and puts nothing of the new entry there; it needs a break',
      hooks: storing('replace', (after) => ({ ...after, originalEntry: { ...after.originalEntry, breaks: [] } })),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'replace-null-keeps-notes',
      title: 'null for the notes of the card leaves the old ones in place',
      imitates: 'an update that skips nulls',
      breaches: 'beta timecard-replace.md, example: "notes": null',
      caughtBy: ['TC-REPLACE-008'],
      alike: 'keeps notes that are to go, where the other loses those that are to stay',
      hooks: storing('replace', (after, before, { body }) =>
        body['notes'] === null ? { ...after, notes: before?.notes ?? null } : after,
      ),
    },
    {
      id: 'replace-empty-keeps-breaks',
      title: 'an empty array of breaks in replace leaves the old ones in place',
      imitates: 'an update that goes through the children that were sent, and deletes none',
      breaches: 'timecard-replace.md, Request body: "JSON representation of a timeCard" (with no breaks)',
      caughtBy: ['TC-REPLACE-020', 'TC-REPLACE-012'],
      alike: 'needs an empty array; a replace that brings breaks is right',
      hooks: storing('replace', (after, before, { body }) => {
        const empty = Array.isArray(body['breaks']) && body['breaks'].length === 0;
        return before && empty ? withState({ ...after, breaks: before.breaks }) : after;
      }),
    },
    {
      id: 'replace-compares-times-only',
      title: 'a replace that moves no time changes nothing',
      imitates: 'a comparison of old and new that looks at the times alone',
      breaches: 'timecard-replace.md, example: replaces the notes ("Modified clockOut time") together with the times',
      caughtBy: ['TC-REPLACE-010', 'TC-REPLACE-008', 'TC-REPLACE-011'],
      alike: 'drops the whole replace, and only where the times are those of the card',
      hooks: storing('replace', (after, before) => (before && timesOf(before) === timesOf(after) ? before : after)),
    },
    {
      id: 'start-break-after-replace-restores-clock-in',
      title: 'startBreak of a card that was replaced puts the clock-in from before the replace back',
      imitates: 'breaks that are kept with a copy of the card',
      breaches:
        'timecard-startbreak.md, Request body and Response: the start of a break; timecard-replace.md, example: the clock-in is what was sent',
      caughtBy: ['TC-BREAK-020'],
      hooks: () => {
        const old = new Map<unknown, TimeCardEvent | null>();
        return {
          store: ({ before, after, call }) => {
            if (call.operation === 'replace' && before) old.set(before.id, before.clockInEvent);
            if (!after || call.operation !== 'startBreak') return after;
            const clockInEvent = old.get(after.id);
            old.delete(after.id);
            return clockInEvent === undefined ? after : { ...after, clockInEvent };
          },
        };
      },
    },
    {
      id: 'every-fourth-replace-lost',
      title: 'every fourth replace answers 204 and changes nothing',
      imitates: 'a pool of connections of which one has autocommit switched off',
      breaches: 'timecard-replace.md, Response: "If successful, this method returns a `204 No Content` response code"',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-010', 'TC-REPLACE-008'],
      hooks: () => {
        let replaces = 0;
        return storing('replace', (after, before) => ((replaces += 1) % 4 === 0 ? before : after));
      },
    },
  ]),
];

function rewritten(body: Json, pattern: RegExp, by: string): Json {
  return JSON.parse(JSON.stringify(body).replaceAll(pattern, by)) as Json;
}

/** The events of the card itself, and not those of `originalEntry`. */
function withOwnEvents(card: TimeCard, change: (event: TimeCardEvent) => TimeCardEvent): TimeCard {
  return { ...withEveryEvent(card, change), originalEntry: card.originalEntry };
}

function withState(card: TimeCard): TimeCard {
  const open = card.breaks.some(({ end }) => end === null) ? 'onBreak' : 'clockedIn';
  return { ...card, state: card.clockOutEvent === null ? open : 'clockedOut' };
}

function timesOf({ clockInEvent, clockOutEvent, breaks }: TimeCardEntry): string {
  const time = (event: TimeCardEvent | null) => (event === null ? null : Date.parse(event.dateTime));
  return JSON.stringify([
    time(clockInEvent),
    time(clockOutEvent),
    breaks.map((one) => [time(one.start), time(one.end)]),
  ]);
}
