import { withBreaks, withLastBreak } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { stateOf } from './outside-seams.ts';

/** What becomes of breaks where a step goes past them, or an edit takes some of them away. */
export const lostBreakDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'clock-out-on-a-break-loses-its-start-note',
      title: 'a clockOut that ends the open break drops the note of its start',
      imitates: 'a break that is written anew when it is closed for the user',
      breaches: 'timecard-startbreak.md, Request body: "Notes for the start of the break."',
      caughtBy: ['TC-CLOCKOUT-028'],
      hooks: storing('clockOut', (after, before) =>
        before?.state === 'onBreak'
          ? withLastBreak(after, (one) => ({
              ...one,
              start: { ...one.start, notes: null },
            }))
          : after,
      ),
    },
    {
      id: 'breaks-that-a-replace-leaves-out-stay',
      title: 'breaks that a replace leaves out stay on the card, beside those that it sends',
      imitates: 'a merge of children by key in an object mapper that removes no orphans',
      breaches: 'timecard-replace.md, title "Replace timeCard" and Request body: "JSON representation of a timeCard."',
      caughtBy: ['TC-REPLACE-020', 'TC-REPLACE-027'],
      hooks: storing('replace', (after, before) => {
        const sent = new Set(after.breaks.map(({ breakId }) => breakId));
        const left = (before?.breaks ?? []).filter(({ breakId }) => !sent.has(breakId));
        const card = { ...after, breaks: [...left, ...after.breaks] };
        return { ...card, state: stateOf(card) };
      }),
    },
    {
      id: 'removed-break-leaves-its-note-behind',
      title: 'where a replace takes the first of two breaks away, the start of the other one gets its note',
      imitates: 'a merge of arrays by index that takes null for nothing said',
      breaches: 'timecard-replace.md, Request body: "JSON representation of a timeCard."',
      caughtBy: ['TC-REPLACE-029'],
      alike: 'shows only where a break moves up that has no note at its start',
      hooks: storing('replace', (after, before) => {
        if (before === undefined || after.breaks.length >= before.breaks.length) return after;
        const breaks = after.breaks.map((one, index) => {
          const left = before.breaks[index];
          const moved = left !== undefined && left.breakId !== one.breakId && one.start.notes === null;
          return moved ? { ...one, start: { ...one.start, notes: left.start.notes } } : one;
        });
        return { ...after, breaks };
      }),
    },
    {
      id: 'removed-break-leaves-its-place-behind',
      title: 'where a replace takes the first of two breaks away, the other one is said to be where that one was',
      imitates: 'a merge of arrays by index in which the flags of a row are not written',
      breaches: 'timecard-replace.md, Request body: "JSON representation of a timeCard."',
      caughtBy: ['TC-REPLACE-023'],
      alike: 'shows only where a break moves up',
      hooks: storing('replace', (after, before) => {
        if (before === undefined || after.breaks.length >= before.breaks.length) return after;
        const breaks = after.breaks.map((one, index) => {
          const left = before.breaks[index];
          if (left === undefined || left.breakId === one.breakId) return one;
          return {
            ...one,
            start: {
              ...one.start,
              isAtApprovedLocation: left.start.isAtApprovedLocation,
            },
          };
        });
        return { ...after, breaks };
      }),
    },
  ]),
  ...defects('state', [
    {
      id: 'start-break-revives-removed-breaks',
      title: 'the first startBreak after a replace with "breaks": [] on an open card brings the old breaks back',
      imitates: 'breaks that are only hidden by an edit, and a step that goes on from the table',
      breaches: 'timecard-replace.md, Request body: "JSON representation of a timeCard."',
      caughtBy: ['TC-BREAK-003'],
      alike: 'shows only after a replace has left no break on an open card',
      hooks: () => {
        const removed = new Map<string, TimeCard['breaks']>();
        return storing(['replace', 'startBreak'], (after, before, { operation }) => {
          if (operation === 'replace') {
            if (after.state === 'clockedIn' && after.breaks.length === 0 && before !== undefined)
              removed.set(after.id, before.breaks);
            return after;
          }
          const old = removed.get(after.id) ?? [];
          removed.delete(after.id);
          return old.length === 0 ? after : withBreaks(after, (breaks) => [...old, ...breaks]);
        });
      },
    },
    {
      id: 'clock-out-on-a-break-loses-earlier-breaks',
      title: 'a clockOut that ends the open break leaves that one only',
      imitates: 'a card that is closed from its last punch',
      breaches: 'timecard-clockout.md: nothing of the breaks that have ended',
      caughtBy: ['TC-CLOCKOUT-028'],
      alike: 'shows only where a card is clocked out on its second break',
      hooks: storing('clockOut', (after, before) =>
        before?.state === 'onBreak' ? withBreaks(after, (breaks) => breaks.slice(-1)) : after,
      ),
    },
  ]),
];
