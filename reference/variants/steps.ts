import type { FaultHooks } from '../fault.ts';
import type { Operation } from '../../traffic/operation.ts';
import { noContent } from '../reply.ts';
import { onRefusal, refusingStep, restated, onStoring } from './seams.ts';
import { entries } from './variant.ts';

/** Takes an impossible step for done: answered like a success, and nothing changes. */
function ignoring(operation: Operation): FaultHooks {
  return onRefusal(409, (reply, call) =>
    call.operation === operation ? { ...noContent, headers: reply.headers } : reply,
  );
}

/** Refuses impossible steps with another status. */
function impossibleStep(status: number, code: string): FaultHooks {
  return onRefusal(409, (reply) => restated(reply, status, code));
}

const undocumented = 'No page says what becomes of a step that does not fit the state of the card.';

/** What becomes of steps that do not fit the state of a card. */
export const stepVariants = entries([
  {
    id: 'impossible-step-400',
    title: 'a step that does not fit the state is refused with 400',
    allows: `${undocumented} concepts/errors: 400, the request is malformed or incorrect.`,
    temptation: 'an impossible step is refused with 409',
    hooks: impossibleStep(400, 'BadRequest'),
  },
  {
    id: 'impossible-step-403',
    title: 'a step that does not fit the state is refused with 403',
    allows: `${undocumented} concepts/errors: 403, access is denied to the requested resource.`,
    temptation: 'a 403 means that the caller lacks rights',
    hooks: impossibleStep(403, 'Forbidden'),
  },
  {
    id: 'impossible-step-404',
    title: 'a step that does not fit the state is refused with 404: there is no open card or break of that kind',
    allows: `${undocumented} concepts/errors: 404, the requested resource does not exist.`,
    temptation: 'a 404 means that the card or the operation is not there',
    hooks: impossibleStep(404, 'NotFound'),
  },
  {
    id: 'impossible-step-422',
    title: 'a step that does not fit the state is refused with 422',
    allows: `${undocumented} concepts/errors: 422, cannot process the request because it is semantically incorrect.`,
    temptation: 'an impossible step is refused with 400 or 409',
    hooks: impossibleStep(422, 'UnprocessableEntity'),
  },
  {
    id: 'several-open-cards',
    title: 'a user may have several open cards',
    allows: 'clockIn page: "Clock in to start a timeCard", without a word on an open one.',
    temptation: 'a second clockIn is refused',
    policy: { secondClockIn: 'anotherCard' },
  },
  {
    id: 'open-card-again',
    title: 'a second clockIn answers 200 with the card that is open',
    allows: 'clockIn page: "Clock in to start a timeCard", without a word on an open one.',
    temptation: 'every accepted clockIn is answered 201 with a new card',
    policy: { secondClockIn: 'openCardAgain' },
  },
  {
    id: 'second-clock-in-closes',
    title: 'a second clockIn closes the card that is open, and begins a new one',
    allows: 'clockIn page: "Clock in to start a timeCard", without a word on an open one.',
    temptation: 'a card changes only by what is asked of it',
    policy: { secondClockIn: 'closesTheOpenOne' },
  },
  {
    id: 'clock-out-again-ignored',
    title: 'clockOut of a closed card is answered 204 and changes nothing',
    allows: `${undocumented} v1.0 clockOut page: "an open timeCard" is not even named.`,
    temptation: 'clockOut of a closed card is refused, or sets a new time',
    hooks: ignoring('clockOut'),
  },
  {
    id: 'clock-out-again-moves',
    title: 'clockOut of a closed card sets a new time and new notes',
    allows: undocumented,
    temptation: 'a closed card does not change',
    policy: { clockOutOfClosed: 'movesTheTime' },
  },
  {
    id: 'clock-out-on-break-refused',
    title: 'clockOut during a break is refused',
    allows: undocumented,
    temptation: 'clockOut of a card that is not closed succeeds',
    hooks: refusingStep('clockOut', ({ state }) => state === 'onBreak', 'End the break first.'),
  },
  {
    id: 'clock-out-on-break-drops-it',
    title: 'clockOut during a break closes the card and takes the break away',
    allows: undocumented,
    temptation: 'what startBreak recorded stays recorded',
    hooks: onStoring('clockOut', (after, before) => {
      if (before?.state !== 'onBreak') return after;
      const breaks = before.breaks.filter(({ end }) => end !== null);
      const mirrored = after.originalEntry.breaks === after.breaks;
      return { ...after, breaks, ...(mirrored ? { originalEntry: { ...after.originalEntry, breaks } } : {}) };
    }),
  },
  {
    id: 'clock-out-on-break-leaves-it-open',
    title: 'clockOut during a break closes the card and leaves the break without an end',
    allows: undocumented,
    temptation: 'every break of a closed card has an end',
    hooks: onStoring('clockOut', (after, before) => {
      if (before?.state !== 'onBreak') return after;
      const { breaks } = before;
      const mirrored = after.originalEntry.breaks === after.breaks;
      return { ...after, breaks, ...(mirrored ? { originalEntry: { ...after.originalEntry, breaks } } : {}) };
    }),
  },
  {
    id: 'start-break-again-ignored',
    title: 'startBreak during a break, or on a closed card, is answered 204 and changes nothing',
    allows: undocumented,
    temptation: 'startBreak that is accepted adds a break',
    hooks: ignoring('startBreak'),
  },
  {
    id: 'start-break-again-starts-anew',
    title: 'startBreak during a break ends that one and starts another',
    allows: undocumented,
    temptation: 'startBreak during a break is refused',
    policy: { startBreakOnBreak: 'endsTheOpenOne' },
  },
  {
    id: 'start-break-reopens',
    title: 'startBreak on a closed card opens it again',
    allows: undocumented,
    temptation: 'a closed card stays closed',
    policy: { startBreakOfClosed: 'reopens' },
  },
  {
    id: 'end-break-again-ignored',
    title: 'endBreak without an open break is answered 204 and changes nothing',
    allows: undocumented,
    temptation: 'endBreak without an open break is refused',
    hooks: ignoring('endBreak'),
  },
  {
    id: 'changed-a-moment-later',
    title: 'lastModifiedDateTime of a changed card is a little later than the event that changed it',
    allows: 'changeTrackedEntity page: the time of the last modification, which need not be the time of the event.',
    temptation: 'lastModifiedDateTime is the time of the newest event',
    hooks: {
      store: ({ before, after }) =>
        before === undefined || after === undefined
          ? after
          : {
              ...after,
              lastModifiedDateTime: new Date(Date.parse(after.lastModifiedDateTime) + 20).toISOString(),
            },
    },
  },
]);
