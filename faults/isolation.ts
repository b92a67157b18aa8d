import type { Change, FaultHooks } from '../reference/fault.ts';
import type { Reply } from '../reference/reply.ts';
import type { TimeCard } from '../reference/time-card.ts';
import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import { isWrite, type Operation } from '../traffic/operation.ts';
import { defects } from './defect.ts';
import { instead, showing, storing } from './seams.ts';

/** Leads requests of some methods to the team of the card, whatever team they name. */
export function underAnyTeam(leads: (method: string, path: string) => boolean) {
  return (): FaultHooks => {
    const teams = new Map<string, string>();
    return {
      store: ({ before, after, call }: Change) => {
        if (before === undefined && after) teams.set(after.id, call.teamId);
        return after;
      },
      receive: (received) => {
        const [, named = '', id = ''] = /\/teams\/([^/]+)\/.*\/timecards\/([^/]+)/i.exec(received.path) ?? [];
        const home = leads(received.method, received.path) ? teams.get(id) : undefined;
        return home === undefined ? received : { ...received, path: received.path.replace(named, home) };
      },
    };
  };
}

/** Calls that touch more than the card that they are about. */
export const isolationDefects = defects('isolation', [
  {
    id: 'neighbours-touched',
    title: 'clockOut moves lastModifiedDateTime of all cards of the user',
    imitates: 'an update by user where it should be by card',
    caughtBy: ['TC-ISOLATION-001'],
    hooks: () =>
      spilling('clockOut', (card, from) =>
        card['userId'] === from.userId ? { ...card, lastModifiedDateTime: from.lastModifiedDateTime } : card,
      ),
  },
  {
    id: 'colleagues-touched',
    title: 'startBreak puts its notes on the cards of other users',
    imitates: 'one object for a note that several cards refer to',
    caughtBy: ['TC-ISOLATION-002'],
    hooks: () =>
      spilling('startBreak', (card, from) =>
        card['userId'] === from.userId ? card : { ...card, notes: from.breaks.at(-1)?.start.notes ?? null },
      ),
  },
  {
    id: 'other-team-touched',
    title: 'clockOut empties the notes of the cards of all other teams',
    imitates: 'a table for all teams, updated without its key',
    caughtBy: ['TC-ISOLATION-003'],
    hooks: () => spilling('clockOut', withoutNotes, 'all others'),
  },
  {
    id: 'delete-removes-neighbour',
    title: 'delete removes the card that was made before the deleted one as well',
    imitates: 'a range that is closed at both ends',
    caughtBy: ['TC-ISOLATION-004'],
    hooks: deletingTwo,
  },
  {
    id: 'id-used-twice',
    title: 'every second card gets the id of the card before it',
    imitates: 'ids from a clock that is read too coarsely',
    caughtBy: ['TC-ISOLATION-005'],
    hooks: () => {
      let free: string | undefined;
      return {
        store: ({ before, after, call }: Change) => {
          if (call.operation === 'delete' && before?.id === free) free = undefined;
          if (before !== undefined || after === undefined) return after;
          const id = free ?? after.id;
          free = free === undefined ? after.id : undefined;
          return { ...after, id };
        },
      };
    },
  },
  {
    id: 'break-id-of-first',
    title: 'every break of a card has the breakId of the first',
    imitates: 'ids that are made once for a card',
    caughtBy: ['TC-ISOLATION-006'],
    hooks: storing('startBreak', (after) => {
      const first = after.breaks[0]?.breakId ?? '';
      const named = <B extends { readonly breakId: string }>(breaks: readonly B[]) =>
        breaks.map((one) => ({ ...one, breakId: first }));
      const { originalEntry } = after;
      return {
        ...after,
        breaks: named(after.breaks),
        originalEntry: { ...originalEntry, breaks: named(originalEntry.breaks) },
      };
    }),
  },
  {
    id: 'reading-consumes-notes',
    title: 'from the second get on, the notes of the clock-in are gone',
    imitates: 'a message queue in the place of a store',
    caughtBy: ['TC-ISOLATION-007'],
    hooks: () => {
      const read = new Set<unknown>();
      return showing((card) => {
        const again = read.has(card['id']);
        read.add(card['id']);
        const event = card['clockInEvent'];
        return again && isJsonObject(event) ? { ...card, clockInEvent: { ...event, notes: null } } : card;
      }, 'get');
    },
  },
  {
    id: 'writes-under-any-team',
    title: 'a card can be written under any team',
    imitates: 'a look-up by card alone',
    caughtBy: ['TC-ISOLATION-008'],
    hooks: underAnyTeam((method) => method !== 'GET'),
  },
  {
    id: 'delete-under-any-team',
    title: 'a delete under another team removes the card of its own',
    imitates: 'a look-up by card alone',
    caughtBy: ['TC-ISOLATION-009'],
    hooks: underAnyTeam((method) => method === 'DELETE'),
  },
]);

/** What one write leaves behind shows on the other cards that were there by then: of its team, or of all others. */
function spilling(
  of: Operation,
  change: (card: JsonObject, from: TimeCard) => JsonObject,
  teams: 'its own' | 'all others' = 'its own',
): FaultHooks {
  let last: TimeCard | undefined;
  const known = new Map<unknown, string>();
  const reached = new Set<unknown>();
  return {
    store: ({ before, after, call }) => {
      if (before === undefined && after) known.set(after.id, call.teamId);
      if (call.operation === of && after) {
        last = after;
        for (const [id, teamId] of known) {
          if (id !== after.id && (teamId === call.teamId) === (teams === 'its own')) reached.add(id);
        }
      } else if (isWrite(call.operation)) reached.delete(before?.id);
      return after;
    },
    ...showing((card) => (last !== undefined && reached.has(card['id']) ? change(card, last) : card)),
  };
}

function withoutNotes(card: JsonObject): JsonObject {
  const event = card['clockInEvent'];
  return { ...card, notes: null, clockInEvent: isJsonObject(event) ? { ...event, notes: null } : null };
}

/** The neighbour is hidden, which is all that a client can tell. */
function deletingTwo(): FaultHooks {
  const made: string[] = [];
  const hidden = new Set<unknown>();
  return {
    store: ({ before, after, call }) => {
      if (before === undefined && after) made.push(after.id);
      if (call.operation === 'delete' && before) {
        const place = made.indexOf(before.id);
        if (place > 0) hidden.add(made[place - 1]);
        if (place !== -1) made.splice(place, 1);
      }
      return after;
    },
    reply: (reply, call) => (call.operation === 'get' && hidden.has(call.cardId) ? notFound(reply) : reply),
  };
}

function notFound(reply: Reply): Reply {
  const innerError = { date: '2025-01-07T21:35:36', 'request-id': reply.headers['request-id'] ?? '' };
  return instead(reply, 404, {
    error: { code: 'NotFound', message: 'Sorry, the time card was not found.', innerError },
  });
}
