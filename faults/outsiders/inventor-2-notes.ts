import { showing, storing, withEveryEvent, withEveryNote } from '../seams.ts';
import type { ItemBody, TimeCard } from '../../reference/time-card.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';

function decoded(notes: ItemBody | null): ItemBody | null {
  if (notes === null || notes.contentType !== 'html' || notes.content === null) return notes;
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return { ...notes, content: notes.content.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? '') };
}

function quoted(card: TimeCard): TimeCard {
  const twice = (content: string): string => content.replaceAll("'", "''");
  const { notes, originalEntry } = card;
  const own = notes && { ...notes, content: notes.content && twice(notes.content) };
  return { ...withEveryNote(card, twice), notes: own, originalEntry };
}

const sameContent = 'dossier.md h, TC-CLOCKIN-008: "with the same content and contentType"';

export const inventor2Notes: readonly InventedDefect[] = [
  {
    id: 'apostrophe-doubled-by-replace',
    title: 'A replace doubles every apostrophe in the notes: "couldn\'t" becomes "couldn\'\'t".',
    imitates: 'Text quoted for SQL by hand and then bound as a parameter, in one statement of many.',
    breaches: `pages/v1.0/timecard-replace.md, Request body: "JSON representation of a timeCard."; dossier.md h, TC-REPLACE-002: "Afterwards get shows the new events and notes."; ${sameContent}`,
    level: 'MUST',
    kind: 'notes',
    hooks: storing('replace', (after) => quoted(after)),
  },
  {
    id: 'numeric-clock-out-notes-become-numbers',
    title: 'Notes of a clock-out that hold digits only, such as a gate or order number, come back as a JSON number.',
    imitates: 'A serialiser that numbers whatever looks numeric (json_encode with JSON_NUMERIC_CHECK).',
    breaches:
      'csdl-timecard-v1.0.xml, itemBody: Property Name="content" Type="Edm.String"; dossier.md h, TC-CLOCKOUT-005: "Notes of the request are in clockOutEvent.notes."',
    level: 'MUST',
    kind: 'notes',
    hooks: showing((card) => {
      const out = card['clockOutEvent'];
      if (!isJsonObject(out) || !isJsonObject(out['notes'])) return card;
      const { content } = out['notes'];
      if (typeof content !== 'string' || !/^[1-9]\d{0,14}$/.test(content)) return card;
      return { ...card, clockOutEvent: { ...out, notes: { ...out['notes'], content: Number(content) } } };
    }),
  },
  {
    id: 'original-entry-takes-new-notes',
    title:
      'A replace that leaves the clock-in at its time and changes its notes changes them in originalEntry as well.',
    imitates: 'An original that points at the same event row as long as the time of the event is the same.',
    breaches:
      'dossier.md b, timeCard: "originalEntry | graph.timeCardEntry | yes | entry before edits"; h, TC-REPLACE-003: "originalEntry keeps the entry as it was before the edit."',
    level: 'MUST',
    kind: 'notes',
    hooks: storing('replace', (after) => {
      const first = after.originalEntry.clockInEvent;
      const edited = after.clockInEvent;
      if (first === null || edited === null || Date.parse(first.dateTime) !== Date.parse(edited.dateTime)) return after;
      return { ...after, originalEntry: { ...after.originalEntry, clockInEvent: { ...first, notes: edited.notes } } };
    }),
  },
  {
    id: 'clock-out-notes-overwrite-card-notes',
    title: 'Notes of a clockOut also overwrite the notes of a card that was created with some.',
    imitates: 'A column "comment" that the last writer owns, shown in two places.',
    breaches:
      'pages/v1.0/timecard-clockout.md, Request body: "notes | itemBody | Notes for the clock out."; dossier.md b, timeCard: "card-level notes, separate from event notes"; pages/beta/timecard-post.md, Example ("8 To 5 Inventory management")',
    level: 'MUST',
    kind: 'notes',
    hooks: storing('clockOut', (after) => {
      const notes = after.clockOutEvent?.notes ?? null;
      return after.notes === null || notes === null ? after : { ...after, notes };
    }),
  },
  {
    id: 'html-entities-decoded',
    title: 'Entities in notes of type html are kept decoded: "<p>Tom &amp;amp; Jerry</p>" loses its amp.',
    imitates: 'A sanitiser that parses HTML and writes back its text nodes without escaping.',
    breaches: `csdl-timecard-v1.0.xml, itemBody: content, and EnumType bodyType, Member Name="html"; ${sameContent}; TC-CREATE-003: "Event notes of the request come back with equal content and contentType"`,
    level: 'MUST',
    kind: 'notes',
    hooks: storing(['clockIn', 'clockOut', 'startBreak', 'endBreak', 'create', 'replace'], (after) => ({
      ...withEveryEvent(after, (event) => ({ ...event, notes: decoded(event.notes) })),
      notes: decoded(after.notes),
    })),
  },
];
