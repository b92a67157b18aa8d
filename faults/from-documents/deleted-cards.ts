import type { PlacedCard } from '../../reference/card-store.ts';
import { defects, type Defect } from '../defect.ts';
import { instead } from '../seams.ts';
import { errorIn } from './error-bodies.ts';
import { pagesInOrder } from './page-seams.ts';
import { deletedCards } from './remembered-cards.ts';

/** What delete leaves behind, and what it takes along. */
export const deletedCardDefects: readonly Defect[] = [
  ...defects('status', [
    {
      id: 'second-delete-500',
      title: 'a second delete of a card makes the server fail with 500',
      imitates: 'a look-up that counts on a row',
      breaches: 'concepts/errors.md, 404: the resource does not exist',
      caughtBy: ['TC-DELETE-004'],
      alike: 'admits that the card is gone, by an accident instead of an answer',
      hooks: () => {
        const deleted = deletedCards();
        return {
          store: deleted.store,
          reply: (reply, { operation, teamId = '', cardId }) =>
            operation === 'delete' && reply.status === 404 && deleted.of(teamId).some(({ card }) => card.id === cardId)
              ? instead(reply, 500, errorIn(reply, 'InternalServerError', 'Sequence contains no elements.'))
              : reply,
        };
      },
    },
  ]),
  ...defects('persistence', [
    {
      id: 'deleted-returns-with-next-card',
      title: 'the next card that is made in a team brings the last deleted one back',
      imitates: 'a cache of the whole collection that is written back',
      breaches: 'schedule-delete-timecards.md, title: "Delete timeCard"; concepts/errors.md, 404',
      caughtBy: ['TC-DELETE-002', 'TC-LIST-010'],
      alike: 'needs another card to be made after the delete; until then the list is right',
      hooks: () => {
        const deleted = deletedCards();
        const returned = new Map<string, PlacedCard>();
        return {
          store: (change) => {
            const { before, call } = change;
            const last = deleted.of(call.teamId).at(-1);
            if (before === undefined && last) returned.set(call.teamId, last);
            return deleted.store(change);
          },
          look: (cards, { teamId }) => {
            const ghost = returned.get(teamId);
            if (ghost === undefined) return cards;
            const get = (id: string) => cards.get(id) ?? (id === ghost.card.id ? ghost : undefined);
            return { get, all: () => pagesInOrder([...cards.all(), ghost]) };
          },
        };
      },
    },
    {
      id: 'forbidden-delete-deletes',
      title: 'a delete that is refused with 403 hides the card nevertheless',
      imitates: 'a check of rights that runs beside the write and not before it',
      breaches: 'schedule-delete-timecards.md, Permissions: "Schedule.ReadWrite.All"; concepts/errors.md, 403',
      caughtBy: ['TC-GEN-020'],
      hooks: () => {
        const hidden = new Set<unknown>();
        return {
          reply: (reply, { operation, cardId }) => {
            if (operation === 'delete' && reply.status === 403) hidden.add(cardId);
            return reply;
          },
          look: (cards) => ({
            get: (id) => (hidden.has(id) ? undefined : cards.get(id)),
            all: () => [...cards.all()].filter(({ card }) => !hidden.has(card.id)),
          }),
        };
      },
    },
  ]),
  ...defects('isolation', [
    {
      id: 'id-counted-after-delete',
      title: 'the first card made after a delete gets the id of the newest card of the team, and takes its place',
      imitates: 'ids that are the number of cards plus one',
      breaches: 'CSDL, entity: Key id; schedule-post-timecards.md: a new timeCard object',
      caughtBy: ['TC-ISOLATION-005', 'TC-ISOLATION-004'],
      alike: 'needs a delete between the two cards that meet under one id',
      hooks: () => {
        const shrunk = new Set<string>();
        return {
          store: ({ before, after, call, cards }) => {
            if (call.operation === 'delete') shrunk.add(call.teamId);
            const newest = [...cards.all()].at(-1)?.card.id;
            if (before !== undefined || !after || newest === undefined || !shrunk.delete(call.teamId)) return after;
            return { ...after, id: newest };
          },
        };
      },
    },
  ]),
];
