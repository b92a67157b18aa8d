import { withBreaks, withEnd } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';

/** What goes wrong with a card that is on a break. */
export const onBreakDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'end-break-swaps-break-ids',
      title:
        'endBreak of a second or later break gives that break and the one before it each the breakId of the other one',
      imitates: 'an ORM that writes a list that was sorted anew back by index, so that keys stay where rows have moved',
      breaches: 'CSDL, timeCardBreak: breakId, start and end belong together; timecard-endbreak.md ends one break',
      caughtBy: ['TC-BREAK-008', 'TC-BREAK-023'],
      alike: 'shows only from the second break on',
      hooks: storing('endBreak', (after) =>
        withBreaks(after, (breaks) => {
          const [one, other] = breaks.slice(-2);
          if (one === undefined || other === undefined) return breaks;
          return [...breaks.slice(0, -2), { ...one, breakId: other.breakId }, { ...other, breakId: one.breakId }];
        }),
      ),
    },
    {
      id: 'false-end-takes-location-of-start',
      title: 'isAtApprovedLocation false of endBreak is kept as true where the break was started with true',
      imitates: 'end.isAtApprovedLocation || start.isAtApprovedLocation, a default that takes false for absent',
      breaches:
        'timecard-endbreak.md, Request body: "isAtApprovedLocation | Boolean | Indicates whether this action happens at an approved location."',
      caughtBy: ['TC-BREAK-017'],
      alike: 'shows only where a break starts with true and ends with false',
      hooks: storing('endBreak', (after) => {
        const began = after.breaks.at(-1)?.start.isAtApprovedLocation;
        return withEnd(after, (end) =>
          began === true && end.isAtApprovedLocation === false ? { ...end, isAtApprovedLocation: true } : end,
        );
      }),
    },
  ]),
  ...defects('state', [
    {
      id: 'delete-on-break-does-nothing',
      title: 'delete of a card that is on a break answers 204, and the card is still there',
      imitates: "DELETE … WHERE state IN ('clockedIn', 'clockedOut'), whose count of rows nobody looks at",
      breaches:
        'schedule-delete-timecards.md, Response: "If successful, this method returns a `204 No Content` response code."',
      caughtBy: ['TC-DELETE-002'],
      alike: 'shows only where the card is on a break',
      hooks: {
        store: ({ before, after, call }) =>
          call.operation === 'delete' && before?.state === 'onBreak' ? before : after,
      },
    },
  ]),
];
