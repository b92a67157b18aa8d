import { withBreaks, withLastBreak } from '../break-seams.ts';
import { reading, storing } from '../seams.ts';
import type { TimeCardEvent } from '../../reference/time-card.ts';
import { isJsonObject, type Json } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';

const kind = 'breaks';

interface Started {
  readonly breakId: string;
  readonly start: TimeCardEvent;
}

export const inventor1Breaks: readonly InventedDefect[] = [
  {
    id: 'end-break-ends-the-last-one',
    title: 'endBreak writes its end into the last break of the card, though an earlier one is the open one.',
    imitates: 'breaks[breaks.length - 1].end = now.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-BREAK-008: "endBreak sets end on the same break (same breakId and start)" and TC-BREAK-007: "After endBreak the state is clockedIn again" (endBreak "ends the open break").',
    level: 'MUST',
    kind,
    hooks: storing('endBreak', (after, before) => {
      const open = before?.breaks.findIndex((one) => one.end === null) ?? -1;
      const ended = after.breaks[open];
      if (before === undefined || ended === undefined || open === before.breaks.length - 1) return after;
      const wrong = withLastBreak({ ...after, breaks: before.breaks }, (one) => ({ ...one, end: ended.end }));
      return { ...wrong, state: 'onBreak' };
    }),
  },
  {
    id: 'second-end-fills-silent-first',
    title: 'The note of a second endBreak also appears on the end of an earlier break that had none.',
    imitates: 'UPDATE breaks SET endNote = ? WHERE card = ? AND endNote IS NULL.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-BREAK-009: "Request notes of endBreak are in that break\'s end.notes."; csdl-timecard-v1.0.xml: timeCardBreak/end/notes is one event\'s.',
    level: 'MUST',
    kind,
    hooks: storing('endBreak', (after, before) => {
      const open = before?.breaks.findIndex((one) => one.end === null) ?? -1;
      const notes = after.breaks[open]?.end?.notes ?? null;
      return withBreaks(after, (breaks) =>
        breaks.map((one) => (one.end?.notes === null ? { ...one, end: { ...one.end, notes } } : one)),
      );
    }),
  },
  {
    id: 'unordered-breaks-swap-ends',
    title:
      'Where breaks are sent out of the order of their times, they are sorted by start while the ends stay in the order as sent.',
    imitates: 'Starts and ends kept in two columns of which one is sorted.',
    breaches:
      'pages/v1.0/schedule-post-timecards.md, "Request body": "Provide the new timeCard object"; csdl-timecard-v1.0.xml: timeCardBreak holds its own start and end; dossier.md, TC-REPLACE-002: "get shows the new events".',
    level: 'MUST',
    kind,
    hooks: storing(['create', 'replace'], (after) => {
      const sorted = after.breaks.toSorted((a, b) => Date.parse(a.start.dateTime) - Date.parse(b.start.dateTime));
      const breaks = sorted.map((one, index) => ({ ...one, end: after.breaks[index]?.end ?? null }));
      return { ...after, breaks };
    }),
  },
  {
    id: 'end-break-undoes-edited-start',
    title: 'endBreak brings back the start that the break had when it began, though a replace has corrected it since.',
    imitates: 'A running timer that is written as a whole when it stops.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-BREAK-008: "endBreak sets end on the same break (same breakId and start)"; TC-REPLACE-002: "Afterwards get shows the new events and notes."',
    level: 'MUST',
    kind,
    hooks: () => {
      const running = new Map<string, Started>();
      return storing(['startBreak', 'endBreak'], (after, _before, { operation }) => {
        const last = after.breaks.at(-1);
        if (operation === 'startBreak' && last) running.set(after.id, last);
        const timer = running.get(after.id);
        if (operation !== 'endBreak' || timer === undefined) return after;
        running.delete(after.id);
        return withBreaks(after, (breaks) =>
          breaks.map((one) => (one.breakId === timer.breakId ? { ...one, start: timer.start } : one)),
        );
      });
    },
  },
  {
    id: 'break-after-reopening-forgets-earlier',
    title: 'startBreak on a closed card that a replace has opened again leaves the new break only.',
    imitates: 'A reopened shift that counts as a new one for its breaks.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-BREAK-003: "startBreak adds one break with start set and end null." (count +1); pages/v1.0/timecard-startbreak.md.',
    level: 'MUST',
    kind,
    hooks: () => {
      const reopened = new Set<string>();
      return storing(['replace', 'startBreak'], (after, before, { operation }) => {
        if (operation === 'replace') {
          if (before?.state === 'clockedOut' && after.state !== 'clockedOut') reopened.add(after.id);
          return after;
        }
        return reopened.delete(after.id) ? withBreaks(after, (breaks) => breaks.slice(-1)) : after;
      });
    },
  },
  {
    id: 'breaks-without-id-collapse',
    title: 'Of several breaks that are sent without a breakId only the last is kept.',
    imitates: 'A map of breaks by an id that is undefined for all of them.',
    breaches:
      'csdl-timecard-v1.0.xml: timeCardBreak/breakId is nullable, breaks is a Collection; pages/v1.0/schedule-post-timecards.md, "Request body": "Provide the new timeCard object"; pages/v1.0/timecard-replace.md, "Request body".',
    level: 'MUST',
    kind,
    hooks: reading(['create', 'replace'], (body) => {
      const { breaks } = body;
      if (!Array.isArray(breaks)) return body;
      const items = breaks as readonly Json[];
      const nameless = items.filter((item) => isJsonObject(item) && !item['breakId']);
      return { ...body, breaks: items.filter((item) => !nameless.includes(item) || item === nameless.at(-1)) };
    }),
  },
];
