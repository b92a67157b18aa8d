import { defects, type Defect } from '../defect.ts';
import { answersAfter, Leftover } from './leftover.ts';

/** Writes that meet another request, and undo it or are undone. */
export const overlappingWriteDefectsOfOutsiders: readonly Defect[] = [
  ...defects('races', [
    {
      id: 'overlapping-writes-of-two-cards-keep-one',
      title: 'of two changes to two cards of a team at the same time, the second is answered with 204 and not kept',
      imitates: 'one document for all cards of a team, whose conflict is caught, logged and answered as a success',
      breaches:
        'timecard-clockout.md, Response: "If successful, this method returns a `204 No Content` response code."',
      caughtBy: ['TC-BREAK-003', 'TC-CLOCKOUT-003', 'TC-REPLACE-002'],
      hooks: () => {
        const written = new Leftover<string>();
        return {
          answersAfter,
          store: ({ before, after, call: { received } }) => {
            if (before === undefined) return after;
            const other = written.take();
            written.leave(received, before.id);
            return other === undefined || other === before.id ? after : before;
          },
        };
      },
    },
  ]),
];
