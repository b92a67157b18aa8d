import type { Received } from '../../reference/call.ts';
import { readListQuery } from '../../reference/list-query.ts';
import { defects, type Defect } from '../defect.ts';
import { items, listing, onPage, option, withOption } from '../from-documents/page-seams.ts';
import { showing } from '../seams.ts';
import { lastSegment } from './outside-seams.ts';

function isList(received: Received): boolean {
  return received.method === 'GET' && /^timecards$/i.test(lastSegment(received));
}

/** Filters that find too much, and what is answered where they find nothing. */
export const filterDefectsOfOutsiders: readonly Defect[] = [
  ...defects('paging', [
    {
      id: 'clocked-in-filter-shows-those-on-break',
      title: "state eq 'clockedIn' also finds the cards that are on a break",
      imitates: 'an index that knows open and closed only',
      breaches:
        'schedule-list-timecards.md, Optional query parameters: "supports the `$filter`"; CSDL, timeCardState: clockedIn and onBreak are two values',
      caughtBy: ['TC-LIST-015'],
      alike: 'shows only where somebody is on a break',
      hooks: {
        receive: (received) =>
          isList(received) && /^\s*state\s+eq\s+'clockedIn'\s*$/i.test(option(received, '$filter') ?? '')
            ? withOption(received, '$filter', () => "state ne 'clockedOut'")
            : received,
      },
    },
    {
      id: 'order-silences-filter',
      title: 'a list with $orderby and $filter is ordered and not filtered',
      imitates: 'a query builder whose ordered query starts again from the whole table',
      breaches: 'schedule-list-timecards.md, Optional query parameters: "supports the `$filter`, `$orderby`"',
      caughtBy: ['TC-LIST-006'],
      alike: 'shows only where a list is ordered and filtered',
      hooks: {
        receive: (received) =>
          isList(received) && option(received, '$orderby') !== undefined
            ? withOption(received, '$filter', () => undefined)
            : received,
      },
    },
    {
      id: 'on-break-filter-takes-any-break-for-open',
      title: "state eq 'onBreak' also finds cards in state clockedIn that have had a break",
      imitates: 'a query in which a card with breaks and no clock-out is on its break',
      breaches: 'schedule-list-timecards.md, Optional query parameters: "supports the `$filter`"',
      caughtBy: ['TC-LIST-015'],
      alike: 'shows only where somebody is back from a break',
      hooks: () => {
        const back = new Set<string>();
        return {
          ...listing((all, { received }) => {
            back.clear();
            if (!/^\s*state\s+eq\s+'onBreak'\s*$/i.test(option(received, '$filter') ?? '')) return all;
            return all.map((placed) => {
              const { id, state, breaks } = placed.card;
              if (state !== 'clockedIn' || breaks.length === 0) return placed;
              back.add(id);
              return { ...placed, card: { ...placed.card, state: 'onBreak' } };
            });
          }),
          ...showing((card) => (back.has(String(card['id'])) ? { ...card, state: 'clockedIn' } : card), 'list'),
        };
      },
    },
  ]),
  ...defects('shape', [
    {
      id: 'filtered-list-with-gaps-is-an-object',
      title: 'a filtered list that leaves out a card before one that fits has an object of row numbers for value',
      imitates: 'PHP: array_filter keeps the keys, and json_encode makes an object of an array with gaps',
      breaches: 'schedule-list-timecards.md, Response: "`200 OK` and a collection of timeCard objects"',
      caughtBy: ['TC-LIST-001', 'TC-LIST-016'],
      alike: 'shows only where a filter leaves a card out',
      hooks: () => {
        let rows: ReadonlyMap<string, number> = new Map();
        return {
          ...listing((all, { received, version }) => {
            const { after } = readListQuery(received.query, undefined, version);
            const rest = all.filter(({ position }) => after === undefined || position > after[1]);
            rows = new Map(rest.map(({ card }, row) => [card.id, row]));
            return all;
          }),
          ...onPage((page, { received }) => {
            if (option(received, '$orderby') !== undefined) return page;
            const keyed = items(page).map((card, index) => [rows.get(String(card['id'])) ?? index, card] as const);
            const hasGaps = keyed.some(([row], index) => row !== index);
            return hasGaps ? { ...page, value: Object.fromEntries(keyed) } : page;
          }),
        };
      },
    },
    {
      id: 'filter-without-hits-answers-null',
      title: 'a filtered list that finds nothing answers null for value',
      imitates: 'a list in Go to which nothing was appended, written as JSON',
      breaches: 'schedule-list-timecards.md, Response: "`200 OK` and a collection of timeCard objects"',
      caughtBy: ['TC-LIST-001'],
      alike: 'shows only where a filter finds nothing',
      hooks: onPage((page, { received }) =>
        option(received, '$filter') !== undefined && items(page).length === 0 ? { ...page, value: null } : page,
      ),
    },
  ]),
];
