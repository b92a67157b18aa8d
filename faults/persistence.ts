import type { PlacedCard } from '../reference/card-store.ts';
import type { CallSoFar } from '../reference/call.ts';
import type { Change, FaultHooks } from '../reference/fault.ts';
import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import type { Reply } from '../reference/reply.ts';
import type { TimeCard } from '../reference/time-card.ts';
import { isWrite, type Operation } from '../traffic/operation.ts';
import { defects } from './defect.ts';
import { answering, instead, showing, storing, withJson, withoutBody, withStatus } from './seams.ts';

/** Reads that do not show what was written. */
export const persistenceDefects = defects('persistence', [
  {
    id: 'deleted-readable',
    title: 'a deleted card can still be read',
    imitates: 'a mark for deleted rows that one query forgets',
    caughtBy: ['TC-DELETE-002'],
    hooks: () => {
      const deleted = new Map<string, TimeCard>();
      return {
        store: remembering(deleted),
        reply: (reply, { operation, cardId = '' }) => {
          const card = deleted.get(cardId);
          return operation === 'get' && card ? instead(reply, 200, card) : reply;
        },
      };
    },
  },
  {
    id: 'deleted-readable-by-others',
    title: 'a deleted card can still be read by everybody but its user',
    imitates: 'a cache for each user of which a delete empties one',
    caughtBy: ['TC-DELETE-002'],
    alike: 'whoever deletes a card of their own finds it gone',
    hooks: () => {
      const deleted = new Map<string, TimeCard>();
      return {
        store: remembering(deleted),
        reply: (reply, { operation, cardId = '', principal }) => {
          const card = deleted.get(cardId);
          const isOther = card !== undefined && principal?.identity.id !== card.userId;
          return operation === 'get' && isOther ? instead(reply, 200, card) : reply;
        },
      };
    },
  },
  {
    id: 'deleted-listed',
    title: 'a deleted card is still listed',
    imitates: 'a list served from a cache',
    caughtBy: ['TC-LIST-010'],
    hooks: () => {
      const deleted = new Map<string, TimeCard>();
      return { store: remembering(deleted), ...withItems((items) => [...items, ...deleted.values()]) };
    },
  },
  {
    id: 'second-delete-204',
    title: 'a second delete of a card answers 204 again',
    imitates: 'a mark for deleted rows that delete sets without looking',
    caughtBy: ['TC-DELETE-004'],
    hooks: () => afterDelete((operation) => operation === 'delete'),
  },
  {
    id: 'deleted-writable',
    title: 'clockOut, startBreak, endBreak and confirm of a deleted card answer 204',
    imitates: 'commands that are put into a queue without looking',
    caughtBy: ['TC-DELETE-005'],
    hooks: () => afterDelete((operation) => operation !== 'delete' && operation !== 'replace'),
  },
  {
    id: 'list-of-old-copies',
    title: 'list shows every card as it was made',
    imitates: 'an index that is filled once',
    caughtBy: ['TC-LIST-013'],
    hooks: () => {
      const made = new Map<unknown, TimeCard>();
      return {
        store: ({ before, after }: Change) => {
          if (before === undefined && after) made.set(after.id, after);
          return after;
        },
        ...showing((card) => made.get(card['id']) ?? card, 'list'),
      };
    },
  },
  {
    id: 'created-not-listed',
    title: 'a card made by create is not listed',
    imitates: 'a list that reads another table than create writes',
    caughtBy: ['TC-LIST-003'],
    hooks: () => {
      const created = new Set<unknown>();
      return {
        store: ({ before, after, call }: Change) => {
          if (call.operation === 'create' && before === undefined) created.add(after?.id);
          return after;
        },
        ...withItems((items) => items.filter((item) => !created.has(item['id']))),
      };
    },
  },
  {
    id: 'get-another-card',
    title: 'get answers the card that was made last, or the one made before it',
    imitates: 'a cache with too short a key',
    caughtBy: ['TC-GET-001'],
    hooks: () => {
      const made: TimeCard[] = [];
      return {
        store: ({ before, after }: Change) => {
          if (before === undefined && after) made.push(after);
          return after;
        },
        ...showing((card) => made.slice(-2).findLast(({ id }) => id !== card['id']) ?? card, 'get'),
      };
    },
  },
  {
    id: 'clock-in-not-stored',
    title: 'a card of clockIn is answered and not kept',
    imitates: 'mocks with canned answers',
    caughtBy: ['TC-CLOCKIN-025', 'TC-GET-001'],
    hooks: storing('clockIn', () => undefined),
  },
  {
    id: 'get-without-notes',
    title: 'get shows events without their notes',
    imitates: 'a query that joins one table too few',
    caughtBy: ['TC-CLOCKIN-025', 'TC-CREATE-022'],
    hooks: showing((card) => {
      const event = card['clockInEvent'];
      return isJsonObject(event) ? { ...card, clockInEvent: { ...event, notes: null } } : card;
    }, 'get'),
  },
  {
    id: 'refused-write-kept',
    title: 'a clockOut that is refused closes the card nevertheless',
    imitates: 'checking a request after it was carried out',
    caughtBy: ['TC-GEN-020'],
    hooks: {
      read: (body, { operation }) => (operation === 'clockOut' && isInvalid(body) ? {} : body),
      reply: (reply, { operation, received }) => {
        const refused = operation === 'clockOut' && reply.status === 204 && isInvalid(parsed(received));
        return refused ? instead(reply, 400, invalid(reply)) : reply;
      },
    },
  },
  {
    id: 'create-not-stored',
    title: 'a created card is answered and not kept',
    imitates: 'mocks with canned answers',
    caughtBy: ['TC-CREATE-022', 'TC-GET-001'],
    hooks: storing('create', () => undefined),
  },
  {
    id: 'refused-create-kept',
    title: 'a create that is refused with 400 leaves a card in the list all the same',
    imitates: 'validation after the write, without a transaction around both',
    caughtBy: ['TC-GEN-036'],
    hooks: () => {
      const ghosts: PlacedCard[] = [];
      let last: TimeCard | undefined;
      return {
        store: ({ before, after }) => {
          if (before === undefined) last = after;
          return after;
        },
        reply: (reply, { operation }) => {
          if (operation === 'create' && reply.status === 400 && last !== undefined) {
            const id = `TCK_00000000-0000-4000-8000-${String(ghosts.length + 1).padStart(12, '0')}`;
            ghosts.push({ card: { ...last, id }, origin: 'created', position: 1_000_000 + ghosts.length });
          }
          return reply;
        },
        look: (cards) => ({ get: (id) => cards.get(id), all: () => [...cards.all(), ...ghosts] }),
      };
    },
  },
]);

function invalid({ headers }: Reply): JsonObject {
  const innerError = { date: '2025-01-07T21:35:36', 'request-id': headers['request-id'] ?? '' };
  return { error: { code: 'BadRequest', message: 'Invalid parameters.', innerError } };
}

function remembering(deleted: Map<string, TimeCard>): NonNullable<FaultHooks['store']> {
  return ({ before, after, call }) => {
    if (call.operation === 'delete' && before) deleted.set(before.id, before);
    return after;
  };
}

/** Writes to a deleted card succeed, as far as the caller can tell. */
function afterDelete(succeeds: (operation: Operation) => boolean): FaultHooks {
  const deleted = new Map<string, TimeCard>();
  return {
    store: remembering(deleted),
    reply: (reply, { operation, cardId = '' }) => {
      const done = operation !== undefined && isWrite(operation) && succeeds(operation) && reply.status === 404;
      return done && deleted.has(cardId) ? withoutBody(withStatus(reply, 204)) : reply;
    },
  };
}

function withItems(change: (items: readonly JsonObject[]) => readonly JsonObject[]): FaultHooks {
  return answering('list', (reply) => {
    if (reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
    const { value, ...rest } = reply.content.value;
    return withJson(reply, { ...rest, value: change(Array.isArray(value) ? (value as readonly JsonObject[]) : []) });
  });
}

/** A wrong type anywhere in the parameters of an action. */
function isInvalid(body: unknown): boolean {
  const text = JSON.stringify(body) ?? '';
  return (
    !/^(\{\}|null)$/.test(text) &&
    (/"isAtApprovedLocation":(?!true|false|null)/.test(text) || /"contentType":(?!"text"|"html"|null)/.test(text))
  );
}

function parsed({ body }: CallSoFar['received']): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
