import type { Change, FaultHooks } from '../reference/fault.ts';
import type { TimeCard } from '../reference/time-card.ts';
import { defects } from './defect.ts';

interface LastWrite {
  readonly before: TimeCard;
  readonly after: TimeCard;
}

/** Acts where a write meets another one on the same card that was in at the same time, and was answered just before. */
function meeting(
  act: (after: TimeCard, change: Change & { readonly before: TimeCard }, earlier: TimeCard) => TimeCard,
) {
  return (): FaultHooks => {
    let last: LastWrite | undefined;
    return {
      answersAfter: 5,
      store: (change) => {
        const { before, after, call } = change;
        const earlier = last;
        last = undefined;
        if (before === undefined || after === undefined) return after;
        // While others wait, what this one leaves is what the next one should have seen.
        if (call.received.underWay > 1) last = { before, after };
        return earlier !== undefined && earlier.after === before
          ? act(after, { ...change, before }, earlier.before)
          : after;
      },
    };
  };
}

/** Defects that show only where requests overlap. */
export const raceDefects = defects('races', [
  {
    id: 'race-lost-update',
    title: 'of two overlapping writes the second works on the card as it was before the first',
    imitates: 'read, change, write back without a lock or an ETag',
    caughtBy: ['TC-RACE-001'],
    hooks: meeting((after, { before }, earlier) => {
      const changed = Object.entries(after).filter(([name, value]) => value !== before[name as keyof TimeCard]);
      const kept = { ...earlier, ...Object.fromEntries(changed) };
      // A clockOut writes the breaks back as it read them.
      return after.state === 'clockedOut' ? { ...kept, breaks: earlier.breaks } : kept;
    }),
  },
  {
    id: 'race-created-anew',
    title: 'of two overlapping writes the second creates the card anew, with another time of creation',
    imitates: 'an upsert that is tried again after a conflict',
    caughtBy: ['TC-RACE-003'],
    hooks: meeting((after) => ({ ...after, createdDateTime: after.lastModifiedDateTime })),
  },
  {
    id: 'race-confirmation-lost',
    title:
      'of two overlapping writes of which one confirms, the second leaves the card as confirmed as it was before both',
    imitates: 'a set of flags that is read, changed and written back whole',
    caughtBy: ['TC-RACE-005'],
    hooks: meeting((after, _change, earlier) => ({ ...after, confirmedBy: earlier.confirmedBy })),
  },
  {
    id: 'race-replaces-blend',
    title: 'of two overlapping replaces the second keeps the clock-out of the first',
    imitates: 'one update for each part of a card, outside of a transaction',
    caughtBy: ['TC-RACE-006'],
    hooks: meeting((after, { before, call }) =>
      call.operation === 'replace' ? { ...after, clockOutEvent: before.clockOutEvent } : after,
    ),
  },
]);
