import { readCard } from '../../reference/card-body.ts';
import { showing, storing } from '../seams.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { entryText, timesText } from './inventor-2-tools.ts';

export const inventor2Replace: readonly InventedDefect[] = [
  {
    id: 'replace-null-keeps-old-event-notes',
    title: 'A replace that sends clockOutEvent.notes null leaves the notes that the clock-out had before.',
    imitates: 'A deep merge that takes null for "not sent" (ObjectMapper with NON_NULL, lodash.merge-like copying).',
    breaches:
      'pages/v1.0/timecard-replace.md, Request body: "JSON representation of a timeCard."; the example sends "notes": null inside clockOutEvent. dossier.md h, TC-REPLACE-002: "Afterwards get shows the new events and notes."',
    level: 'MUST',
    kind: 'replace',
    hooks: storing('replace', (after, before, { body }) => {
      const sent = body['clockOutEvent'];
      const old = before?.clockOutEvent?.notes ?? null;
      if (!isJsonObject(sent) || sent['notes'] !== null || old === null || after.clockOutEvent === null) return after;
      return { ...after, clockOutEvent: { ...after.clockOutEvent, notes: old } };
    }),
  },
  {
    id: 'replace-back-to-original-is-dropped',
    title: 'A second replace that goes back to the times of originalEntry is answered 204 and changes no time.',
    imitates: 'A "nothing changed" short cut that compares with the original entry instead of the current one.',
    breaches:
      'pages/v1.0/timecard-replace.md, Request body: "JSON representation of a timeCard." with Response 204; dossier.md h, TC-REPLACE-002: "Afterwards get shows the new events and notes."',
    level: 'MUST',
    kind: 'replace',
    hooks: storing('replace', (after, before) => {
      if (before === undefined || timesText(after) === timesText(before)) return after;
      if (timesText(after) !== timesText(before.originalEntry)) return after;
      const { clockInEvent, clockOutEvent, breaks, state } = before;
      return { ...after, clockInEvent, clockOutEvent, breaks, state };
    }),
  },
  {
    id: 'replace-believes-sent-original-entry',
    title:
      'A replace whose body carries originalEntry, as every get-change-put does, keeps that as the original entry.',
    imitates: 'Mass assignment: the whole body is copied over the row, what the service keeps itself included.',
    breaches:
      'dossier.md b, timeCard: "originalEntry | graph.timeCardEntry | yes | entry before edits"; h, TC-REPLACE-003: "originalEntry keeps the entry as it was before the edit." (a created card has an empty one, pages/v1.0/schedule-post-timecards.md, Example)',
    level: 'MUST',
    kind: 'replace',
    hooks: storing('replace', (after, _before, call) => {
      const sent = call.body['originalEntry'];
      if (!isJsonObject(sent)) return after;
      const { clockInEvent, clockOutEvent, breaks } = readCard(sent, call.version);
      const named = breaks.map((one) => ({ ...one, breakId: one.breakId ?? '' }));
      return { ...after, originalEntry: { clockInEvent, clockOutEvent, breaks: named } };
    }),
  },
  {
    id: 'replace-again-doubles-breaks-without-id',
    title: 'A replace with breaks that name no breakId adds them to the breaks that the closed card has already.',
    imitates: 'An upsert by breakId: rows without an id are inserted, and nobody deletes the old ones.',
    breaches:
      'pages/v1.0/timecard-replace.md, title "Replace timeCard" and Request body: "JSON representation of a timeCard."; csdl-timecard-v1.0.xml, timeCardBreak/breakId is nullable; dossier.md h, TC-REPLACE-002: "Afterwards get shows the new events and notes."',
    level: 'MUST',
    kind: 'replace',
    hooks: storing('replace', (after, before, { body }) => {
      const sent = body['breaks'];
      if (before === undefined || before.state !== 'clockedOut' || after.state !== 'clockedOut') return after;
      if (!Array.isArray(sent) || sent.length === 0 || sent.some((one) => isJsonObject(one) && one['breakId']))
        return after;
      return { ...after, breaks: [...before.breaks, ...after.breaks] };
    }),
  },
  {
    id: 'replace-of-card-notes-leaves-last-modified',
    title:
      'A replace that changes nothing but the notes of the card moves neither lastModifiedDateTime nor lastModifiedBy.',
    imitates: 'A trigger on the table of entries that sets the audit columns, while the notes live in another table.',
    breaches:
      'dossier.md h, TC-REPLACE-004: "lastModifiedDateTime moves forward." (resources/timecard.md property meanings); pages/v1.0/timecard-replace.md, Example, whose point is "Modified clockOut time" in the notes of the card',
    level: 'MUST',
    kind: 'replace',
    hooks: storing('replace', (after, before) => {
      if (before === undefined || entryText(after) !== entryText(before)) return after;
      if (JSON.stringify(after.notes) === JSON.stringify(before.notes) || after.userId !== before.userId) return after;
      const { lastModifiedDateTime, lastModifiedBy } = before;
      return { ...after, lastModifiedDateTime, lastModifiedBy };
    }),
  },
  {
    id: 'replace-that-reopens-stays-clocked-out',
    title: 'A replace that takes the clock-out of a closed card away leaves its state clockedOut.',
    imitates: 'A state column that only the actions and the first insert compute.',
    breaches:
      'dossier.md c, State machine: "any | replace | as given by state/events"; h, TC-SHAPE-010: "clockedIn and onBreak cards have clockOutEvent null; a clockedOut card has it non-null"',
    level: 'MUST',
    kind: 'replace',
    hooks: storing('replace', (after, before) =>
      before?.state === 'clockedOut' && after.clockOutEvent === null ? { ...after, state: 'clockedOut' } : after,
    ),
  },
  {
    id: 'beta-replace-none-comes-back-capital',
    title: 'In beta, a replace that sends confirmedBy "None", as its example does, makes the card show "None".',
    imitates: 'An enum kept as the text that came, validated without regard to case and never normalised.',
    breaches:
      'pages/beta/timecard-replace.md, Example ("confirmedBy": "None"); csdl-timecard-v1.0.xml, EnumType confirmedBy, Member Name="none"; dossier.md e, 19: "responses MUST be lower camel"',
    level: 'MUST',
    kind: 'replace',
    version: 'beta',
    hooks: () => {
      const capital = new Set<string>();
      return {
        ...storing('replace', (after, _before, { body, version }) => {
          if (version === 'beta' && body['confirmedBy'] === 'None') capital.add(after.id);
          else capital.delete(after.id);
          return after;
        }),
        ...showing((card, { version }) =>
          version === 'beta' && card['confirmedBy'] === 'none' && capital.has(String(card['id']))
            ? { ...card, confirmedBy: 'None' }
            : card,
        ),
      };
    },
  },
];
