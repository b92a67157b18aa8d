import type { Cards, PlacedCard } from '../../reference/card-store.ts';
import type { IdentitySet, TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { shownAs } from './outside-seams.ts';

function openCardOf(userId: string, cards: Cards): TimeCard | undefined {
  return [...cards.all()].find(({ card }) => card.userId === userId && card.state !== 'clockedOut')?.card;
}

/** Cards that others see, or lose, for what somebody read or is. */
export const readerDefectsOfOutsiders: readonly Defect[] = [
  ...defects('isolation', [
    {
      id: 'manager-delete-takes-own-open-card',
      title:
        'a manager who is clocked in and deletes the card of another user loses the own open card; the other one stays',
      imitates: 'a delete that resolves "the current card" from the session before it looks at the path',
      breaches: 'schedule-delete-timecards.md, HTTP request: "DELETE /teams/{teamsId}/schedule/timeCards/{timeCardId}"',
      caughtBy: ['TC-DELETE-002', 'TC-ISOLATION-004'],
      alike: 'shows only where a manager deletes and has an open card',
      hooks: () => {
        const gone = new Set<string>();
        return {
          receive: (received) => ({
            ...received,
            path: received.path.replaceAll(/TCK_[^/]+/g, (id) => (gone.has(id) ? 'TCK_none' : id)),
          }),
          look: (cards) => shownAs(cards, (placed) => (gone.has(placed.card.id) ? undefined : placed)),
          store: ({ before, after, call: { operation, principal }, cards }) => {
            const me = principal.identity.id;
            if (operation !== 'delete' || principal.kind !== 'user' || before?.userId === me) return after;
            const own = openCardOf(me, cards);
            if (own === undefined) return after;
            gone.add(own.id);
            return before;
          },
        };
      },
    },
    {
      id: 'manager-clock-out-closes-own-card',
      title:
        'a manager who is clocked in and clocks somebody else out is clocked out, and the card in the path stays open',
      imitates: 'an action on the open card of whoever calls, which for most callers is the same one',
      breaches: 'timecard-clockout.md, HTTP request: "POST /teams/{teamsId}/schedule/timeCards/{timeCardId}/clockOut"',
      caughtBy: ['TC-CLOCKOUT-003', 'TC-CLOCKOUT-004'],
      alike: 'shows only where a manager clocks out another and has an open card',
      hooks: {
        store: ({ after, call: { operation, principal }, cards }) => {
          const me = principal.identity.id;
          if (operation !== 'clockOut' || principal.kind !== 'user' || after?.userId === me) return after;
          const own = openCardOf(me, cards);
          if (after === undefined || own === undefined) return after;
          const { clockOutEvent, state, lastModifiedBy, lastModifiedDateTime } = after;
          return { ...own, clockOutEvent, state, lastModifiedBy, lastModifiedDateTime };
        },
      },
    },
    {
      id: 'card-once-read-is-found-in-every-team',
      title: 'a card that was read once with get is then found under the path of any other team as well',
      imitates: 'a cache whose key is the id of the card alone',
      breaches:
        'CSDL, schedule: <NavigationProperty Name="timeCards" ... ContainsTarget="true" />; timecard-get.md, HTTP request: "GET /teams/{teamsId}/schedule/timeCards/{timeCardId}"',
      caughtBy: ['TC-GET-004'],
      alike: 'shows only once the card was read',
      hooks: () => {
        const read = new Map<string, PlacedCard>();
        return {
          look: (cards, { operation }) => ({
            all: () => cards.all(),
            get: (id) => {
              const placed = cards.get(id);
              if (operation !== 'get') return placed;
              if (placed) read.set(id, placed);
              return placed ?? read.get(id);
            },
          }),
          store: ({ before, after }) => {
            if (before) read.delete(before.id);
            return after;
          },
        };
      },
    },
  ]),
  ...defects('persistence', [
    {
      id: 'reader-becomes-last-modifier',
      title: 'after somebody else has read a card with get, it names the reader in lastModifiedBy until the next write',
      imitates: 'an entity that is touched and saved when it is loaded for somebody',
      breaches: 'beta timecard-list.md, example: lastModifiedBy is who clocked out; timecard-get.md is a read',
      caughtBy: ['TC-ISOLATION-007'],
      alike: 'shows only where somebody else reads',
      hooks: () => {
        const readers = new Map<string, IdentitySet>();
        return {
          look: (cards) =>
            shownAs(cards, (placed) => {
              const lastModifiedBy = readers.get(placed.card.id);
              return lastModifiedBy === undefined ? placed : { ...placed, card: { ...placed.card, lastModifiedBy } };
            }),
          store: ({ after }) => {
            if (after) readers.delete(after.id);
            return after;
          },
          reply: (reply, { operation, principal, cardId, user }) => {
            if (operation !== 'get' || reply.status !== 200 || principal?.kind !== 'user') return reply;
            const shown = reply.content.kind === 'json' ? JSON.stringify(reply.content.value) : '';
            const stranger = user !== undefined && !shown.includes(`"userId":"${user.id}"`);
            if (stranger && cardId !== undefined) readers.set(cardId, { application: null, device: null, user });
            return reply;
          },
        };
      },
    },
    {
      id: 'reader-keeps-seeing-first-read',
      title:
        'whoever has read a card with get sees it unchanged from then on, whatever others do, until they write it themselves',
      imitates: 'a cache of each user that only their own writes empty',
      breaches: 'timecard-get.md, Response: "200 OK and a timeCard object"',
      caughtBy: ['TC-CONFIRM-010', 'TC-CONFIRM-023'],
      alike: 'shows only where others write what one has read',
      hooks: () => {
        const read = new Map<string, PlacedCard>();
        const mark = (reader: string, id: string): string => `${reader} ${id}`;
        return {
          look: (cards, { operation, principal }) => {
            if (operation !== 'get') return cards;
            return shownAs(cards, (placed) => {
              const key = mark(principal.identity.id, placed.card.id);
              const first = read.get(key) ?? placed;
              read.set(key, first);
              return first;
            });
          },
          store: ({ before, after, call }) => {
            if (before) read.delete(mark(call.principal.identity.id, before.id));
            return after;
          },
        };
      },
    },
    {
      id: 'v1-list-of-application-is-empty',
      title: 'in v1.0, a list for an application that sends no MS-APP-ACTS-AS is answered 200 with no cards',
      imitates: 'a filter by the acting user, who is nobody here, left over from the time when the header was required',
      breaches:
        'schedule-list-timecards.md, Request headers: "The `MS-APP-ACTS-AS` header is deprecated and no longer required with application tokens." and Permissions: "Application: Schedule.Read.All"',
      caughtBy: ['TC-LIST-003'],
      alike: 'shows only to applications',
      hooks: {
        look: (cards, { operation, version, principal, user }) =>
          operation === 'list' && version === 'v1.0' && principal.kind === 'application' && user === undefined
            ? { get: (id) => cards.get(id), all: () => [] }
            : cards,
      },
    },
  ]),
];
