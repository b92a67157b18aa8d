import { defects, type Defect } from '../defect.ts';
import { items, listing, onPage, option } from '../from-documents/page-seams.ts';
import { showing } from '../seams.ts';

/** Filters that find too much, and what is answered where they find nothing. */
export const filterDefectsOfOutsiders: readonly Defect[] = [
  ...defects('paging', [
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
