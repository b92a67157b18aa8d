import type { ConfirmedBy, TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';

/** A card as people know it: whose it is, and when it begins. */
function knownAs({ userId, clockInEvent }: TimeCard): string {
  return `${userId} ${clockInEvent === null ? 'at no time' : Date.parse(clockInEvent.dateTime)}`;
}

/** Confirmations that are put down to the wrong person, outlive their card or keep an edit out. */
export const confirmedDefectsOfOutsiders: readonly Defect[] = [
  ...defects('identity', [
    {
      id: 'owner-confirm-counts-for-last-editor',
      title:
        'when the user of a card confirms it after somebody else changed it last, confirmedBy says manager and not user',
      imitates: 'a confirmation that takes its actor from lastModifiedBy before that is stamped',
      breaches: 'beta timecard-confirmforuser.md, example: the user of the card confirms, "confirmedBy": "user"',
      caughtBy: ['TC-CONFIRM-023', 'TC-CONFIRM-010'],
      alike: 'shows only where somebody else changed the card last',
      hooks: storing('confirm', (after, before, { user }) => {
        const own = user !== undefined && user.id === after.userId;
        if (before === undefined || !own || before.lastModifiedBy.user?.id === user.id) return after;
        return { ...after, confirmedBy: before.confirmedBy.includes('user') ? 'user,manager' : 'manager' };
      }),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'card-made-again-is-confirmed',
      title:
        'a card that is created with the user and the clock-in of a confirmed card that was deleted is confirmed from the start',
      imitates: 'confirmations in a table of their own, by user and clock-in, which a delete leaves as it is',
      breaches: 'schedule-post-timecards.md, example: "confirmedBy": "none"',
      caughtBy: ['TC-CREATE-008'],
      alike: 'shows only where a deleted card is created again',
      hooks: () => {
        const left = new Map<string, ConfirmedBy>();
        return {
          store: ({ before, after, call: { operation } }) => {
            if (after === undefined && before !== undefined) left.set(knownAs(before), before.confirmedBy);
            if (operation !== 'create' || after === undefined) return after;
            return { ...after, confirmedBy: left.get(knownAs(after)) ?? after.confirmedBy };
          },
        };
      },
    },
    {
      id: 'replace-of-confirmed-card-only-stamps',
      title: 'a replace of a confirmed card is answered 204 and changes nothing but lastModifiedDateTime',
      imitates: 'a lock that skips the setters of the entity, where it was to refuse, and lets it be saved',
      breaches:
        'timecard-replace.md, Request body: "JSON representation of a timeCard." and Response: "`204 No Content`"',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-008', 'TC-REPLACE-010'],
      alike: 'shows only where the card was confirmed',
      hooks: storing('replace', (after, before) => {
        if (before === undefined || before.confirmedBy === 'none') return after;
        const { lastModifiedDateTime, lastModifiedBy } = after;
        return { ...before, lastModifiedDateTime, lastModifiedBy };
      }),
    },
  ]),
];
