import { readAction } from '../../reference/card-body.ts';
import { CardStore } from '../../reference/card-store.ts';
import { noContent, type Reply } from '../../reference/reply.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import type { InventedDefect } from './entry.ts';
import { turns } from './inventor-2-tools.ts';

/** Long enough for requests that were sent together to meet. */
const answersAfter = 40;

/** What the request before left behind: only of use where the present one met it. */
interface Left<T> {
  readonly turn: number;
  readonly what: T;
}

export const inventor2Overlap: readonly InventedDefect[] = [
  {
    id: 'overlapping-creates-share-an-id',
    title: 'Two creates that are under way at once get the same id, and the second card replaces the first.',
    imitates: 'An id made from the clock, or from a counter that is read and raised in two steps.',
    breaches:
      'csdl-timecard-v1.0.xml, EntityType entity: Key PropertyRef Name="id"; pages/v1.0/schedule-post-timecards.md, Response: "201 Created and a timeCard object"; dossier.md h, TC-GET-001: "get answers 200 with the timeCard of that id."',
    level: 'MUST',
    kind: 'overlap',
    hooks: () => {
      const now = turns();
      let last: Left<{ id: string; team: string }> | undefined;
      return {
        answersAfter,
        receive: now.take,
        store: ({ after, call }) => {
          if (call.operation !== 'create' || after === undefined) return after;
          const team = call.team.id;
          const shared = now.met && last?.turn === now.number - 1 && last.what.team === team ? last.what.id : after.id;
          last = { turn: now.number, what: { id: shared, team } };
          return { ...after, id: shared };
        },
      };
    },
  },
  {
    id: 'overlapping-confirms-lose-one',
    title:
      'When the user and a manager confirm a card at the same time, both are answered 204 and one confirmation is lost.',
    imitates: 'Read, set the flag, write back, without a version check.',
    breaches:
      'csdl-timecard-v1.0.xml, EnumType confirmedBy IsFlags="true"; pages/beta/timecard-get.md, Example: "confirmedBy": "user,manager"; dossier.md h, TC-CONFIRM-003: "After the owner of the card confirms, confirmedBy contains user."',
    level: 'MUST',
    kind: 'overlap',
    hooks: () => {
      const now = turns();
      let last: Left<TimeCard | undefined> | undefined;
      return {
        answersAfter,
        receive: now.take,
        store: ({ before, after, call }) => {
          if (call.operation !== 'confirm' || before === undefined || after === undefined) return after;
          const met = now.met && last?.turn === now.number - 1 && last.what?.id === after.id ? last.what : undefined;
          last = { turn: now.number, what: before };
          if (met?.confirmedBy !== 'none' || after.confirmedBy !== 'user,manager') return after;
          return { ...after, confirmedBy: before.confirmedBy === 'user' ? 'manager' : 'user' };
        },
      };
    },
  },
  {
    id: 'overlapping-replaces-blend',
    title:
      'Two replaces of one card at the same time are both answered 204 and leave the clock-out of one with the rest of the other.',
    imitates: 'One UPDATE for each event, not in a transaction, run by two workers.',
    breaches:
      'pages/v1.0/timecard-replace.md, Request body: "JSON representation of a timeCard."; dossier.md h, TC-REPLACE-002: "Afterwards get shows the new events and notes." (of one or of the other)',
    level: 'MUST',
    kind: 'overlap',
    hooks: () => {
      const now = turns();
      let last: Left<string> | undefined;
      return {
        answersAfter,
        receive: now.take,
        store: ({ before, after, call }) => {
          if (call.operation !== 'replace' || before === undefined || after === undefined) return after;
          const met = now.met && last?.turn === now.number - 1 && last.what === after.id;
          last = { turn: now.number, what: after.id };
          if (!met || before.clockOutEvent === null || after.clockOutEvent === null) return after;
          return { ...after, clockOutEvent: before.clockOutEvent };
        },
      };
    },
  },
  {
    id: 'overlapping-gets-cross',
    title:
      'Of two gets of different cards that are under way at once, the second is answered with the card of the first.',
    imitates: 'A cache of requests in flight that is keyed by the route template instead of the URL.',
    breaches:
      'pages/v1.0/timecard-get.md, HTTP request: "GET /teams/{teamsId}/schedule/timeCards/{timeCardId}"; dossier.md h, TC-GET-001: "get answers 200 with the timeCard of that id."',
    level: 'MUST',
    kind: 'overlap',
    hooks: () => {
      const now = turns();
      let last: Left<{ reply: Reply; place: string }> | undefined;
      return {
        answersAfter,
        receive: now.take,
        reply: (reply, { operation, version, team }) => {
          if (operation !== 'get' || reply.status !== 200) return reply;
          const place = `${version} ${team?.id}`;
          const met = now.met && last?.turn === now.number - 1 && last.what.place === place ? last.what : undefined;
          last = { turn: now.number, what: { reply, place } };
          return met === undefined ? reply : { ...reply, content: met.reply.content };
        },
      };
    },
  },
  {
    id: 'overlapping-clock-ins-borrow-the-caller',
    title:
      'When two people clock in at the same time, the second card is created by the first of them, though it belongs to the second.',
    imitates: 'The current user in a static field, read again when the audit columns are written.',
    breaches:
      'pages/v1.0/timecard-clockin.md, Example 1 (createdBy.user and lastModifiedBy.user are who clocks in); dossier.md h, TC-CLOCKIN-019: "createdBy.user.id and lastModifiedBy.user.id are the caller."',
    level: 'MUST',
    kind: 'overlap',
    hooks: () => {
      const now = turns();
      let last: Left<Pick<TimeCard, 'createdBy' | 'lastModifiedBy'>> | undefined;
      return {
        answersAfter,
        receive: now.take,
        store: ({ before, after, call }) => {
          if (call.operation !== 'clockIn' || before !== undefined || after === undefined) return after;
          const met = now.met && last?.turn === now.number - 1 ? last.what : {};
          const { createdBy, lastModifiedBy } = after;
          last = { turn: now.number, what: { createdBy, lastModifiedBy } };
          return { ...after, ...met };
        },
      };
    },
  },
  {
    id: 'overlapping-start-breaks-open-two',
    title:
      'Two startBreaks of one card at the same time, as from a double click, are both answered 204 and open two breaks.',
    imitates: 'Check, then act: both requests see a card that is not on a break.',
    breaches:
      'dossier.md h, TC-SHAPE-010: "onBreak has exactly one break with end null" (state meaning and all examples); pages/v1.0/timecard-endbreak.md: one open break to end',
    level: 'MUST',
    kind: 'overlap',
    hooks: () => {
      const now = turns();
      let last: Left<{ id: string; cards: CardStore }> | undefined;
      return {
        answersAfter,
        receive: now.take,
        store: ({ after, call, cards }) => {
          if (call.operation === 'startBreak' && after !== undefined && cards instanceof CardStore) {
            last = { turn: now.number, what: { id: after.id, cards } };
          }
          return after;
        },
        reply: (reply, { operation, cardId, body, version }) => {
          if (operation !== 'startBreak' || reply.status !== 409 || !now.met || last?.turn !== now.number - 1)
            return reply;
          const held = last.what.id === cardId ? last.what.cards.get(cardId) : undefined;
          const first = held?.card.breaks.at(-1);
          if (held === undefined || first === undefined || body === undefined || version === undefined) return reply;
          const { isAtApprovedLocation, notes } = readAction(body, version);
          const start = { dateTime: first.start.dateTime, isAtApprovedLocation, notes };
          const second = { breakId: `${first.breakId.slice(0, -4)}0000`, notes: null, start, end: null };
          const card = { ...held.card, breaks: [...held.card.breaks, second] };
          last.what.cards.put({ ...held, card });
          return { ...noContent, headers: reply.headers };
        },
      };
    },
  },
];
