import type { ItemBody, TimeCard } from '../../reference/time-card.ts';
import { withEnd } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { reading, storing, withEvent, withEveryEvent, withEveryNote } from '../seams.ts';
import { bodies, eachObject } from './outside-seams.ts';

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function inNotes(notes: ItemBody | null, change: (content: string) => string): ItemBody | null {
  return notes && { ...notes, content: notes.content && change(notes.content) };
}

function decoded(notes: ItemBody | null): ItemBody | null {
  if (notes?.contentType !== 'html') return notes;
  return inNotes(notes, (text) => text.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? ''));
}

function twice(content: string): string {
  return content.replaceAll("'", "''");
}

function quoted(card: TimeCard): TimeCard {
  return { ...withEveryNote(card, twice), notes: inNotes(card.notes, twice), originalEntry: card.originalEntry };
}

function hasHtml({ clockInEvent, clockOutEvent, breaks }: TimeCard): boolean {
  const events = [clockInEvent, clockOutEvent, ...breaks.flatMap(({ start, end }) => [start, end])];
  return events.some((event) => event?.notes?.contentType === 'html');
}

/** Notes that are read, escaped or compared where they should be kept. */
export const noteDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'word-null-is-no-note',
      title: 'a note that says null, as a word, is kept as no note at all',
      imitates: 'text that passes through a query string or a template and is read back as a literal',
      breaches: 'CSDL: itemBody/content is Edm.String, in which four letters are four letters',
      caughtBy: ['TC-CLOCKOUT-005'],
      alike: 'shows only where the note is null',
      hooks: reading(bodies, (body) =>
        eachObject(body, (one, name) => (name === 'notes' && /^null$/i.test(String(one['content'])) ? null : one)),
      ),
    },
    {
      id: 'end-note-like-start-note-dropped',
      title: 'endBreak drops its note where it says the same as the note with which the break was started',
      imitates: 'removal of duplicate comments',
      breaches: 'timecard-endbreak.md, Request body: "notes | itemBody | Notes for the end of the break."',
      caughtBy: ['TC-BREAK-009'],
      alike: 'shows only where both notes of a break are the same',
      hooks: storing('endBreak', (after) => {
        const said = after.breaks.at(-1)?.start.notes?.content;
        return withEnd(after, (end) =>
          said !== undefined && end.notes?.content === said ? { ...end, notes: null } : end,
        );
      }),
    },
    {
      id: 'clock-out-note-like-clock-in-note-dropped',
      title: 'clockOut drops its note where it says the same as the note of the clock-in ("Site 12", both times)',
      imitates: 'a guard against forms that send the text of the last screen once more',
      breaches: 'timecard-clockout.md, Request body: "notes | itemBody | Notes for the clock out."',
      caughtBy: ['TC-CLOCKOUT-005'],
      alike: 'shows only where the two notes are the same',
      hooks: storing('clockOut', (after) =>
        withEvent(after, 'clockOutEvent', (event) =>
          event.notes?.content === after.clockInEvent?.notes?.content ? { ...event, notes: null } : event,
        ),
      ),
    },
    {
      id: 'apostrophe-doubled-in-notes-of-break',
      title: 'an apostrophe in the note of a break itself (not of its start or end) comes back doubled',
      imitates: 'quotes escaped for SQL or OData and then bound as a parameter',
      breaches:
        'beta timecard-post.md, example: the note of a break, "Lunch break", comes back as sent; CSDL: timeCardBreak/notes is an itemBody; timecard-replace.md, Request body: "JSON representation of a timeCard."',
      caughtBy: ['TC-REPLACE-029'],
      alike: 'shows only where a break has notes of its own with an apostrophe',
      hooks: storing(['create', 'replace'], (after) => ({
        ...after,
        breaks: after.breaks.map((one) => ({ ...one, notes: inNotes(one.notes, twice) })),
      })),
    },
    {
      id: 'apostrophe-doubled-by-replace',
      title: 'a replace doubles every apostrophe in the notes: "couldn\'t" becomes "couldn\'\'t"',
      imitates: 'text quoted for SQL by hand and then bound as a parameter, in one statement of many',
      breaches: 'timecard-replace.md, Request body: "JSON representation of a timeCard."',
      caughtBy: ['TC-REPLACE-008', 'TC-REPLACE-010', 'TC-REPLACE-012'],
      alike: 'shows only where notes have an apostrophe',
      hooks: storing('replace', quoted),
    },
    {
      id: 'lines-of-clock-out-note-joined',
      title: 'a clock-out note of several lines comes back as one line',
      imitates: 'a text field that normalises white space',
      breaches: 'timecard-clockout.md, Request body: "Notes for the clock out."',
      caughtBy: ['TC-NOTES-001'],
      alike: 'needs a line break; emoji come back whole',
      hooks: storing('clockOut', (after) =>
        withEvent(after, 'clockOutEvent', (event) => ({
          ...event,
          notes: inNotes(event.notes, (text) => text.replaceAll(/\s*\r?\n\s*/g, ' ')),
        })),
      ),
    },
    {
      id: 'one-content-type-for-the-card',
      title: 'from the next action on, all notes of a card with an html note in one of its events are html',
      imitates: 'one column for the contentType of a card, whichever event its notes belong to',
      breaches:
        'CSDL, itemBody: each has a contentType of its own; timecard-clockout.md, example: "contentType": "text"',
      caughtBy: ['TC-CLOCKOUT-005', 'TC-BREAK-004', 'TC-BREAK-009'],
      alike: 'shows only where a card has notes of both types',
      hooks: storing(['clockOut', 'startBreak', 'endBreak'], (after) =>
        hasHtml(after)
          ? withEveryEvent(after, (event) => ({
              ...event,
              notes: event.notes && { ...event.notes, contentType: 'html' },
            }))
          : after,
      ),
    },
    {
      id: 'html-entities-decoded',
      title: 'entities in notes of type html are kept decoded: "<p>Tom &amp;amp; Jerry</p>" loses its amp',
      imitates: 'a sanitiser that parses HTML and writes back its text nodes without escaping',
      breaches: 'CSDL, itemBody: content, and EnumType bodyType, Member Name="html"',
      caughtBy: ['TC-NOTES-002'],
      alike: 'shows only where html has entities',
      hooks: storing(bodies, (after) => ({
        ...withEveryEvent(after, (event) => ({ ...event, notes: decoded(event.notes) })),
        notes: decoded(after.notes),
      })),
    },
  ]),
];
