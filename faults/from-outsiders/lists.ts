import type { CallSoFar } from '../../reference/call.ts';
import type { FaultHooks } from '../../reference/fault.ts';
import type { Operation } from '../../traffic/operation.ts';
import type { CardState } from '../../reference/time-card.ts';
import { readListQuery } from '../../reference/list-query.ts';
import { defects, type Defect } from '../defect.ts';
import { isLaterPage, items, listing, nextLinkMember, onPage, option } from '../from-documents/page-seams.ts';
import { showing } from '../seams.ts';
import { eachObject, shownAs } from './outside-seams.ts';

/** Changes the link to the next page. */
function linking(change: (link: string, call: CallSoFar) => string): FaultHooks {
  return onPage((page, call) => {
    const link = page[nextLinkMember];
    return typeof link === 'string' ? { ...page, [nextLinkMember]: change(link, call) } : page;
  });
}

/** An index of states for the filters that one operation does not bring up to date: it keeps what is answered here. */
function indexing(by: Operation, kept: (before: CardState) => CardState) {
  return (): FaultHooks => {
    const indexed = new Map<string, CardState>();
    const real = new Map<string, CardState>();
    return {
      ...showing((card) => {
        const state = real.get(String(card['id']));
        return state === undefined ? card : { ...card, state };
      }, 'list'),
      store: ({ before, after, call }) => {
        if (after === undefined) return after;
        real.set(after.id, after.state);
        if (call.operation !== by) indexed.delete(after.id);
        else if (before !== undefined) indexed.set(after.id, kept(indexed.get(after.id) ?? before.state));
        return after;
      },
      look: (cards, { operation, received }) =>
        operation === 'list' && option(received, '$filter') !== undefined
          ? shownAs(cards, (placed) => {
              const state = indexed.get(placed.card.id);
              return state === undefined ? placed : { ...placed, card: { ...placed.card, state } };
            })
          : cards,
    };
  };
}

/** Lists whose pages, filters and indexes do not hang together. */
export const listDefectsOfOutsiders: readonly Defect[] = [
  ...defects('paging', [
    {
      id: 'third-page-loses-filter',
      title:
        'the link on a page that was itself reached by a link no longer carries the filter: from the third page on everything is listed',
      imitates: 'a next link that is built from the token of the page instead of the request',
      breaches: 'beta timecard-list.md, example with $top and $filter',
      caughtBy: ['TC-LIST-017'],
      alike: 'shows from the third page on',
      hooks: linking((link, call) =>
        isLaterPage(call.received) ? link.replace(/(?<=[?&])\$?filter=[^&]*&/i, '') : link,
      ),
    },
    {
      id: 'descending-list-turns-on-second-page',
      title: 'the link to the second page of a descending list has lost the word desc, so that pages overlap',
      imitates: 'a next link that keeps the property of $orderby and not its direction',
      breaches: 'schedule-list-timecards.md, Optional query parameters: "`$orderby`"',
      caughtBy: ['TC-LIST-012'],
      alike: 'shows only in descending lists',
      hooks: linking((link) => link.replace(/(orderby=[^&]*?)%20desc\b/i, '$1')),
    },
    {
      id: 'last-page-exactly-full-loses-one',
      title: 'a last page that is exactly as long as $top comes without its last card',
      imitates: 'one row more than asked for is fetched, and the last one cut off even where there was none more',
      breaches: 'schedule-list-timecards.md, Response: "`200 OK` and a collection of timeCard objects"',
      caughtBy: ['TC-LIST-012'],
      alike: 'shows only where the last page is full',
      hooks: onPage((page, { received, version }) => {
        if (option(received, '$top') === undefined || page[nextLinkMember] !== undefined) return page;
        const { top } = readListQuery(received.query, undefined, version);
        const cards = items(page);
        return cards.length === top ? { ...page, value: cards.slice(0, -1) } : page;
      }),
    },
    {
      id: 'filtered-empty-page-ends-the-walk',
      title:
        'a filtered list cuts its pages first and filters then; a page on which nothing is left carries no link, and the rest is lost',
      imitates: 'LIMIT before WHERE, with the link made from the last row of the filtered page',
      breaches:
        'concepts/paging.md: a page may be empty and not the last; beta timecard-list.md, example with $top and $filter',
      caughtBy: ['TC-LIST-016'],
      alike: 'shows only where a page has no card that fits',
      hooks: listing((all, { received, version }) => {
        if (option(received, '$orderby') !== undefined) return all;
        const { top, matches, after } = readListQuery(received.query, undefined, version);
        const page = all.filter(({ position }) => after === undefined || position > after[1]).slice(0, top);
        return page.some(({ card }) => matches(card)) ? all : page;
      }),
    },
    {
      id: 'later-pages-drop-event-notes',
      title: 'the cards on the pages behind the first show no notes of their events',
      imitates: 'a join that the query for the first page has and the one for the cursor has not',
      breaches: 'schedule-list-timecards.md, Response: "`200 OK` and a collection of timeCard objects"',
      caughtBy: ['TC-LIST-013'],
      alike: 'shows only on the pages behind the first',
      hooks: onPage((page, { received }) =>
        isLaterPage(received)
          ? {
              ...page,
              value: eachObject(page['value'] ?? [], (one) => ('dateTime' in one ? { ...one, notes: null } : one)),
            }
          : page,
      ),
    },
    {
      id: 'next-page-needs-write-scope',
      title: 'with Schedule.Read.All the first page of a list comes, and its @odata.nextLink is refused with 403',
      imitates: 'a continuation that runs through another endpoint policy than the query itself',
      breaches:
        'schedule-list-timecards.md, Permissions: "Delegated work/school: Schedule.Read.All | Schedule.ReadWrite.All"',
      caughtBy: ['TC-LIST-023'],
      alike: 'shows only to tokens that may read only',
      hooks: {
        permit: (permitted, { operation, received, principal }) =>
          permitted &&
          (operation !== 'list' ||
            option(received, '$skiptoken') === undefined ||
            principal.scopes.includes('Schedule.ReadWrite.All')),
      },
    },
    {
      id: 'delete-unlinks-the-next-card',
      title:
        'a delete also takes the card that was made next after the deleted one out of every list; get still finds it',
      imitates: 'a linked list that skips one node too many when a node is removed',
      breaches: 'schedule-delete-timecards.md: one timeCard is deleted',
      caughtBy: ['TC-LIST-003', 'TC-LIST-025'],
      alike: 'shows only after a delete',
      hooks: () => {
        const unlinked = new Set<string>();
        return {
          ...listing((all) => all.filter(({ card }) => !unlinked.has(card.id))),
          store: ({ before, after, cards }) => {
            if (after !== undefined || before === undefined) return after;
            const ids = [...cards.all()].map(({ card }) => card.id);
            const next = ids[ids.indexOf(before.id) + 1];
            if (next !== undefined) unlinked.add(next);
            return after;
          },
        };
      },
    },
    {
      id: 'filter-knows-state-before-edit',
      title:
        'a filter on state finds a card under the state it had before a replace changed it, until another step is made',
      imitates: 'a search index that every step but the edit keeps up to date',
      breaches: 'schedule-list-timecards.md, Optional query parameters: "supports the `$filter`"',
      caughtBy: ['TC-LIST-006', 'TC-LIST-016'],
      alike: 'shows only after a replace',
      hooks: indexing('replace', (before) => before),
    },
    {
      id: 'state-filter-misses-end-break',
      title:
        'the filter on state goes by an index that endBreak does not touch: a card back at work is found as onBreak',
      imitates: 'a column for queries beside the document, set by every handler but one',
      breaches: 'beta timecard-list.md, Optional query parameters: "$filter" and Example',
      caughtBy: ['TC-LIST-015', 'TC-LIST-016'],
      alike: 'shows only after endBreak',
      hooks: indexing('endBreak', () => 'onBreak'),
    },
  ]),
];
