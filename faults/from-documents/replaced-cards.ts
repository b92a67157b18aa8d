import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { CallSoFar } from '../../reference/call.ts';
import { Refusal } from '../../reference/refusal.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { storing, withoutBody, withStatus } from '../seams.ts';
import { pagesInOrder } from './page-seams.ts';
import { deletedCards } from './remembered-cards.ts';

/** Replace, in what it answers, whom it names and what it leaves behind where it is refused. */
export const replacedCardDefects: readonly Defect[] = [
  ...defects('identity', [
    {
      id: 'replace-takes-card-over',
      title: 'a replaced card belongs to the user who replaced it',
      imitates: 'a default from the token that wins over the body',
      breaches: 'timecard-replace.md, example: "userId" in the body',
      caughtBy: ['TC-REPLACE-015'],
      alike: 'is right where owners edit their own cards',
      hooks: storing('replace', (after, _before, { principal }) =>
        principal.kind === 'user' ? { ...after, userId: principal.identity.id } : after,
      ),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'refused-replace-kept',
      title: 'a replace that is refused with 400 has moved the clock-in and the notes of the card nevertheless',
      imitates: 'a walk through the body that writes as it goes',
      breaches: 'concepts/errors.md, 400: the request cannot be processed',
      caughtBy: ['TC-GEN-020'],
      hooks: () => {
        const half = new Map<unknown, Pick<TimeCard, 'clockInEvent' | 'notes'>>();
        return {
          store: ({ before, after }) => {
            half.delete(before?.id);
            return after;
          },
          reply: (reply, call) => {
            const { operation, cardId, received } = call;
            const body = operation === 'replace' && reply.status === 400 ? parsed(received) : undefined;
            const event = isJsonObject(body) ? body['clockInEvent'] : undefined;
            const time = isJsonObject(event) ? Date.parse(String(event['dateTime'])) : Number.NaN;
            if (Number.isNaN(time)) return reply;
            const dateTime = new Date(time).toISOString();
            half.set(cardId, { clockInEvent: { dateTime, isAtApprovedLocation: null, notes: null }, notes: null });
            return reply;
          },
          look: (cards, { cardId }) => {
            const card = half.get(cardId);
            const get = (id: string) => {
              const placed = cards.get(id);
              return placed && card ? { ...placed, card: { ...placed.card, ...card } } : placed;
            };
            return { get, all: () => cards.all() };
          },
        };
      },
    },
  ]),
  ...defects('status', [
    {
      id: 'replace-revives-deleted',
      title: 'replace of a deleted card answers 204, and the card is there again',
      imitates: 'a mark for deleted rows that an update clears',
      breaches: 'concepts/errors.md, 404: the resource does not exist; timecard-replace.md speaks of no creation',
      caughtBy: ['TC-DELETE-005', 'TC-REPLACE-006'],
      hooks: () => {
        const deleted = deletedCards();
        const revived = new Set<unknown>();
        return {
          store: deleted.store,
          reply: (reply, { operation, teamId = '', cardId }) => {
            const known = deleted.of(teamId).some(({ card }) => card.id === cardId);
            if (operation !== 'replace' || reply.status !== 404 || !known) return reply;
            revived.add(cardId);
            return withoutBody(withStatus(reply, 204));
          },
          look: (cards, { teamId }) => {
            const back = deleted.of(teamId).filter(({ card }) => revived.has(card.id));
            const get = (id: string) => cards.get(id) ?? back.find(({ card }) => card.id === id);
            return { get, all: () => pagesInOrder([...cards.all(), ...back]) };
          },
        };
      },
    },
    {
      id: 'application-replace-needs-header',
      title: 'replace with an application token needs MS-APP-ACTS-AS, or is refused with 400',
      imitates: 'the older contract, kept in one of the handlers',
      breaches:
        'timecard-replace.md, Request headers, MS-APP-ACTS-AS: "deprecated and no longer required with application tokens"',
      caughtBy: ['TC-AUTH-004'],
      alike: 'is left over in one operation; all others take an application without the header',
      hooks: {
        read: (body, { operation, principal, received }) => {
          const bare = received.headers['ms-app-acts-as'] === undefined && principal.kind === 'application';
          if (operation === 'replace' && bare) throw new Refusal('BadRequest', 'MS-APP-ACTS-AS is missing.');
          return body;
        },
      },
    },
  ]),
];

function parsed({ body }: CallSoFar['received']): Json {
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch {
    return null;
  }
}
