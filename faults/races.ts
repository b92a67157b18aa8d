import type { Change, FaultHooks } from '../reference/fault.ts';
import type { TimeCard } from '../reference/time-card.ts';
import { defects } from './defect.ts';

/** Longer than a server takes for a request, shorter than two requests in a row that a client waits for. Milliseconds. */
const overlapping = 20;

interface LastWrite {
  readonly connection: number;
  readonly time: number;
  readonly before: TimeCard;
}

/** Acts where a write meets another one on the same card that came over another connection just before. */
function meeting(
  act: (after: TimeCard, change: Change & { readonly before: TimeCard }, earlier: TimeCard) => TimeCard,
) {
  return (): FaultHooks => {
    const last = new Map<string, LastWrite>();
    return {
      store: (change) => {
        const { before, after, call } = change;
        if (before === undefined || after === undefined) return after;
        const { connection } = call.received;
        const earlier = last.get(before.id);
        last.set(before.id, { connection, time: performance.now(), before });
        const meets =
          earlier !== undefined && earlier.connection !== connection && performance.now() - earlier.time < overlapping;
        return meets ? act(after, { ...change, before }, earlier.before) : after;
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
]);
