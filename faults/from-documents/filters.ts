import type { Call } from '../../reference/call.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { showing, without } from '../seams.ts';
import { pagesInOrder, listing, option, withOption } from './page-seams.ts';
import { cardsOfOtherTeams, deletedCards } from './remembered-cards.ts';

/** What $filter leaves, where it is not what the filter says. */
export const filterDefects: readonly Defect[] = [
  ...defects('paging', [
    {
      id: 'filter-compares-seven-letters',
      title: "state eq 'clockedOut' and state eq 'clockedIn' fit each other's cards",
      imitates: 'a comparison with the beginning of a word',
      breaches:
        "beta timecard-list.md, example: $filter=state eq 'clockedOut'; concepts/query-parameters.md, eq: equal to",
      caughtBy: ['TC-LIST-006', 'TC-LIST-015'],
      hooks: {
        receive: (received) =>
          withOption(received, '$filter', (clause) => clause.replace(/eq\s+'clocked(In|Out)'/i, "ne 'onBreak'")),
      },
    },
    {
      id: 'filter-finds-no-breaks',
      title: "state eq 'onBreak' fits no card",
      imitates: 'a column for the state that is clockedIn as long as the card is open',
      breaches: 'CSDL timeCardState: onBreak; concepts/query-parameters.md, $filter: retrieves the items that match',
      caughtBy: ['TC-LIST-016'],
      alike: 'needs a card on its break; the other two states are found',
      hooks: listing((cards, { received }) => (/onBreak/i.test(option(received, '$filter') ?? '') ? [] : cards)),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'filter-knows-first-state',
      title: '$filter compares with the state that a card had when it was made',
      imitates: 'an index that is filled once',
      breaches: "beta timecard-list.md, example: $filter=state eq 'clockedOut' gives cards that were clocked out later",
      caughtBy: ['TC-LIST-016', 'TC-LIST-015', 'TC-LIST-006'],
      alike: 'needs a card that has changed its state; one that is as it was made is found',
      hooks: () => {
        const first = new Map<unknown, TimeCard['state']>();
        const latest = new Map<unknown, TimeCard['state']>();
        return {
          store: ({ before, after }) => {
            if (after && before === undefined) first.set(after.id, after.state);
            if (after) latest.set(after.id, after.state);
            return after;
          },
          ...listing((cards, call) =>
            isFiltered(call)
              ? cards.map((one) => ({ ...one, card: { ...one.card, state: first.get(one.card.id) ?? one.card.state } }))
              : cards,
          ),
          ...showing((card) => ({ ...card, state: latest.get(card['id']) ?? card['state'] ?? null }), 'list'),
        };
      },
    },
    {
      id: 'filter-finds-deleted',
      title: 'a filtered list holds deleted cards as well',
      imitates: 'a search index that is not told of a delete',
      breaches: 'schedule-delete-timecards.md, title: "Delete timeCard"; schedule-list-timecards.md, Response',
      caughtBy: ['TC-LIST-010'],
      alike: 'shows in filtered lists only, and for every deleted card',
      hooks: () => {
        const deleted = deletedCards();
        return {
          store: deleted.store,
          ...listing((cards, call) =>
            isFiltered(call) ? pagesInOrder([...cards, ...deleted.of(call.teamId)]) : cards,
          ),
        };
      },
    },
  ]),
  ...defects('shape', [
    {
      id: 'filtered-cards-in-part',
      title: 'the cards of a filtered list have no originalEntry and no createdBy',
      imitates: 'a search index that holds a part of each document',
      breaches: 'beta timecard-list.md, example: whole cards in the answer to $filter',
      caughtBy: ['TC-SHAPE-006', 'TC-LIST-002'],
      hooks: showing(
        (card, { received }) =>
          option(received, '$filter') === undefined ? card : without(card, 'originalEntry', 'createdBy'),
        'list',
      ),
    },
  ]),
  ...defects('isolation', [
    {
      id: 'filter-across-teams',
      title: 'a filtered list holds the cards of all teams',
      imitates: 'a where clause that is replaced instead of extended',
      breaches: 'schedule-list-timecards.md, HTTP request: "GET /teams/{teamsId}/schedule/timeCards"',
      caughtBy: ['TC-LIST-011'],
      alike: 'keeps to the team on all pages of a list without a filter',
      hooks: () => {
        const others = cardsOfOtherTeams();
        return {
          store: others.store,
          ...listing((cards, call) => (isFiltered(call) ? [...cards, ...others.than(call.teamId)] : cards)),
        };
      },
    },
  ]),
];

function isFiltered({ received }: Call): boolean {
  return option(received, '$filter') !== undefined;
}
