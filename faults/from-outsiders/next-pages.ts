import { readListQuery } from '../../reference/list-query.ts';
import { defects, type Defect } from '../defect.ts';
import { linking, listing, option } from '../from-documents/page-seams.ts';

/** As a smalldatetime keeps it. */
function minuteOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
}

/** Links to a next page that is refused, or begins too late. */
export const nextPageDefectsOfOutsiders: readonly Defect[] = [
  ...defects('paging', [
    {
      id: 'next-page-begins-behind-the-minute',
      title:
        'the next page begins behind the minute in which the last card was created, and leaves out the others of that minute',
      imitates:
        'pages by "created later than", with a token of whole minutes (smalldatetime) and nothing to tell equal times apart',
      breaches: 'concepts/paging.md: @odata.nextLink gives the next page of results',
      caughtBy: ['TC-LIST-012', 'TC-LIST-016'],
      alike: 'shows only where cards are created in one minute',
      hooks: listing((all, { received, version }) => {
        if (option(received, '$orderby') !== undefined) return all;
        const { after } = readListQuery(received.query, undefined, version);
        const last = all.find(({ position }) => position === after?.[1]);
        if (last === undefined) return all;
        return all.filter(({ card }) => minuteOf(card.createdDateTime) > minuteOf(last.card.createdDateTime));
      }),
    },
    {
      id: 'next-link-encodes-the-filter-twice',
      title: 'in @odata.nextLink the value of $filter is percent-encoded twice, so that the next page is refused',
      imitates: 'a link that is built from the raw query and then encoded once more (%2520, %2527)',
      breaches: 'concepts/paging.md: the whole URL of @odata.nextLink gives the next page',
      caughtBy: ['TC-LIST-023'],
      alike: 'shows only where a filtered list has several pages',
      hooks: linking((link) => link.replace(/(?<=[?&]\$?filter=)[^&]*/i, (value) => encodeURIComponent(value))),
    },
  ]),
];
