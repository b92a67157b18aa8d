import { storing } from '../seams.ts';
import { withBreaks, withEnd, withLastBreak } from '../break-seams.ts';
import type { InventedDefect } from './entry.ts';
import { isBeta } from './inventor-2-tools.ts';

export const inventor2Breaks: readonly InventedDefect[] = [
  {
    id: 'third-break-takes-place-of-second',
    title: 'The third startBreak of a card takes the place of the second break instead of adding one.',
    imitates: 'A table with the columns break1 and break2.',
    breaches:
      'csdl-timecard-v1.0.xml, timeCard: Property breaks Type="Collection(graph.timeCardBreak)"; dossier.md h, TC-BREAK-003: "startBreak adds one break with start set and end null." (check: count +1)',
    level: 'MUST',
    kind: 'breaks',
    hooks: storing('startBreak', (after) =>
      withBreaks(after, (breaks) => (breaks.length > 2 ? [...breaks.slice(0, 1), ...breaks.slice(-1)] : breaks)),
    ),
  },
  {
    id: 'end-break-notes-reach-earlier-breaks',
    title: 'Notes of an endBreak are written to the ends of the earlier breaks of the card as well.',
    imitates: 'UPDATE breaks SET end_notes = ? WHERE card_id = ?, without the id of the break.',
    breaches:
      'pages/v1.0/timecard-endbreak.md, Request body: "notes | itemBody | Notes for the end of the break."; dossier.md h, TC-BREAK-009: "Request notes of endBreak are in that break\'s end.notes."',
    level: 'MUST',
    kind: 'breaks',
    hooks: storing('endBreak', (after, before) => {
      const ended = after.breaks.find(({ breakId }) =>
        before?.breaks.some((one) => one.breakId === breakId && one.end === null),
      );
      const notes = ended?.end?.notes ?? null;
      if (notes === null) return after;
      return withBreaks(after, (breaks) => breaks.map((one) => ({ ...one, end: one.end && { ...one.end, notes } })));
    }),
  },
  {
    id: 'end-break-drops-notes-of-break',
    title: 'endBreak of a break that was created with notes of its own drops these notes.',
    imitates: 'A break written anew from id, start and end, because the actions never make notes of a break.',
    breaches:
      'pages/beta/timecard-post.md, Example (an open break with "notes": {"content": "Lunch break"}, state onBreak); pages/v1.0/timecard-endbreak.md, title "timeCard: endBreak"; dossier.md h, TC-BREAK-008: "endBreak sets end on the same break"',
    level: 'MUST',
    kind: 'breaks',
    hooks: storing('endBreak', (after, before) =>
      withBreaks(after, (breaks) =>
        breaks.map((one, index) => (before?.breaks[index]?.end === null ? { ...one, notes: null } : one)),
      ),
    ),
  },
  {
    id: 'clock-out-ends-last-break-anew',
    title:
      'clockOut of a card with several breaks gives the last one a new end, with its own time and no notes, although that break was ended long ago.',
    imitates: 'Closing "the open break" as breaks[breaks.length - 1].end = now, without asking whether it is open.',
    breaches:
      'pages/beta/timecard-get.md, Example (a break that ended at 23:01:10.205Z with "end break smaple notes" on a card clocked out at 23:01:46.205Z); pages/v1.0/timecard-clockout.md, Request body: "Notes for the clock out."',
    level: 'MUST',
    kind: 'breaks',
    hooks: storing('clockOut', (after) => {
      const out = after.clockOutEvent;
      if (out === null || after.breaks.length < 2) return after;
      return withEnd(after, () => ({ dateTime: out.dateTime, isAtApprovedLocation: null, notes: null }));
    }),
  },
  {
    id: 'beta-end-break-older-name-marks-start',
    title: 'In beta, atApprovedLocation of an endBreak goes to the start of the break and not to its end.',
    imitates: 'A deprecated parameter that is mapped by the code of startBreak, copied.',
    breaches:
      'pages/beta/timecard-endbreak.md, Request body: "atApprovedLocation | Edm.boolean | Indicate if this action happens at an approved location."; pages/beta/timecard-clockin.md, Permissions, newer beta state: "both always have the same value"',
    level: 'MUST',
    kind: 'breaks',
    version: 'beta',
    hooks: storing('endBreak', (after, before, { body, received }) => {
      const older = body['atApprovedLocation'];
      if (!isBeta(received) || typeof older !== 'boolean' || 'isAtApprovedLocation' in body) return after;
      const open = before?.breaks.at(-1);
      if (open?.end !== null) return after;
      return withLastBreak(after, (one) => ({
        ...one,
        start: { ...one.start, isAtApprovedLocation: older },
        end: one.end && { ...one.end, isAtApprovedLocation: null },
      }));
    }),
  },
];
