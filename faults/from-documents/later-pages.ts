import { defects, type Defect } from '../defect.ts';
import { instead, without } from '../seams.ts';
import { errorIn } from './error-bodies.ts';
import { isLaterPage, items, listing, nextLinkMember, onPage, option, withOption } from './page-seams.ts';
import { cardsOfOtherTeams } from './remembered-cards.ts';

/** How the tokens of pages begin that are behind every card. */
const emptyPage = 'behind-all-';

/** Lists of several pages of which not all can be reached, or not as they are. */
export const laterPageDefects: readonly Defect[] = [
  ...defects('isolation', [
    {
      id: 'later-pages-of-every-team',
      title: 'the pages behind the first go on into the cards of the other teams',
      imitates: 'a page token that holds a place and no team',
      breaches: 'schedule-list-timecards.md, HTTP request: "GET /teams/{teamsId}/schedule/timeCards"',
      caughtBy: ['TC-LIST-011'],
      alike: 'keeps to the team on the first page, with or without a filter',
      hooks: () => {
        const others = cardsOfOtherTeams();
        return {
          store: others.store,
          ...listing((cards, { received, teamId }) =>
            isLaterPage(received) ? [...cards, ...others.than(teamId)] : cards,
          ),
        };
      },
    },
  ]),
  ...defects('paging', [
    {
      id: 'third-page-is-the-first',
      title: 'the link to the third page leads to the first',
      imitates:
        'a plus sign in a page token that is not percent-encoded, and a token that is left aside when unreadable',
      breaches: 'concepts/paging.md: the whole @odata.nextLink leads to the next page',
      caughtBy: ['TC-LIST-005', 'TC-LIST-012'],
      alike: 'needs three pages; two are linked as they should be',
      hooks: {
        receive: (received) =>
          withOption(received, '$skiptoken', (token) => (token.startsWith('3 ') ? undefined : token)),
        ...onPage((page, { received }) => {
          const link = page[nextLinkMember];
          if (typeof link !== 'string' || !isLaterPage(received)) return page;
          return { ...page, [nextLinkMember]: link.replace(/(skiptoken=)/i, '$13+') };
        }),
      },
    },
    {
      id: 'links-not-found',
      title: 'every @odata.nextLink leads to a 404',
      imitates: 'a link that is made for the host behind a gateway',
      breaches: 'concepts/paging.md, Important: the entire URL in @odata.nextLink gets the next page',
      caughtBy: ['TC-LIST-023'],
      hooks: {
        reply: (reply, { received }) =>
          isLaterPage(received) && reply.status === 200
            ? instead(reply, 404, errorIn(reply, 'NotFound', 'No such page.'))
            : reply,
      },
    },
    {
      id: 'empty-pages-for-ever',
      title: 'a list of more than three cards goes on with empty pages for ever',
      imitates: 'a link that is written wherever a page is asked for',
      breaches: 'concepts/best-practices, Pagination: "The final page will not contain an @odata.nextLink property."',
      caughtBy: ['TC-LIST-005'],
      alike: 'each link is a new one, and no page comes twice',
      hooks: () => {
        let pages = 0;
        let isEmpty = false;
        return {
          receive: (received) => {
            isEmpty = option(received, '$skiptoken')?.startsWith(emptyPage) === true;
            return isEmpty ? withOption(received, '$skiptoken', () => undefined) : received;
          },
          ...onPage((page, { received }) => {
            if (!isEmpty && (page[nextLinkMember] !== undefined || items(page).length < 4)) return page;
            pages += 1;
            const link = `${received.origin}${received.path}?$skiptoken=${emptyPage}${pages}`;
            return { ...page, [nextLinkMember]: link, ...(isEmpty ? { value: [] } : {}) };
          }),
        };
      },
    },
    {
      id: 'last-page-again',
      title: 'the link of the last page leads to that page again, under another URL each time',
      imitates: 'a cursor that does not move behind the end',
      breaches: 'concepts/paging.md: pages of one result set; best-practices: the final page has no link',
      caughtBy: ['TC-LIST-012'],
      alike: 'never ends, and no link comes twice',
      hooks: () => {
        let turns = 0;
        return {
          receive: (received) => withOption(received, '$skiptoken', (token) => token.replace(/^0+/, '')),
          ...onPage((page, { received }) => {
            const token = option(received, '$skiptoken');
            if (page[nextLinkMember] !== undefined || token === undefined || items(page).length === 0) return page;
            turns += 1;
            const again = withOption(received, '$skiptoken', () => `${'0'.repeat(turns)}${token}`);
            return { ...page, [nextLinkMember]: `${received.origin}${received.path}?${again.query}` };
          }),
        };
      },
    },
    {
      id: 'short-filtered-page-is-the-last',
      title: 'a page on which $filter leaves fewer cards than $top has no @odata.nextLink, though there are more',
      imitates: 'a filter that is applied to the page, and a page that counts as the last where it is not full',
      breaches:
        'concepts/paging.md: a page may hold fewer results, or none; there is @odata.nextLink where there are more',
      caughtBy: ['TC-LIST-016', 'TC-LIST-005'],
      alike: 'needs $top beside $filter, and a page that the filter does not fill',
      hooks: listing((cards, { received }) => {
        const [, operator, state = ''] = /^\s*state\s+(eq|ne)\s+'(\w+)'/i.exec(option(received, '$filter') ?? '') ?? [];
        const top = Number(option(received, '$top') ?? 'none');
        if (operator === undefined || !(top > 0)) return cards;
        const after = behind(option(received, '$skiptoken'));
        const page = cards.filter(({ position }) => position > after).slice(0, top);
        const fits = (one: string) => (one.toLowerCase() === state.toLowerCase()) === (operator.toLowerCase() === 'eq');
        return page.every(({ card }) => fits(card.state)) ? cards : page;
      }),
    },
    {
      id: 'later-links-in-lower-case',
      title: 'from the second page on the link is called @odata.nextlink',
      imitates: 'two places that write pages, of which one has a slip',
      breaches: 'concepts/paging.md: "@odata.nextLink"',
      caughtBy: ['TC-LIST-005', 'TC-LIST-012'],
      alike: 'needs three pages, and has nothing wrong but a letter in a name',
      hooks: onPage((page, { received }) => {
        const link = page[nextLinkMember];
        return link === undefined || !isLaterPage(received)
          ? page
          : { ...without(page, nextLinkMember), '@odata.nextlink': link };
      }),
    },
    {
      id: 'ordered-pages-forget-order',
      title: 'the pages behind the first of an ordered list are in the order of creation, from the first card on',
      imitates: 'a page token that holds a place in another order',
      breaches:
        'schedule-list-timecards.md: supports "$orderby"; concepts/paging.md: following @odata.nextLink gives all results',
      caughtBy: ['TC-LIST-012'],
      hooks: {
        receive: (received) => {
          if (!isLaterPage(received) || option(received, '$orderby') === undefined) return received;
          return withOption(
            withOption(received, '$orderby', () => undefined),
            '$skiptoken',
            () => undefined,
          );
        },
      },
    },
  ]),
  ...defects('headers', [
    {
      id: 'later-pages-as-text',
      title: 'the pages behind the first are served as text/plain',
      imitates: 'a cache of written pages that forgets their type',
      breaches:
        'schedule-list-timecards.md, Response: "`200 OK` and a collection of timeCard objects"; examples: Content-type: application/json',
      caughtBy: ['TC-GEN-006'],
      alike: 'needs a second page; every other answer is labelled JSON',
      hooks: {
        reply: (reply, { operation, received }) =>
          operation === 'list' && isLaterPage(received) && reply.content.kind === 'json'
            ? { ...reply, content: { kind: 'text', type: 'text/plain', text: JSON.stringify(reply.content.value) } }
            : reply,
      },
    },
  ]),
];

/** The place of the last card of the page before, in a token of the reference server for a list that nobody ordered. */
function behind(token: string | undefined): number {
  return Number(
    Buffer.from(token ?? '', 'base64url')
      .toString('latin1')
      .split(' ')[1] ?? 0,
  );
}
