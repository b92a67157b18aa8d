import { withEnd } from '../break-seams.ts';
import { reading, showing, storing, withEvent } from '../seams.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { Operation } from '../../specs/operation.ts';
import type { InventedDefect } from './entry.ts';
import { rewritten } from './inventor-1-shared.ts';

const kind = 'notes';
const written: readonly Operation[] = ['clockIn', 'clockOut', 'startBreak', 'endBreak', 'create', 'replace'];

export const inventor1Notes: readonly InventedDefect[] = [
  {
    id: 'word-null-is-no-note',
    title: 'A note that says null, as a word, is kept as no note at all.',
    imitates: 'Text that passes through a query string or a template and is read back as a literal.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CLOCKIN-008: "Notes given to clockIn land in clockInEvent.notes with the same content and contentType."; csdl-timecard-v1.0.xml: itemBody/content is Edm.String, in which four letters are four letters.',
    level: 'MUST',
    kind,
    hooks: reading(written, (body) =>
      rewritten(body, (value, name) =>
        name === 'notes' && isJsonObject(value) && /^null$/i.test(String(value['content'])) ? null : value,
      ),
    ),
  },
  {
    id: 'note-of-digits-becomes-number',
    title: 'get and list show a note that consists of digits as a number.',
    imitates: 'A serializer with automatic numbers (JSON_NUMERIC_CHECK).',
    breaches:
      'csdl-timecard-v1.0.xml: <ComplexType Name="itemBody"> <Property Name="content" Type="Edm.String" />; dossier.md, TC-CREATE-003: "equal content".',
    level: 'MUST',
    kind,
    hooks: showing(
      (card) => {
        const { clockOutEvent, notes } = card;
        const shown = rewritten({ clockOutEvent: clockOutEvent ?? null, notes: notes ?? null }, (value, name) =>
          name === 'content' && typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value,
        );
        return isJsonObject(shown) ? { ...card, ...shown } : card;
      },
      ['get', 'list'],
    ),
  },
  {
    id: 'end-note-like-start-note-dropped',
    title: 'endBreak drops its note where it says the same as the note with which the break was started.',
    imitates: 'Removal of duplicate comments.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-BREAK-009: "Request notes of endBreak are in that break\'s end.notes."; pages/v1.0/timecard-endbreak.md, "Request body": "notes|itemBody|Notes for the end of the break."',
    level: 'MUST',
    kind,
    hooks: storing('endBreak', (after) => {
      const said = after.breaks.at(-1)?.start.notes?.content;
      return withEnd(after, (end) =>
        said !== undefined && end.notes?.content === said ? { ...end, notes: null } : end,
      );
    }),
  },
  {
    id: 'apostrophe-doubled-in-notes-of-break',
    title: 'An apostrophe in the note of a break itself (not of its start or end) comes back doubled.',
    imitates: 'Quotes escaped for SQL or OData and then bound as a parameter.',
    breaches:
      'pages/beta/timecard-post.md, example: the note of a break, "Lunch break", comes back as sent; csdl-timecard-v1.0.xml: timeCardBreak/notes is an itemBody; pages/v1.0/timecard-replace.md, "Request body": "JSON representation of a timeCard."',
    level: 'MUST',
    kind,
    hooks: storing(['create', 'replace'], (after) => ({
      ...after,
      breaks: after.breaks.map((one) => {
        const content = one.notes?.content?.replaceAll("'", "''") ?? null;
        return one.notes === null ? one : { ...one, notes: { ...one.notes, content } };
      }),
    })),
  },
  {
    id: 'lines-of-clock-out-note-joined',
    title: 'A clock-out note of several lines comes back as one line.',
    imitates: 'A text field that normalises white space.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CLOCKOUT-005: "Notes of the request are in clockOutEvent.notes. GET and compare."',
    level: 'SHOULD',
    kind,
    hooks: storing('clockOut', (after) =>
      withEvent(after, 'clockOutEvent', (event) => {
        const content = event.notes?.content?.replaceAll(/\s*\r?\n\s*/g, ' ') ?? null;
        return event.notes === null ? event : { ...event, notes: { ...event.notes, content } };
      }),
    ),
  },
];
