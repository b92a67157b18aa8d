import { readAction } from '../../reference/card-body.ts';
import { CardStore } from '../../reference/card-store.ts';
import { noContent, type Reply } from '../../reference/reply.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { defects, type Defect } from '../defect.ts';
import { answersAfter, Leftover } from './leftover.ts';
import { lastSegment } from './outside-seams.ts';

/** What one request leaves to another that overlaps it. */
export const overlapDefectsOfOutsiders: readonly Defect[] = [
  ...defects('races', [
    {
      id: 'card-away-while-it-is-replaced',
      title: 'a get at the same time as a replace of the card finds no card',
      imitates: 'a replace that deletes and inserts in two transactions, so that others can look in between',
      breaches: 'timecard-get.md, Response: 200 OK and a timeCard object, for a card that is there all the while',
      caughtBy: ['TC-RACE-007'],
      alike: 'needs a get and a replace at the same time',
      hooks: () => {
        const away = new Leftover<string>();
        return {
          answersAfter,
          store: ({ after, call }) => {
            if (call.operation === 'replace') away.leave(call.received, call.cardId);
            return after;
          },
          look: (cards, call) => {
            const id = call.operation === 'get' ? away.take() : undefined;
            return id === undefined
              ? cards
              : { get: (one) => (one === id ? undefined : cards.get(one)), all: () => cards.all() };
          },
        };
      },
    },
    {
      id: 'overlapping-breaks-share-notes',
      title: 'of two startBreaks (or endBreaks) on two cards at the same time, the second gets the note of the first',
      imitates: 'a parsed body in a variable of the module',
      breaches: 'timecard-startbreak.md, Request body',
      caughtBy: ['TC-BREAK-004', 'TC-BREAK-009'],
      alike: 'needs two startBreaks at the same time',
      hooks: () => {
        const notes = new Leftover<Json>();
        return {
          answersAfter,
          read: (body, { operation, received }) => {
            if ((operation !== 'startBreak' && operation !== 'endBreak') || !isJsonObject(body)) return body;
            const others = notes.take();
            if (body['notes'] !== undefined) notes.leave(received, body['notes']);
            return others === undefined ? body : { ...body, notes: others };
          },
        };
      },
    },
    {
      id: 'overlapping-creates-share-id',
      title:
        'two creates at the same time answer 201 with the same id, and the second card takes the place of the first',
      imitates: 'an id made from the clock, or read before it is counted up',
      breaches: 'CSDL, EntityType entity: "<Key><PropertyRef Name="id" />"',
      caughtBy: ['TC-ISOLATION-005'],
      alike: 'needs two creates at the same time',
      hooks: () => {
        const ids = new Leftover<string>();
        return {
          answersAfter,
          store: ({ after, call: { operation, received } }) => {
            if (operation !== 'create' || after === undefined) return after;
            const id = ids.take() ?? after.id;
            ids.leave(received, id);
            return { ...after, id };
          },
        };
      },
    },
    {
      id: 'overlapping-gets-answer-alike',
      title: 'of two gets of two cards at the same time, the second is answered with the card of the first',
      imitates: 'requests that are merged while one is under way, by a key that forgets the id',
      breaches: 'timecard-get.md, HTTP request: the timeCard of that id',
      caughtBy: ['TC-GET-001'],
      hooks: () => {
        const answers = new Leftover<Reply>();
        return {
          answersAfter,
          reply: (reply, { operation, received }) => {
            if (operation !== 'get' || reply.status !== 200) return reply;
            const content = answers.take()?.content ?? reply.content;
            answers.leave(received, reply);
            return { ...reply, content };
          },
        };
      },
    },
    {
      id: 'overlapping-lists-share-filter',
      title: 'of two lists with two filters at the same time, the second is answered by the filter of the first',
      imitates: 'a query object that is reused from request to request',
      breaches: 'schedule-list-timecards.md, Optional query parameters',
      caughtBy: ['TC-LIST-006'],
      hooks: () => {
        const filter = /(?<=^|&)((?:\$|%24)?filter=)([^&]*)/i;
        const filters = new Leftover<string>();
        return {
          answersAfter,
          receive: (received) => {
            const own = filter.exec(received.query)?.[2];
            if (received.method !== 'GET' || own === undefined || !/^timecards?$/i.test(lastSegment(received)))
              return received;
            const used = filters.take() ?? own;
            filters.leave(received, own);
            return { ...received, query: received.query.replace(filter, (_all, name: string) => `${name}${used}`) };
          },
        };
      },
    },
    {
      id: 'overlapping-start-breaks-open-two',
      title:
        'two startBreaks of one card at the same time, as from a double click, are both answered 204 and open two breaks',
      imitates: 'check, then act: both requests see a card that is not on a break',
      breaches: 'beta timecard-endbreak.md: one open break to end',
      caughtBy: ['TC-SHAPE-012'],
      hooks: () => {
        const started = new Leftover<CardStore>();
        return {
          answersAfter,
          store: ({ after, call, cards }) => {
            if (call.operation === 'startBreak' && cards instanceof CardStore) started.leave(call.received, cards);
            return after;
          },
          reply: (reply, { operation, cardId = '', body, version }) => {
            if (operation !== 'startBreak' || reply.status !== 409 || !body || !version) return reply;
            const cards = started.take();
            const held = cards?.get(cardId);
            const first = held?.card.breaks.at(-1);
            if (cards === undefined || held === undefined || first === undefined) return reply;
            const { isAtApprovedLocation, notes } = readAction(body, version);
            const start = { dateTime: first.start.dateTime, isAtApprovedLocation, notes };
            const second = { breakId: `${first.breakId.slice(0, -4)}0000`, notes: null, start, end: null };
            cards.put({ ...held, card: { ...held.card, breaks: [...held.card.breaks, second] } });
            return { ...noContent, headers: reply.headers };
          },
        };
      },
    },
  ]),
];
