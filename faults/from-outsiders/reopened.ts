import { Refusal } from '../../reference/refusal.ts';
import { defects, type Defect } from '../defect.ts';
import { storing, withEvent } from '../seams.ts';
import { stateOf } from './outside-seams.ts';

/** Closed cards and ended breaks that a replace opens again. */
export const reopenedDefectsOfOutsiders: readonly Defect[] = [
  ...defects('sequence', [
    {
      id: 'edited-out-still-clocked-in',
      title:
        'whoever’s card was closed by a replace still counts as clocked in, and the next clockIn is refused with 409',
      imitates: 'a table of who is in beside the cards, which only clockIn, clockOut and delete keep',
      breaches: 'timecard-clockin.md, Response: 201 Created, for somebody who has no open card',
      caughtBy: ['TC-CLOCKIN-038'],
      alike: 'shows only after a replace has closed an open card',
      hooks: () => {
        const present = new Map<string, string>();
        return {
          store: ({ before, after, call: { operation, team } }) => {
            const place = `${team.id} ${(after ?? before)?.userId ?? ''}`;
            if (operation === 'clockIn' && before === undefined && after !== undefined) {
              if (present.has(place)) throw new Refusal('Conflict', 'The user is already clocked in.');
              present.set(place, after.id);
            }
            const isOut = operation === 'clockOut' || operation === 'delete';
            if (isOut && present.get(place) === before?.id) present.delete(place);
            return after;
          },
        };
      },
    },
  ]),
  ...defects('sequence', [
    {
      id: 'reopened-card-clocks-out-at-old-time',
      title:
        'a closed card that a replace has opened again is closed by clockOut at the time it had before the replace',
      imitates: 'a closing time that is kept in a column of its own and only filled where it is empty',
      breaches: 'timecard-clockout.md, Request body: no time is sent',
      caughtBy: ['TC-CLOCKOUT-016'],
      alike: 'shows only after a replace has opened a closed card',
      hooks: () => {
        const ends = new Map<string, string>();
        return storing(['replace', 'clockOut'], (after, before, call) => {
          if (call.operation === 'replace') {
            const end = before?.clockOutEvent?.dateTime;
            if (after.clockOutEvent !== null) ends.delete(after.id);
            else if (end !== undefined) ends.set(after.id, end);
            return after;
          }
          const dateTime = ends.get(after.id);
          ends.delete(after.id);
          return dateTime === undefined
            ? after
            : withEvent(after, 'clockOutEvent', (event) => ({ ...event, dateTime }));
        });
      },
    },
  ]),
  ...defects('state', [
    {
      id: 'reopened-onto-break-says-clocked-in',
      title: 'a closed card that a replace opens with a break under way says clockedIn instead of onBreak',
      imitates: 'a state machine that knows the step "reopen" and sets a fixed state for it',
      breaches: 'beta timecard-post.md, example: no clockOutEvent and a break with "end": null is "state": "onBreak"',
      caughtBy: ['TC-REPLACE-027'],
      alike: 'shows only where a replace opens a closed card',
      hooks: storing('replace', (after, before) =>
        before?.state === 'clockedOut' && after.state === 'onBreak' ? { ...after, state: 'clockedIn' } : after,
      ),
    },
    {
      id: 'replace-that-reopens-stays-clocked-out',
      title: 'a replace that takes the clock-out of a closed card away leaves its state clockedOut',
      imitates: 'a state column that only the actions and the first insert compute',
      breaches: 'resources/timecard.md, state; beta timecard-post.md, example: no clockOutEvent and not clockedOut',
      caughtBy: ['TC-REPLACE-027', 'TC-SHAPE-011'],
      alike: 'shows only where a replace opens a closed card',
      hooks: storing('replace', (after, before) =>
        before?.state === 'clockedOut' && after.clockOutEvent === null ? { ...after, state: 'clockedOut' } : after,
      ),
    },
    {
      id: 'reopened-break-keeps-old-end',
      title: 'a replace that sends a break under its breakId with end null keeps the end it had, and the state with it',
      imitates: 'an upsert of child rows by id that skips null columns',
      breaches:
        'timecard-replace.md, Request body: "JSON representation of a timeCard."; CSDL, timeCardBreak/end is nullable',
      caughtBy: ['TC-REPLACE-012', 'TC-REPLACE-027'],
      alike: 'shows only where a replace opens a break again',
      hooks: storing('replace', (after, before) => {
        const breaks = after.breaks.map((one) => {
          const old = before?.breaks.find(({ breakId }) => breakId === one.breakId);
          return one.end === null && old ? { ...one, end: old.end } : one;
        });
        const card = { ...after, breaks };
        return { ...card, state: stateOf(card) };
      }),
    },
  ]),
];
