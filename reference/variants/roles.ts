import type { Operation } from '../../traffic/operation.ts';
import type { Call } from '../call.ts';
import type { FaultHooks } from '../fault.ts';
import { caller } from '../identities.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { onStoring } from './seams.ts';
import { entries } from './variant.ts';

/** What may be said of a row that needs one of the writes that were refused: which ones those are is up to chance. */
const reasonsOfSome = ['no answer of this run could show it', 'proves nothing', 'no document says that it must not be'];

/** Refuses the caller some operations, whatever is sent. */
function refusingCaller(operations: readonly Operation[], code: RefusalCode, message: string): FaultHooks {
  return {
    permit: (permitted, { operation, principal }) => {
      if (operations.includes(operation) && principal.identity.id === caller.id) throw new Refusal(code, message);
      return permitted;
    },
  };
}

function isOfAnother({ principal }: Call, userId: string): boolean {
  return principal.kind === 'user' && principal.identity.id !== userId;
}

const adminOnly = 'Sorry, you need to be an admin to do this.';

/** What a service lets the caller do, by role, by the state of the schedule, or by whom it has to ask. */
export const roleVariants = entries([
  {
    id: 'employee-clocks-only',
    title: 'the caller may clock, and not create, replace or delete cards: 403',
    allows:
      'Permission tables name scopes and no roles; a reported 403 says MissingAdminPermissions of a write by somebody who is no owner.',
    temptation: 'whoever has Schedule.ReadWrite.All may create cards',
    leavesOpen: 'may lack the role',
    keepsCards: true,
    hooks: refusingCaller(['create', 'replace', 'delete'], 'Forbidden', adminOnly),
  },
  {
    id: 'employee-deletes-nothing',
    title: 'the caller may do everything but delete cards: 403',
    allows: 'As employee-clocks-only.',
    temptation: 'whoever made a card may delete it',
    leavesOpen: 'may lack the role',
    keepsCards: true,
    hooks: refusingCaller(['delete'], 'Forbidden', adminOnly),
  },
  {
    id: 'nobody-for-others',
    title: 'nobody writes the card of another, managers neither: 403',
    allows: 'No page says who may act for whom; beta clockIn page: "a manager", who is whoever the service says.',
    temptation: 'the owner of a team clocks employees in',
    leavesOpen: 'no answer of this run could show it',
    keepsCards: true,
    hooks: {
      store: ({ before, after, call }) => {
        const userId = before?.userId ?? after?.userId ?? '';
        if (isOfAnother(call, userId)) throw new Refusal('Forbidden', adminOnly);
        return after;
      },
    },
  },
  {
    id: 'time-clock-off',
    title: 'the schedule has its time clock switched off, and says so',
    allows: 'schedule resource: timeClockEnabled. No page says that a clockIn succeeds while it is false.',
    temptation: 'clockIn of a user without an open card succeeds',
    leavesOpen: 'its time clock is off',
    policy: { timeClock: 'off' },
  },
  {
    id: 'clocked-in-elsewhere',
    title: 'the caller is clocked in elsewhere, so that every clockIn is refused with 409',
    allows: 'No page says that a user may be clocked in twice, nor where else a user may be clocked in.',
    temptation: 'clockIn of a user without an open card in this team succeeds',
    leavesOpen: 'may be clocked in already',
    hooks: refusingCaller(['clockIn'], 'Conflict', 'You are clocked in in another team.'),
  },
  {
    id: 'unpaid',
    title: 'the plan of the tenant holds no manual cards: create is refused with 402',
    allows: 'concepts/errors: 402, payment requirements for the API have not been met.',
    temptation: 'a valid create succeeds',
    leavesOpen: 'was refused each time (402',
    hooks: refusingCaller(['create'], 'PaymentRequired', 'Manual time cards are part of another plan.'),
  },
  {
    id: 'workforce-refuses-some',
    title: 'a workforce system refuses one write in fifteen with 409, and nothing is changed',
    allows:
      'workforceIntegrationSupportedEntities: timeCard; a connected system is called back on changes, and may refuse them.',
    temptation: 'a valid write succeeds every time',
    leavesOpen: reasonsOfSome,
    hooks: refusingSome(15, 'Conflict'),
  },
  {
    id: 'workforce-refuses-some-400',
    title: 'a workforce system refuses one write in eleven with 400, and nothing is changed',
    allows: 'As workforce-refuses-some; a reported body has the code WorkforceIntegrationError, whatever its status.',
    temptation: 'a request that is valid is not answered 400',
    leavesOpen: reasonsOfSome,
    hooks: refusingSome(11, 'BadRequest'),
  },
  {
    id: 'workforce-refuses-some-403',
    title: 'a workforce system refuses one write in thirteen with 403, and nothing is changed',
    allows: 'As workforce-refuses-some.',
    temptation: 'what somebody was allowed to do once stays allowed',
    leavesOpen: reasonsOfSome,
    hooks: refusingSome(13, 'Forbidden'),
  },
  {
    id: 'manager-confirms-own',
    title: 'a manager who confirms the own card confirms as manager alone',
    allows:
      'frontline-managers page: team owners and schedule owners are managers; no page says as whom they confirm their own cards.',
    temptation: 'confirmedBy has user after the owner of the card has confirmed',
    warns: ['TC-CONFIRM-023'],
    hooks: onStoring('confirm', (after, _before, { user, team }) =>
      user !== undefined && user.id === after.userId && team.owners.has(user.id)
        ? { ...after, confirmedBy: 'manager' }
        : after,
    ),
  },
  {
    id: 'owner-stays',
    title: 'a replace that names another user leaves the card with its owner',
    allows: 'replace example: sends the owner that the card has; no page says that a card can change hands.',
    temptation: 'userId that was sent is the owner afterwards',
    hooks: onStoring('replace', (after, before) => ({ ...after, userId: before?.userId ?? after.userId })),
  },
  {
    id: 'owner-change-refused',
    title: 'a replace that names another user is refused with 400',
    allows: 'As owner-stays; concepts/errors: propertyNotUpdateable.',
    temptation: 'a whole timeCard can be replaced by any other',
    hooks: onStoring('replace', (after, before) => {
      if (before !== undefined && before.userId !== after.userId)
        throw new Refusal('BadRequest', 'userId cannot be changed.');
      return after;
    }),
  },
]);

/** Refuses every so many writes that would have been done. */
function refusingSome(every: number, code: RefusalCode): () => FaultHooks {
  return () => {
    let writes = 0;
    return {
      store: ({ after }) => {
        if ((writes += 1) % every === 0) throw new Refusal(code, 'Sorry, your change couldn’t be completed.');
        return after;
      },
    };
  };
}
