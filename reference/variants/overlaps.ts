import type { FaultHooks } from '../fault.ts';
import { Refusal } from '../refusal.ts';
import { restated } from './seams.ts';
import { entries } from './variant.ts';

/** Milliseconds in which requests that were sent together have come in. */
const answersAfter = 5;

/** Refuses a write while another request is in. */
function oneAtATime(act: () => void = () => undefined): FaultHooks {
  return {
    answersAfter,
    receive: (received) => {
      if (received.underWay === 1 || received.method === 'GET') return received;
      act();
      throw new Refusal('Conflict', 'Another request is being served. Try again later.');
    },
  };
}

/** What comes of requests that are under way at the same time. */
export const overlapVariants = entries([
  {
    id: 'takes-its-time',
    title: 'an answer takes a few milliseconds, so that requests that are sent together meet',
    allows: 'No page says how long an answer takes.',
    temptation: 'requests that are sent together are served one after the other in the order in which they were sent',
    hooks: { answersAfter },
  },
  {
    id: 'one-write-at-a-time',
    title: 'a write is refused with 409 while another request is under way',
    allows:
      'concepts/errors: 409, the current state conflicts with what the request expects; no page promises otherwise.',
    temptation: 'two writes to different cards at the same time are both accepted',
    hooks: oneAtATime(),
  },
  {
    id: 'locked-meanwhile',
    title: 'a write is refused with 423 while another request is under way',
    allows: 'concepts/errors: 423, the resource that is being accessed is locked.',
    temptation: 'of two overlapping requests each is answered as if it were alone',
    hooks: () => {
      let isLocked = false;
      return {
        ...oneAtATime(() => (isLocked = true)),
        reply: (reply) => {
          const now = isLocked && reply.status === 409 ? restated(reply, 423, 'Locked') : reply;
          isLocked = false;
          return now;
        },
      };
    },
  },
]);
