import type { TimeCardEvent } from '../../reference/time-card.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { withBreaks, withEnd, withLastBreak } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { reading, storing } from '../seams.ts';
import { isBeta } from './outside-seams.ts';

interface Started {
  readonly breakId: string;
  readonly start: TimeCardEvent;
}

/** Breaks that are taken for one another. */
export const breakDefectsOfOutsiders: readonly Defect[] = [
  ...defects('state', [
    {
      id: 'end-break-ends-the-last-one',
      title: 'endBreak writes its end into the last break of the card, though an earlier one is the open one',
      imitates: 'breaks[breaks.length - 1].end = now',
      breaches: 'timecard-endbreak.md: "End the open break in a specific timeCard."',
      caughtBy: ['TC-BREAK-008', 'TC-BREAK-007'],
      alike: 'shows only where the open break is not the last one',
      hooks: storing('endBreak', (after, before) => {
        const open = before?.breaks.findIndex((one) => one.end === null) ?? -1;
        const ended = after.breaks[open];
        if (before === undefined || ended === undefined || open === before.breaks.length - 1) return after;
        const wrong = withLastBreak({ ...after, breaks: before.breaks }, (one) => ({ ...one, end: ended.end }));
        return { ...wrong, state: 'onBreak' };
      }),
    },
    {
      id: 'break-after-reopening-forgets-earlier',
      title: 'startBreak on a closed card that a replace has opened again leaves the new break only',
      imitates: 'a reopened shift that counts as a new one for its breaks',
      breaches: 'timecard-startbreak.md: "Start a break in a specific timeCard."',
      caughtBy: ['TC-BREAK-023', 'TC-BREAK-003'],
      alike: 'shows only after a replace has opened a closed card',
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
      id: 'third-break-takes-place-of-second',
      title: 'the third startBreak of a card takes the place of the second break instead of adding one',
      imitates: 'a table with the columns break1 and break2',
      breaches: 'CSDL, timeCard: Property breaks Type="Collection(graph.timeCardBreak)"',
      caughtBy: ['TC-BREAK-003', 'TC-BREAK-023'],
      alike: 'shows only from the third break on',
      hooks: storing('startBreak', (after) =>
        withBreaks(after, (breaks) => (breaks.length > 2 ? [...breaks.slice(0, 1), ...breaks.slice(-1)] : breaks)),
      ),
    },
    {
      id: 'break-with-note-of-last-reopens-it',
      title: 'startBreak with the note of the break before it ("Smoke break", twice a day) opens that one again',
      imitates: 'a guard against retries that knows a request by its words, whenever it comes',
      breaches: 'timecard-startbreak.md: "Start a break in a specific timeCard."',
      caughtBy: ['TC-BREAK-003', 'TC-BREAK-023'],
      alike: 'shows only where two breaks start with the same note',
      hooks: storing('startBreak', (after, before) => {
        const [last, next] = [before?.breaks.at(-1), after.breaks.at(-1)];
        const content = next?.start.notes?.content;
        if (before === undefined || !content || last?.start.notes?.content !== content) return after;
        const { breaks, originalEntry } = before;
        return withLastBreak({ ...after, breaks, originalEntry }, (one) => ({ ...one, end: null }));
      }),
    },
  ]),
  ...defects('fields', [
    {
      id: 'second-end-fills-silent-first',
      title: 'the note of a second endBreak also appears on the end of an earlier break that had none',
      imitates: 'UPDATE breaks SET endNote = ? WHERE card = ? AND endNote IS NULL',
      breaches: 'CSDL, timeCardBreak: end is an event of one break, with notes of its own',
      caughtBy: ['TC-BREAK-023'],
      alike: 'shows only where an earlier break ended without notes',
      hooks: storing('endBreak', (after, before) => {
        const open = before?.breaks.findIndex((one) => one.end === null) ?? -1;
        const notes = after.breaks[open]?.end?.notes ?? null;
        return withBreaks(after, (breaks) =>
          breaks.map((one) => (one.end?.notes === null ? { ...one, end: { ...one.end, notes } } : one)),
        );
      }),
    },
    {
      id: 'end-break-undoes-edited-start',
      title: 'endBreak brings back the start that the break had when it began, though a replace has corrected it since',
      imitates: 'a running timer that is written as a whole when it stops',
      breaches:
        'timecard-replace.md, Request body: "JSON representation of a timeCard"; timecard-endbreak.md: nothing of a start',
      caughtBy: ['TC-BREAK-008'],
      alike: 'shows only where a replace came during the break',
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
      id: 'clock-out-ends-last-break-anew',
      title:
        'clockOut of a card with several breaks gives the last one a new end, with its own time and no notes, although that break was ended long ago',
      imitates: 'closing "the open break" as breaks[breaks.length - 1].end = now, without asking whether it is open',
      breaches:
        'beta timecard-get.md, example (a break that ended at 23:01:10.205Z with "end break smaple notes" on a card clocked out at 23:01:46.205Z); timecard-clockout.md, Request body: "Notes for the clock out."',
      caughtBy: ['TC-CLOCKOUT-021'],
      alike: 'shows only on cards with several breaks',
      hooks: storing('clockOut', (after) => {
        const out = after.clockOutEvent;
        if (out === null || after.breaks.length < 2) return after;
        return withEnd(after, () => ({ dateTime: out.dateTime, isAtApprovedLocation: null, notes: null }));
      }),
    },
    {
      id: 'breaks-without-id-collapse',
      title: 'of several breaks that are sent without a breakId only the last is kept',
      imitates: 'a map of breaks by an id that is undefined for all of them',
      breaches: 'CSDL, timeCardBreak: breakId is nullable; schedule-post-timecards.md, Request body',
      caughtBy: ['TC-CREATE-027'],
      alike: 'shows only where several breaks are sent without ids',
      hooks: reading(['create', 'replace'], (body) => {
        const { breaks } = body;
        if (!Array.isArray(breaks)) return body;
        const items = breaks as readonly Json[];
        const nameless = items.filter((item) => isJsonObject(item) && !item['breakId']);
        return { ...body, breaks: items.filter((item) => !nameless.includes(item) || item === nameless.at(-1)) };
      }),
    },
    {
      id: 'unordered-breaks-swap-ends',
      title:
        'where breaks are sent out of the order of their times, they are sorted by start while the ends stay in the order as sent',
      imitates: 'starts and ends kept in two columns of which one is sorted',
      breaches:
        'schedule-post-timecards.md, Request body: "Provide the new timeCard object"; CSDL: timeCardBreak holds its own start and end',
      caughtBy: ['TC-REPLACE-012'],
      alike: 'shows only where breaks are sent out of order',
      hooks: storing(['create', 'replace'], (after) => {
        const sorted = after.breaks.toSorted((a, b) => Date.parse(a.start.dateTime) - Date.parse(b.start.dateTime));
        const breaks = sorted.map((one, index) => ({ ...one, end: after.breaks[index]?.end ?? null }));
        return { ...after, breaks };
      }),
    },
  ]),
  ...defects('beta', [
    {
      id: 'beta-end-break-older-name-marks-start',
      title: 'in beta, atApprovedLocation of an endBreak goes to the start of the break and not to its end',
      imitates: 'a deprecated parameter that is mapped by the code of startBreak, copied',
      breaches:
        'beta timecard-endbreak.md, Request body: "atApprovedLocation | Edm.boolean | Indicate if this action happens at an approved location."; beta timecard-clockin.md, Permissions, newer beta state: "both always have the same value"',
      caughtBy: ['TC-BREAK-008'],
      version: 'beta',
      alike: 'shows only where endBreak is sent the older name alone',
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
  ]),
];
