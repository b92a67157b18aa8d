import type { FaultHooks } from '../../reference/fault.ts';
import { withBreaks } from '../break-seams.ts';
import { defects } from '../defect.ts';
import { ledToCard } from './other-card.ts';
import { shownOtherwise } from './shown-otherwise.ts';

/** Breaks that reach other cards than the one that the call names. */
export const documentBreakNeighbourDefects = defects('isolation', [
  {
    id: 'start-break-on-own-card',
    title: "startBreak starts the break of the caller's own open card, whichever card it names",
    imitates: 'a handler that was written for employees, before managers had it',
    breaches: 'timecard-startbreak.md, HTTP request: ".../timeCards/{timeCardId}/startBreak"',
    caughtBy: ['TC-BREAK-002', 'TC-BREAK-003', 'TC-ISOLATION-001'],
    hooks: startingOwnBreak,
  },
  {
    id: 'end-break-ends-all-of-team',
    title: 'endBreak ends the open breaks of all cards of the team',
    imitates: 'an update of breaks without the key of the card',
    breaches: 'timecard-endbreak.md: "End the open break in a specific timeCard."',
    caughtBy: ['TC-ISOLATION-002', 'TC-ISOLATION-001'],
    hooks: endingAll,
  },
]);

/** Callers are told apart by their tokens, since a path is led on before anybody looks at who asks. */
function startingOwnBreak(): FaultHooks {
  const own = new Map<string, { readonly id: string; readonly teamId: string }>();
  return {
    store: ({ before, after, call }) => {
      const token = call.received.headers['authorization'] ?? '';
      if (call.operation === 'clockIn' && after?.userId === call.user?.id && after)
        own.set(token, { id: after.id, teamId: call.teamId });
      for (const [holder, { id }] of own)
        if (before?.id === id && (after === undefined || after.state === 'clockedOut')) own.delete(holder);
      return after;
    },
    receive: (received) =>
      ledToCard(received, 'startBreak', (teamId) => {
        const card = own.get(received.headers['authorization'] ?? '');
        return card?.teamId === teamId ? card.id : undefined;
      }),
  };
}

function endingAll(): FaultHooks {
  const shown = shownOtherwise();
  return {
    look: shown.look,
    store: ({ before, after, call, cards }) => {
      if (before) shown.forget(before.id);
      const end = call.operation === 'endBreak' ? after?.breaks.at(-1)?.end : undefined;
      if (!end || !after) return after;
      for (const { card } of cards.all()) {
        if (card.id === after.id || card.state !== 'onBreak') continue;
        shown.show(card.id, (one) => ({
          ...withBreaks(one, (breaks) => breaks.map((own) => ({ ...own, end: own.end ?? end }))),
          state: 'clockedIn',
        }));
      }
      return after;
    },
  };
}
