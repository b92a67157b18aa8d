import type { Operation } from '../../traffic/operation.ts';
import type { FaultHooks } from '../fault.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import type { TimeCard } from '../time-card.ts';
import { entries } from './variant.ts';

const steps: readonly Operation[] = ['clockOut', 'startBreak', 'endBreak'];
const changes: readonly Operation[] = [...steps, 'replace', 'delete'];

/** Refuses operations on a card that is there and of which the condition holds. */
function locking(
  operations: readonly Operation[],
  isLocked: (before: TimeCard) => boolean,
  code: RefusalCode,
  message: string,
): FaultHooks {
  return {
    store: ({ before, after, call }) => {
      if (before !== undefined && operations.includes(call.operation) && isLocked(before))
        throw new Refusal(code, message);
      return after;
    },
  };
}

function isConfirmed({ confirmedBy }: TimeCard): boolean {
  return confirmedBy !== 'none';
}

/** Remembers the cards that were edited, and refuses operations on them. */
function lockingEdited(operations: readonly Operation[], code: RefusalCode, message: string): () => FaultHooks {
  return () => {
    const edited = new Set<string>();
    return {
      store: ({ before, after, call }) => {
        if (before !== undefined && edited.has(before.id) && operations.includes(call.operation))
          throw new Refusal(code, message);
        if (call.operation === 'replace' && after !== undefined) edited.add(after.id);
        return after;
      },
    };
  };
}

/** Cards on which a service lets nobody do something any more, or not yet. */
export const lockVariants = entries([
  {
    id: 'confirmed-locked',
    title: 'a confirmed card is locked: steps, edits and deletes are refused with 423',
    allows: 'concepts/errors: 423, the resource is locked. No page says what may be done to a confirmed card.',
    temptation: 'a card can be edited and deleted whatever was done to it before',
    keepsCards: true,
    leavesOpen: 'no answer of this run could show it',
    hooks: locking(changes, isConfirmed, 'Locked', 'A confirmed time card cannot be changed.'),
  },
  {
    id: 'confirmed-in-conflict',
    title: 'a confirmed card cannot be edited or deleted: 409',
    allows: 'concepts/errors: 409, the current state conflicts with what the request expects.',
    temptation: 'the delete of a closed card succeeds',
    keepsCards: true,
    leavesOpen: 'no answer of this run could show it',
    hooks: locking(changes, isConfirmed, 'Conflict', 'The time card is confirmed.'),
  },
  {
    id: 'confirmed-forbidden',
    title: 'nobody may change a confirmed card: 403',
    allows: 'concepts/errors: 403; permission tables name scopes and say nothing of confirmed cards.',
    temptation: 'whoever made a card may change it',
    keepsCards: true,
    leavesOpen: 'no answer of this run could show it',
    hooks: locking(changes, isConfirmed, 'Forbidden', 'A confirmed time card is final.'),
  },
  {
    id: 'open-card-undeletable',
    title: 'an open card cannot be deleted: 409',
    allows: 'delete page: "Delete a timeCard", of which the example shows no state.',
    temptation: 'delete of any card succeeds',
    hooks: locking(['delete'], ({ state }) => state !== 'clockedOut', 'Conflict', 'Clock out first.'),
  },
  {
    id: 'one-break-only',
    title: 'a second break is refused with 409',
    allows: 'startBreak page: "Start a break in a specific timeCard", without a word on how many there may be.',
    temptation: 'startBreak of a card that is clockedIn succeeds',
    leavesOpen: 'no answer of this run could show it',
    hooks: locking(['startBreak'], ({ breaks }) => breaks.length > 0, 'Conflict', 'One break a shift.'),
  },
  {
    id: 'one-edit-only',
    title: 'a card that was edited cannot be edited again: 409',
    allows: 'replace page: "Replace an existing timeCard"; the example shows the first edit.',
    temptation: 'what could be edited once can be edited again',
    leavesOpen: 'no answer of this run could show it',
    hooks: lockingEdited(['replace'], 'Conflict', 'The time card was edited already.'),
  },
  {
    id: 'no-steps-after-an-edit',
    title: 'a card that was edited takes no further steps: 409',
    allows: 'No page shows a step of a card that was replaced.',
    temptation: 'clockOut of an open card succeeds, edited or not',
    hooks: lockingEdited(steps, 'Conflict', 'An edited time card is in the hands of payroll.'),
  },
  {
    id: 'edited-undeletable',
    title: 'a card that was edited cannot be deleted: 423',
    allows: 'No page shows the delete of a card that was replaced; concepts/errors: 423.',
    temptation: 'clean-up always works',
    keepsCards: true,
    hooks: lockingEdited(['delete'], 'Locked', 'An edited time card is kept.'),
  },
  {
    id: 'confirmed-keeps-its-confirmers',
    title: 'a card that anybody has confirmed takes no second confirmation: 409',
    allows: 'confirm page: "Confirm the specific timeCard", without a word on one that is confirmed.',
    temptation: 'user and manager may confirm one after the other',
    hooks: locking(['confirm', 'confirmForUser'], isConfirmed, 'Conflict', 'The time card is confirmed.'),
  },
  {
    id: 'no-create-while-clocked-in',
    title: 'a card cannot be created while its user is clocked in: 409',
    allows: 'create page: the example creates a card that is over; nothing is said of users who are clocked in.',
    temptation: 'create succeeds whatever else its user has',
    hooks: {
      store: ({ before, after, call, cards }) => {
        const isOpen = [...cards.all()].some(
          ({ card }) => card.userId === after?.userId && card.state !== 'clockedOut',
        );
        if (before === undefined && call.operation === 'create' && isOpen)
          throw new Refusal('Conflict', 'The user is clocked in.');
        return after;
      },
    },
  },
  {
    id: 'condition-required',
    title: 'edits and deletes need If-Match: 428 without it',
    allows:
      'RFC 6585, 3: 428; Microsoft’s OpenAPI gives DELETE an If-Match header. No page says that an edit without one succeeds.',
    temptation: 'replace and delete need no precondition',
    leavesOpen: 'was refused each time (428',
    keepsCards: true,
    hooks: {
      store: ({ before, after, call }) => {
        const conditional = call.operation === 'replace' || call.operation === 'delete';
        if (before !== undefined && conditional && call.received.headers['if-match'] === undefined)
          throw new Refusal('PreconditionRequired', 'Say which state is meant, with If-Match.');
        return after;
      },
    },
  },
]);
