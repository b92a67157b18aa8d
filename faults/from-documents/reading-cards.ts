import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { answering, hour, showing, withoutBody, without, withStatus } from '../seams.ts';
import { touchedBy } from './remembered-cards.ts';

/** What get shows of a card, where it is not what the card is. */
export const readingDefects: readonly Defect[] = [
  ...defects('status', [
    {
      id: 'get-not-modified',
      title:
        'a get of a card that has not changed since the last get answers 304 without a body, though nobody asked for that',
      imitates: 'a cache that answers for its own sake what only If-None-Match asks for',
      breaches: 'timecard-get.md, Response: "`200 OK` and a timeCard object"',
      caughtBy: ['TC-GET-001'],
      hooks: () => {
        const shown = new Map<string, string>();
        return answering('get', (reply, { cardId = '' }) => {
          const text = JSON.stringify(reply.content);
          const same = shown.get(cardId) === text;
          shown.set(cardId, text);
          return same ? withoutBody(withStatus(reply, 304)) : reply;
        });
      },
    },
  ]),
  ...defects('state', [
    {
      id: 'get-by-beginning-of-id',
      title: 'get finds a card by an id that begins as its own does',
      imitates: 'an index over the first characters of a column',
      breaches: 'concepts/errors.md, table: 404 for a resource that does not exist',
      caughtBy: ['TC-GET-002'],
      alike: 'needs an id that is nearly right; one that is made up is refused',
      hooks: {
        look: (cards, { operation }) => {
          const similar = (id: string) => [...cards.all()].find(({ card }) => id.startsWith(card.id.slice(0, 24)));
          return operation === 'get' ? { get: (id) => cards.get(id) ?? similar(id), all: () => cards.all() } : cards;
        },
      },
    },
  ]),
  ...defects('shape', [
    {
      id: 'get-trimmed-for-readers',
      title: 'a token with Schedule.Read.All gets cards without originalEntry and createdBy',
      imitates: 'rights that are checked property by property',
      breaches:
        'timecard-get.md, Permissions: "Schedule.Read.All", Response: "a timeCard object" (all thirteen keys in the example)',
      caughtBy: ['TC-SHAPE-006', 'TC-AUTH-001'],
      hooks: showing(
        (card, { principal }) =>
          principal?.scopes.includes('Schedule.ReadWrite.All') === false
            ? without(card, 'originalEntry', 'createdBy')
            : card,
        'get',
      ),
    },
  ]),
  ...defects('fields', [
    {
      id: 'get-two-breaks',
      title: 'get shows no more than two breaks of a card',
      imitates: 'a page size that is applied to nested collections as well',
      breaches:
        'CSDL, timeCard/breaks: Collection(graph.timeCardBreak); beta timecard-get.md, example: the breaks of the card',
      caughtBy: ['TC-BREAK-003', 'TC-LIST-013'],
      hooks: showing((card) => {
        const { breaks } = card;
        return Array.isArray(breaks) ? { ...card, breaks: (breaks as readonly Json[]).slice(0, 2) } : card;
      }, 'get'),
    },
    {
      id: 'get-original-is-live-entry',
      title: 'get of a replaced card shows the entry as it is now for originalEntry',
      imitates: 'a projection that reads one column twice',
      breaches: 'resources/timecard.md, originalEntry: the entry before it was edited',
      caughtBy: ['TC-REPLACE-003'],
      hooks: () => {
        const { ids, store } = touchedBy('replace');
        const live = showing((card) => {
          const { clockInEvent = null, clockOutEvent = null, breaks = [] } = card;
          return ids.has(card['id']) ? { ...card, originalEntry: { clockInEvent, clockOutEvent, breaks } } : card;
        }, 'get');
        return { store, ...live };
      },
    },
    {
      id: 'get-modified-in-local-time',
      title: 'get writes lastModifiedDateTime of a replaced card with the offset -08:00',
      imitates: 'two ways of writing a time, of which one knows the zone of the machine',
      breaches: 'resources/changetrackedentity.md, createdDateTime and lastModifiedDateTime: ISO 8601, in UTC',
      caughtBy: ['TC-GEN-013'],
      alike: 'names the right instant, on get of a replaced card alone',
      hooks: () => {
        const { ids, store } = touchedBy('replace');
        const local = showing((card) => {
          const time = Date.parse(String(card['lastModifiedDateTime'])) - 8 * hour;
          const text = new Date(time).toISOString().replace('Z', '-08:00');
          return ids.has(card['id']) ? { ...card, lastModifiedDateTime: text } : card;
        }, 'get');
        return { store, ...local };
      },
    },
  ]),
  ...defects('persistence', [
    {
      id: 'get-not-told-of-confirm',
      title: 'get shows a confirmed card as it was before, until it is written in another way; list is right',
      imitates: 'a cache that is emptied by every write but the last one added',
      breaches: 'beta timecard-get.md, example: "confirmedBy": "user,manager" after both confirmed',
      caughtBy: ['TC-CONFIRM-003', 'TC-CONFIRM-004', 'TC-LIST-013'],
      hooks: () => {
        const stale = new Map<unknown, TimeCard>();
        return {
          store: ({ before, after, call }) => {
            if (!call.operation.startsWith('confirm')) stale.delete(before?.id);
            else if (before && !stale.has(before.id)) stale.set(before.id, before);
            return after;
          },
          ...showing((card) => {
            const old = stale.get(card['id']);
            if (old === undefined) return card;
            const { confirmedBy, lastModifiedDateTime, lastModifiedBy } = old;
            return { ...card, confirmedBy, lastModifiedDateTime, lastModifiedBy };
          }, 'get'),
        };
      },
    },
    {
      id: 'get-loses-notes-of-replaced-break',
      title: 'get of a replaced card shows its breaks without the notes of their start',
      imitates: 'two queries for one card, of which the second joins one table too few',
      breaches:
        'beta timecard-replace.md, example: breaks with notes in start; timecard-replace.md: "JSON representation of a timeCard"',
      caughtBy: ['TC-REPLACE-012'],
      hooks: () => {
        const { ids, store } = touchedBy('replace');
        const poorer = showing((card) => {
          const { breaks } = card;
          if (!ids.has(card['id']) || !Array.isArray(breaks)) return card;
          const changed = (breaks as readonly Json[]).map((one) =>
            isJsonObject(one) && isJsonObject(one['start']) ? { ...one, start: { ...one['start'], notes: null } } : one,
          );
          return { ...card, breaks: changed };
        }, 'get');
        return { store, ...poorer };
      },
    },
  ]),
];
