import type { FaultHooks } from '../../reference/fault.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { withBreaks } from '../break-seams.ts';
import { defects } from '../defect.ts';
import { storing, withEvent } from '../seams.ts';
import { shownOtherwise } from './shown-otherwise.ts';

/** What clockIn gets wrong after something else has happened, and what it does to cards that are there already. */
export const documentClockInAfterDefects = [
  ...defects('sequence', [
    {
      id: 'clock-in-inherits-breaks',
      title: 'clockIn makes a card with the breaks of the card that the same user had before',
      imitates: 'a new record that is cloned from the last one',
      breaches: 'timecard-clockin.md, Example 1: "breaks": []',
      caughtBy: ['TC-CLOCKIN-006'],
      hooks: () => {
        const breaks = new Map<string, TimeCard['breaks']>();
        return {
          store: ({ before, after, call }) => {
            const inherited = after && breaks.get(after.userId);
            if (after) breaks.set(after.userId, after.breaks);
            if (call.operation !== 'clockIn' || before || !after || !inherited) return after;
            return withBreaks(after, () => inherited);
          },
        };
      },
    },
    {
      id: 'clock-in-again-first-created-time',
      title: 'every further clockIn of a user has the createdDateTime of the first',
      imitates: 'a time of creation that is held per user',
      breaches: 'timecard-clockin.md, Examples: createdDateTime and clockInEvent.dateTime are one instant',
      caughtBy: ['TC-CLOCKIN-014', 'TC-CLOCKIN-032'],
      alike: 'needs a second clockIn',
      hooks: () => {
        const first = new Map<string, string>();
        return storing('clockIn', (after, before) => {
          if (before) return after;
          const createdDateTime = first.get(after.userId) ?? after.createdDateTime;
          first.set(after.userId, createdDateTime);
          return { ...after, createdDateTime };
        });
      },
    },
    {
      id: 'clock-in-fifth-original-empty',
      title: 'every fifth clockIn leaves originalEntry without its clock-in',
      imitates: 'a second write for the original that is lost now and then',
      breaches: 'timecard-clockin.md, Example 1: originalEntry.clockInEvent repeats clockInEvent',
      caughtBy: ['TC-CLOCKIN-013'],
      alike: 'needs five calls: one in five goes wrong',
      hooks: () => {
        let count = 0;
        return storing('clockIn', (after) =>
          ++count % 5 === 0 ? { ...after, originalEntry: { ...after.originalEntry, clockInEvent: null } } : after,
        );
      },
    },
  ]),
  ...defects('isolation', [
    {
      id: 'clock-in-resets-earlier-confirmation',
      title: 'clockIn takes back the confirmations of the earlier cards of the user',
      imitates: 'an update by user where it should be by card',
      breaches: 'timecard.md: confirmedBy "Indicate if this timeCard entry is confirmed", of this entry alone',
      caughtBy: ['TC-ISOLATION-001'],
      alike: 'needs an earlier card that is confirmed when the next one begins',
      hooks: forgettingConfirmations,
    },
    {
      id: 'clock-in-shared-default-event',
      title: 'cards clocked in with nothing said share one event: all of them show the time of the latest',
      imitates: 'a default object that every card refers to',
      breaches: 'timecard-clockin.md, Example 2: clockInEvent.dateTime is the createdDateTime of the same card',
      caughtBy: ['TC-ISOLATION-001'],
      alike: 'needs two cards that were clocked in with an empty body',
      hooks: () => {
        const shown = shownOtherwise();
        const bare = new Set<string>();
        return {
          look: shown.look,
          ...storing('clockIn', (after) => {
            const event = after.clockInEvent;
            if (!event || event.notes !== null || event.isAtApprovedLocation !== null) return after;
            const { dateTime } = event;
            for (const id of bare)
              shown.show(id, (card) => withEvent(card, 'clockInEvent', (own) => ({ ...own, dateTime })));
            bare.add(after.id);
            return after;
          }),
        };
      },
    },
  ]),
];

/** The earlier cards of the user lose their confirmations when the user is clocked in again. */
function forgettingConfirmations(): FaultHooks {
  const shown = shownOtherwise();
  return {
    look: shown.look,
    store: ({ before, after, call, cards }) => {
      if (before) shown.forget(before.id);
      if (call.operation !== 'clockIn' || before || !after) return after;
      for (const { card } of cards.all())
        if (card.userId === after.userId) shown.show(card.id, (one) => ({ ...one, confirmedBy: 'none' }));
      return after;
    },
  };
}
