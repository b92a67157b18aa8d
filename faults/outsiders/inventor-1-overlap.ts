import type { FaultHooks } from '../../reference/fault.ts';
import type { Json } from '../../specs/json.ts';
import type { IdentitySet, TimeCard } from '../../reference/time-card.ts';
import type { Reply } from '../../reference/reply.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { lastSegment, Leftover, pause } from './inventor-1-shared.ts';

const kind = 'overlap';

interface Step {
  readonly before: TimeCard;
  readonly operation: 'clockOut' | 'confirm';
}

/** Of a clockOut and a confirm of one card at the same time, the later one starts from what the card was before both. */
function lostUpdate(): FaultHooks {
  const first = new Leftover<Step>();
  return {
    answersAfter: pause,
    store: ({ before, after, call: { operation, received } }) => {
      const stale = first.take();
      if (before === undefined || after === undefined) return after;
      if (operation !== 'clockOut' && operation !== 'confirm') return after;
      first.leave(received, { before, operation });
      if (stale?.before.id !== after.id || stale.operation === operation) return after;
      if (operation === 'clockOut') return { ...after, confirmedBy: stale.before.confirmedBy };
      const { confirmedBy, lastModifiedBy, lastModifiedDateTime } = after;
      return { ...stale.before, confirmedBy, lastModifiedBy, lastModifiedDateTime };
    },
  };
}

export const inventor1Overlap: readonly InventedDefect[] = [
  {
    id: 'overlapping-breaks-share-notes',
    title: 'Of two startBreaks (or endBreaks) on two cards at the same time, the second gets the note of the first.',
    imitates: 'A parsed body in a variable of the module.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-BREAK-004: "Request notes and isAtApprovedLocation of startBreak are in that break\'s start event" and TC-BREAK-009; pages/v1.0/timecard-startbreak.md, "Request body".',
    level: 'MUST',
    kind,
    hooks: () => {
      const notes = new Leftover<Json>();
      return {
        answersAfter: pause,
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
      'Two creates at the same time answer 201 with the same id, and the second card takes the place of the first.',
    imitates: 'An id made from the clock, or read before it is counted up.',
    breaches:
      'csdl-timecard-v1.0.xml, EntityType entity: "<Key><PropertyRef Name="id" />"; dossier.md, TC-LIST-003: "A card created in the team is found"; TC-GET-001: "the timeCard of that id".',
    level: 'MUST',
    kind,
    hooks: () => {
      const ids = new Leftover<string>();
      return {
        answersAfter: pause,
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
    title: 'Of two gets of two cards at the same time, the second is answered with the card of the first.',
    imitates: 'Requests that are merged while one is under way, by a key that forgets the id.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-GET-001: "get answers 200 with the timeCard of that id. GET; id equal."; pages/v1.0/timecard-get.md, "HTTP request".',
    level: 'MUST',
    kind,
    hooks: () => {
      const answers = new Leftover<Reply>();
      return {
        answersAfter: pause,
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
    id: 'overlapping-clock-ins-share-creator',
    title:
      'Of two clockIns by two people at the same time, the second card is right but for createdBy and lastModifiedBy, which name the first person.',
    imitates: 'The current user in a static field.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CLOCKIN-019: "createdBy.user.id and lastModifiedBy.user.id are the caller."; pages/v1.0/timecard-clockin.md, examples.',
    level: 'MUST',
    kind,
    hooks: () => {
      const callers = new Leftover<IdentitySet>();
      return {
        answersAfter: pause,
        store: ({ after, call: { operation, received } }) => {
          if (operation !== 'clockIn' || after === undefined) return after;
          const by = callers.take() ?? after.createdBy;
          callers.leave(received, after.createdBy);
          return { ...after, createdBy: by, lastModifiedBy: by };
        },
      };
    },
  },
  {
    id: 'overlapping-lists-share-filter',
    title: 'Of two lists with two filters at the same time, the second is answered by the filter of the first.',
    imitates: 'A query object that is reused from request to request.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-LIST-006: "$filter=state eq \'clockedOut\' gives only cards in that state."; pages/v1.0/schedule-list-timecards.md, "Optional query parameters".',
    level: 'MUST',
    kind,
    hooks: () => {
      const filter = /(?<=^|&)((?:\$|%24)?filter=)([^&]*)/i;
      const filters = new Leftover<string>();
      return {
        answersAfter: pause,
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
    id: 'overlapping-confirm-undoes-clock-out',
    title:
      'A clockOut and a confirm of one card at the same time both answer 204, and the one that is written last undoes the other.',
    imitates: 'Read, change, write the whole row, without a version.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CLOCKOUT-003: "Afterwards get shows state clockedOut."; TC-CONFIRM-003: "After the owner of the card confirms, confirmedBy contains user."; TC-CONFIRM-005: "confirm leaves state, events and breaks unchanged"; whichever came first, both must show.',
    level: 'MUST',
    kind,
    hooks: lostUpdate,
  },
];
