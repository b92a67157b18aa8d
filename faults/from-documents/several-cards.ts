import { authenticate } from '../../reference/authentication.ts';
import { Refusal } from '../../reference/refusal.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { storing, withEvent } from '../seams.ts';
import { ledToCard } from './other-card.ts';

/** What shows only with several cards, or after several writes. */
export const severalCardsDefects: readonly Defect[] = [
  ...defects('isolation', [
    {
      id: 'clock-out-closes-card-of-caller',
      title: "clockOut of another user's card closes the open card of the caller, where there is one",
      imitates: 'a time clock that knows one current card for each caller',
      breaches: 'timecard-clockout.md, HTTP request: "/timeCards/{timeCardId}/clockOut"',
      caughtBy: ['TC-CLOCKOUT-003', 'TC-ISOLATION-002'],
      hooks: () => {
        const cards = new Map<string, TimeCard & { readonly teamId: string }>();
        return {
          store: ({ before, after, call }) => {
            if (after) cards.set(after.id, { ...after, teamId: call.teamId });
            else if (before) cards.delete(before.id);
            return after;
          },
          receive: (received) => {
            const principal = authenticate(received.headers['authorization']);
            if (principal instanceof Refusal) return received;
            const { id } = principal.identity;
            const addressed = cards.get(/\/timecards\/([^/]+)/i.exec(received.path)?.[1] ?? '');
            if (addressed === undefined || addressed.userId === id) return received;
            return ledToCard(
              received,
              'clockOut',
              (teamId) =>
                [...cards.values()].find(
                  (one) => one.userId === id && one.teamId === teamId && one.state !== 'clockedOut',
                )?.id,
            );
          },
        };
      },
    },
    {
      id: 'end-break-ends-latest-break',
      title: 'endBreak ends the break that was started last in the team, whichever card is named',
      imitates: 'one variable for the break that is open',
      breaches: 'timecard-endbreak.md, HTTP request: "/timeCards/{timeCardId}/endBreak"',
      caughtBy: ['TC-BREAK-007', 'TC-ISOLATION-001'],
      hooks: () => {
        const onBreak = new Map<string, string>();
        return {
          store: ({ before, after, call }) => {
            onBreak.delete(before?.id ?? '');
            if (after?.state === 'onBreak') onBreak.set(after.id, call.teamId);
            return after;
          },
          receive: (received) =>
            ledToCard(received, 'endBreak', (teamId) => [...onBreak].findLast(([, team]) => team === teamId)?.[0]),
        };
      },
    },
  ]),
  ...defects('persistence', [
    {
      id: 'notes-escaped-at-each-action',
      title: 'each action on a card writes & in the notes of its clock-in as &amp; once more',
      imitates: 'escaping on the way into the store and not on the way out',
      breaches:
        'beta timecard-clockin.md and timecard-get.md, examples of one card: the notes of the clock-in after all other actions',
      caughtBy: ['TC-CLOCKOUT-008', 'TC-BREAK-020', 'TC-BREAK-021'],
      hooks: storing(['startBreak', 'endBreak', 'clockOut'], (after) =>
        withEvent(after, 'clockInEvent', (event) =>
          event.notes === null
            ? event
            : { ...event, notes: { ...event.notes, content: event.notes.content?.replaceAll('&', '&amp;') ?? null } },
        ),
      ),
    },
  ]),
];
