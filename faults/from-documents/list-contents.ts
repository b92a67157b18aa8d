import type { PlacedCard } from '../../reference/card-store.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { showing } from '../seams.ts';
import { pagesInOrder, items, listing, onPage, option } from './page-seams.ts';
import { deletedCards, touchedBy } from './remembered-cards.ts';

/** Lists that do not show the cards as they are. */
export const listContentDefects: readonly Defect[] = [
  ...defects('shape', [
    {
      id: 'list-of-one-is-no-array',
      title: 'value is the card itself where a page holds one card',
      imitates: 'converters from XML, which cannot tell a list of one from a single element',
      breaches: 'schedule-list-timecards.md, Response: "a collection of timeCard objects"',
      caughtBy: ['TC-LIST-001'],
      hooks: onPage((page) => {
        const [only, ...others] = items(page);
        return only && others.length === 0 ? { ...page, value: only } : page;
      }),
    },
  ]),
  ...defects('paging', [
    {
      id: 'list-repeats-by-breaks',
      title: 'a card with several breaks is on the page as often as it has breaks',
      imitates: 'a join with the table of breaks, without a grouping',
      breaches: 'schedule-list-timecards.md, Response: "a collection of timeCard objects"; CSDL, entity: Key id',
      caughtBy: ['TC-ISOLATION-005', 'TC-LIST-012'],
      alike: 'shows a card too often, where the others lose one, and needs a card with several breaks',
      hooks: onPage((page) => {
        const often = items(page).flatMap((card) => {
          const { breaks } = card;
          return Array.isArray(breaks) && breaks.length > 1 ? (breaks as readonly Json[]).map(() => card) : [card];
        });
        return { ...page, value: often };
      }),
    },
    {
      id: 'list-without-unknown-places',
      title: 'cards of which isAtApprovedLocation of the clock-in is null are not listed',
      imitates: 'a comparison in SQL that is neither true nor false for null',
      breaches: 'schedule-list-timecards.md, example: "isAtApprovedLocation": null in clockInEvent of both cards',
      caughtBy: ['TC-LIST-003'],
      alike: 'needs a clock-in of which nobody said where it was, however the card was made',
      hooks: listing((cards) => cards.filter(({ card }) => card.clockInEvent?.isAtApprovedLocation !== null)),
    },
    {
      id: 'order-loses-equal-cards',
      title: 'with $orderby, of cards that are equal in what they are ordered by only the last is listed',
      imitates: 'sorting by way of a map from key to card',
      breaches:
        'schedule-list-timecards.md, Optional query parameters: "$orderby"; Response: "a collection of timeCard objects"',
      caughtBy: ['TC-LIST-012'],
      alike: 'needs two cards that begin at the same time, on one page or on two',
      hooks: listing((cards, { received }) => {
        const property = option(received, '$orderby')?.toLowerCase();
        if (property === undefined) return cards;
        const keyOf = ({ card }: PlacedCard) =>
          property.includes('clockin') ? card.clockInEvent?.dateTime : card.createdDateTime;
        return [...new Map(cards.map((one) => [keyOf(one), one])).values()];
      }),
    },
  ]),
  ...defects('isolation', [
    {
      id: 'list-shares-original-entry',
      title: 'all cards of a page show the originalEntry of the first',
      imitates: 'one object that is reused while rows are read',
      breaches: 'schedule-list-timecards.md, example: each card with an originalEntry of its own',
      caughtBy: ['TC-LIST-013'],
      alike: 'needs two cards on one page; each alone is shown rightly',
      hooks: onPage((page) => {
        const original = items(page)[0]?.['originalEntry'];
        return original === undefined
          ? page
          : { ...page, value: items(page).map((card) => ({ ...card, originalEntry: original })) };
      }),
    },
  ]),
  ...defects('fields', [
    {
      id: 'list-ends-last-break-only',
      title: 'list shows every break but the last of a card without its end',
      imitates: 'pairing rows of starts and ends by position',
      breaches:
        'schedule-list-timecards.md, example: a break with start and end; timecard-endbreak.md: ends the open break',
      caughtBy: ['TC-LIST-013'],
      hooks: showing((card) => {
        const { breaks } = card;
        if (!Array.isArray(breaks)) return card;
        const changed = (breaks as readonly Json[]).map((one, index) =>
          isJsonObject(one) && index < breaks.length - 1 ? { ...one, end: null } : one,
        );
        return { ...card, breaks: changed };
      }, 'list'),
    },
  ]),
  ...defects('state', [
    {
      id: 'list-knows-no-break',
      title: 'list shows cards that are on a break as clockedIn',
      imitates: 'a view that derives the state from clockOutEvent alone',
      breaches: 'resources/timecard.md, state: clockedIn, onBreak, clockedOut',
      caughtBy: ['TC-LIST-013'],
      alike: 'needs a card on its break just then; all else in the list is fresh',
      hooks: showing((card) => (card['state'] === 'onBreak' ? { ...card, state: 'clockedIn' } : card), 'list'),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'list-misses-replace',
      title: 'list shows a replaced card as it was before, until an action changes it',
      imitates: 'an index that is told of every write but PUT',
      breaches:
        'timecard-replace.md, title: "Replace timeCard"; schedule-list-timecards.md: "a collection of timeCard objects"',
      caughtBy: ['TC-LIST-013'],
      alike: 'needs a replaced card, and heals with the next action',
      hooks: () => {
        const old = new Map<unknown, TimeCard>();
        return {
          store: ({ before, after, call }) => {
            if (call.operation !== 'replace') old.delete(before?.id);
            else if (before && !old.has(before.id)) old.set(before.id, before);
            return after;
          },
          ...listing((cards) => cards.map((one) => ({ ...one, card: old.get(one.card.id) ?? one.card }))),
        };
      },
    },
    {
      id: 'list-keeps-replaced-after-delete',
      title: 'a card that was replaced stays in the list after its delete',
      imitates: 'an index by version, of which delete removes the first one only',
      breaches:
        'schedule-delete-timecards.md, title: "Delete timeCard"; schedule-list-timecards.md: "a collection of timeCard objects"',
      caughtBy: ['TC-LIST-010'],
      hooks: () => {
        const replaced = touchedBy('replace');
        const deleted = deletedCards();
        return {
          store: (change) => {
            replaced.store(change);
            return deleted.store(change);
          },
          ...listing((cards, { teamId }) =>
            pagesInOrder([...cards, ...deleted.of(teamId).filter(({ card }) => replaced.ids.has(card.id))]),
          ),
        };
      },
    },
  ]),
  ...defects('identity', [
    {
      id: 'list-without-cards-of-applications',
      title: 'cards that an application created are not listed',
      imitates: 'an inner join with the people',
      breaches:
        'schedule-post-timecards.md, Permissions: Application "Schedule.ReadWrite.All"; schedule-list-timecards.md, Response',
      caughtBy: ['TC-LIST-003'],
      alike: 'needs a card that an application made; those of people are all listed',
      hooks: listing((cards) => cards.filter(({ card }) => card.createdBy.application === null)),
    },
    {
      id: 'list-modified-by-reader',
      title: 'lastModifiedBy in a list is the user who reads it',
      imitates: 'a default that is filled from the request, also when reading',
      breaches: 'resources/changetrackedentity.md, lastModifiedBy: who last modified the entity',
      caughtBy: ['TC-LIST-013'],
      alike: 'needs a card that somebody other than the reader wrote last',
      hooks: showing((card, { principal }) => {
        const by = card['lastModifiedBy'];
        return principal?.kind === 'user' && isJsonObject(by)
          ? { ...card, lastModifiedBy: { ...by, user: principal.identity } }
          : card;
      }, 'list'),
    },
  ]),
];
